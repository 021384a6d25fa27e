using System.Text.Json.Nodes;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Simulator;

/// <summary>The directory of the simulated organisation: its members and guests.</summary>
internal sealed class SimulatedDirectory(TeamsState state) : IDirectory
{
    /// <summary>Maps the two calls of Graph that find somebody and give them the app, in Graph's shape.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var graph = routes.MapGroup("/simulator/graph/v1.0");
        graph.MapGet("/users/{id}", (string id, TeamsState state) =>
            Find(state, id) is { } person ? Results.Json(User(person)) : NotFound(id));
        graph.MapPost("/users/{id}/teamwork/installedApps", async (string id, TeamsState state, TeamsClient client) =>
        {
            if (Find(state, id) is not { } person)
                return NotFound(id);
            if (state.HasApp(person))
                return Problem(StatusCodes.Status409Conflict, "Conflict", "App already installed.");
            await client.SetAppAsync(person, installed: true);
            return Results.StatusCode(StatusCodes.Status201Created);
        });
    }

    public ValueTask<DirectoryPerson?> FindByMailAsync(string mail, CancellationToken cancellationToken) =>
        ValueTask.FromResult(state.FindByMail(mail.Trim()) is { Listed: true } person ? Entry(person) : null);

    public ValueTask<DirectoryPerson?> FindByIdAsync(string aadObjectId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(state.People.FirstOrDefault(p => p.Listed && p.AadObjectId == aadObjectId) is { } person ? Entry(person) : null);

    public ValueTask<DirectoryAnswer> SearchAsync(string text, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var wanted = text.Trim();
        IReadOnlyList<DirectoryPerson> found = wanted.Length == 0
            ? []
            : [.. state.People.Where(p => p.Listed && Matches(p, wanted)).OrderBy(p => p.Name, StringComparer.CurrentCulture).Take(most).Select(Entry)];
        return ValueTask.FromResult(new DirectoryAnswer(found));
    }

    private static bool Matches(Person person, string text) =>
        person.Mail.StartsWith(text, StringComparison.OrdinalIgnoreCase)
        || person.Name.StartsWith(text, StringComparison.CurrentCultureIgnoreCase)
        || person.Name.Split(' ').Any(word => word.StartsWith(text, StringComparison.CurrentCultureIgnoreCase));

    private static Person? Find(TeamsState state, string id) =>
        (state.FindByMail(id) ?? state.FindAccount(id)) is { Listed: true } person ? person : null;

    private static DirectoryPerson Entry(Person person) => new(
        person.AadObjectId, person.Name, person.Mail, person.Title, person.Organisation, person.Zone, person.Locale);

    private static JsonObject User(Person person) => new()
    {
        ["@odata.context"] = "https://graph.microsoft.com/v1.0/$metadata#users/$entity",
        ["id"] = person.AadObjectId,
        ["displayName"] = person.Name,
        ["mail"] = person.Mail,
        ["userPrincipalName"] = person.Mail,
        ["jobTitle"] = person.Title,
        ["companyName"] = person.Organisation,
        ["preferredLanguage"] = person.Locale,
        ["userType"] = person.Membership.ToString(),
        ["mailboxSettings"] = new JsonObject { ["timeZone"] = person.Zone },
    };

    private static IResult NotFound(string id) =>
        Problem(StatusCodes.Status404NotFound, "Request_ResourceNotFound",
            $"Resource '{id}' does not exist or one of its queried reference-property objects are not present.");

    private static IResult Problem(int status, string code, string message) => Results.Json(
        new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, statusCode: status);
}
