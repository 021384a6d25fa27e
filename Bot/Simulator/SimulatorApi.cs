using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>What the page asks of the simulator, under <c>/simulator/api</c>. Who acts is the query's <c>as</c>, a person's id.</summary>
internal static class SimulatorApi
{
    /// <summary>The largest file that can be attached, in bytes.</summary>
    private const long MostFileBytes = 4 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/simulator/api");
        PeopleApi.Map(api);
        ControlsApi.Map(api);
        api.MapGet("/events", NewsStream.WriteAsync);
        api.MapGet("/commands", (CommandList commands) => commands.All);
        api.MapGet("/chats", Chats);
        api.MapGet("/chats/{chat}", ChatAsync);
        api.MapPost("/chats/{chat}/read", MarkRead);
        api.MapPost("/chats/{chat}/messages", SayAsync);
        api.MapPost("/chats/{chat}/messages/{message}/press", PressAsync);
        api.MapPost("/chats/{chat}/messages/{message}/refresh", RefreshAsync);
        api.MapPost("/chats/{chat}/messages/{message}/task", SubmitTaskAsync);
        api.MapPost("/files", UploadAsync);
        routes.MapGet("/simulator/files/{id}/{name}", (string id, string name, SentFiles files) =>
            files.Find(id) is { } content ? Results.Bytes(content, "application/octet-stream", name) : Results.NotFound());
    }

    private static IResult Chats(string @as, TeamsState state) =>
        state.FindPerson(@as) is { } viewer
            ? Results.Json(new JsonArray([.. state.ConversationsOf(viewer).Select(c => state.Read(() => Views.Of(c, viewer)))]))
            : Results.NotFound();

    private static async Task<IResult> ChatAsync(string chat, string @as, TeamsState state, TeamsClient client)
    {
        if (Find(state, @as, chat) is not var (viewer, conversation))
            return Results.NotFound();
        await client.GreetAsync(viewer, conversation);
        var members = state.MembersOf(conversation);
        return Results.Json(state.Read(() => new JsonObject
        {
            ["chat"] = Views.Of(conversation, viewer),
            ["open"] = state.IsOpen(conversation),
            ["members"] = new JsonArray([.. members.Select(m => (JsonNode)m.Name)]),
            ["messages"] = new JsonArray([.. conversation.Messages.Select(m => Views.Of(m, conversation, viewer, members.Count))]),
        }));
    }

    private static IResult MarkRead(string chat, string @as, TeamsState state)
    {
        if (Find(state, @as, chat) is not var (viewer, conversation))
            return Results.NotFound();
        state.MarkRead(viewer, conversation);
        return Results.NoContent();
    }

    private static async Task<IResult> SayAsync(
        string chat, string @as, Said said, TeamsState state, TeamsClient client, SentFiles files)
    {
        if (Find(state, @as, chat) is not var (from, conversation))
            return Results.NotFound();
        if (!state.IsOpen(conversation))
            return Results.Conflict("The app is not installed for you.");
        var attached = files.Attachments(said.Files ?? []);
        if (string.IsNullOrWhiteSpace(said.Text) && said.Html is null && attached.Count == 0)
            return Results.BadRequest("A message has text, html or files.");
        return Results.Json(await client.SayAsync(
            from, conversation, said.Thread, said.Text ?? "", said.Html, attached.Count == 0 ? null : attached));
    }

    private static async Task<IResult> PressAsync(
        string chat, string message, string @as, JsonObject action, TeamsState state, TeamsClient client) =>
        Find(state, @as, chat) is var (from, conversation) && state.Read(() => conversation.Find(message)) is { } pressed
            ? Results.Json(await client.PressAsync(from, conversation, pressed, action))
            : Results.NotFound();

    private static async Task<IResult> RefreshAsync(
        string chat, string message, string @as, TeamsState state, TeamsClient client) =>
        Find(state, @as, chat) is var (viewer, conversation) && state.Read(() => conversation.Find(message)) is { } seen
            ? Results.Json(await client.RefreshAsync(viewer, conversation, seen))
            : Results.NotFound();

    private static async Task<IResult> SubmitTaskAsync(
        string chat, string message, string @as, JsonObject data, TeamsState state, TeamsClient client) =>
        Find(state, @as, chat) is var (from, conversation)
            ? Results.Json(await client.SubmitTaskAsync(from, conversation, state.Read(() => conversation.Find(message)), data))
            : Results.NotFound();

    private static async Task<IResult> UploadAsync(string name, HttpContext http, SentFiles files)
    {
        if (http.Request.ContentLength is null or > MostFileBytes)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        using var content = new MemoryStream();
        await http.Request.Body.CopyToAsync(content, http.RequestAborted);
        return Results.Json(new JsonObject { ["id"] = files.Add(name, content.ToArray()) });
    }

    private static (Person, Conversation)? Find(TeamsState state, string personId, string chat) =>
        state.FindPerson(personId) is { } person
        && state.ConversationsOf(person).FirstOrDefault(c => c.Id == chat) is { } conversation
            ? (person, conversation)
            : null;

    /// <summary>What somebody sends.</summary>
    /// <param name="Text">The text typed.</param>
    /// <param name="Html">What was pasted, where it was more than text.</param>
    /// <param name="Thread">The message it replies to, in a channel.</param>
    /// <param name="Files">Ids of files uploaded before.</param>
    internal sealed record Said(string? Text, string? Html, string? Thread, IReadOnlyList<string>? Files);
}
