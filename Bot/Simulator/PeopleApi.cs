using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CoordinatorBot.Simulator;

/// <summary>The part of the page's API about people.</summary>
internal static partial class PeopleApi
{
    private const int MostFound = 15;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/people", (TeamsState state, Faults faults) =>
            new JsonArray([.. state.People.Select(p => View(p, state, faults))]));
        api.MapGet("/people/search", SearchAsync);
        api.MapPost("/people", Add);
        api.MapPut("/people/{id}/app", SetAppAsync);
        api.MapPut("/people/{id}/refusal", SetRefusal);
    }

    // What the people picker of a card asks in Teams, which reads the directory itself.
    private static async Task<IResult> SearchAsync(string text, TeamsState state, CancellationToken cancellationToken) => Results.Json(new JsonArray(
        [.. (await new SimulatedDirectory(state).SearchAsync(text, MostFound, cancellationToken)).People.Select(p => (JsonNode)new JsonObject { ["aadObjectId"] = p.AadObjectId, ["name"] = p.Name, ["mail"] = p.Mail })]));

    private static IResult Add(NewPerson wanted, TeamsState state, Faults faults)
    {
        if (wanted.Problem() is { } problem)
            return Results.BadRequest(problem);
        var person = wanted.ToPerson();
        return state.Add(person, wanted.InStaffTeam)
            ? Results.Json(View(person, state, faults), statusCode: StatusCodes.Status201Created)
            : Results.Conflict("Somebody has this name or mail address already.");
    }

    private static async Task<IResult> SetAppAsync(string id, Switch to, TeamsState state, TeamsClient client)
    {
        if (state.FindPerson(id) is not { } person)
            return Results.NotFound();
        await client.SetAppAsync(person, to.On);
        return Results.NoContent();
    }

    private static IResult SetRefusal(string id, Refusal refusal, TeamsState state, Faults faults, Pages pages)
    {
        if (state.FindPerson(id) is not { } person)
            return Results.NotFound();
        if (refusal.Code is not null && !Faults.RefusalCodes.Contains(refusal.Code))
            return Results.BadRequest("Unknown code; known are " + string.Join(", ", Faults.RefusalCodes) + ".");
        faults.Refuse(person.Id, refusal.Code);
        pages.Tell(new JsonObject { ["kind"] = "people" });
        return Results.NoContent();
    }

    private static JsonObject View(Person person, TeamsState state, Faults faults) =>
        Views.Of(person, state.HasApp(person), state.InStaffTeam(person), faults.RefusalFor(person.Id));

    internal sealed record Switch(bool On);

    internal sealed record Refusal(string? Code);

    /// <summary>Somebody to be added; what is left out gets a plain default.</summary>
    internal sealed partial record NewPerson(
        string? Name, string? Mail, string? Hint = null, string? Locale = null, string? Zone = null,
        string? Membership = null, string? Title = null, string? Organisation = null, bool InStaffTeam = false)
    {
        /// <summary>What is wrong, for who typed it; null when nothing is.</summary>
        public string? Problem()
        {
            if (string.IsNullOrWhiteSpace(Name) || Slug().Replace(Name.ToLowerInvariant(), "").Length == 0)
                return "A name is needed.";
            if (Mail is null || !Address().IsMatch(Mail))
                return "A mail address is needed, such as name@city.example.";
            if (Zone is { Length: > 0 } && !TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _))
                return $"'{Zone}' is not a time zone; an example is America/Detroit.";
            if (Locale is { Length: > 0 } && !Tag().IsMatch(Locale))
                return $"'{Locale}' is not a locale; an example is en-US.";
            return Membership is not { Length: > 0 } || Enum.TryParse<Membership>(Membership, ignoreCase: true, out _)
                ? null
                : "The membership is Member, Guest or External.";
        }

        public Person ToPerson() => new(
            Slug().Replace(Mail!.Split('@')[0].ToLowerInvariant(), "-") is { Length: > 0 } slug ? slug : Mail,
            Name!.Trim(), Mail.Trim(), Or(Hint, "Added"), Or(Locale, "en-US"), Or(Zone, "America/New_York"),
            Membership is { Length: > 0 } m ? Enum.Parse<Membership>(m, ignoreCase: true) : Simulator.Membership.Member, Title, Organisation);

        private static string Or(string? value, string otherwise) => string.IsNullOrWhiteSpace(value) ? otherwise : value.Trim();

        [GeneratedRegex("[^a-z0-9]+")]
        private static partial Regex Slug();

        [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
        private static partial Regex Address();

        [GeneratedRegex("^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$")]
        private static partial Regex Tag();
    }
}
