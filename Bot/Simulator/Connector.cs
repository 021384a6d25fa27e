using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>The connector service: where the bot's replies and proactive messages come in, as ConnectorAPI.json says.</summary>
internal sealed class Connector(
    TeamsState state, Pages pages, Faults faults, ThreadRates rates, OwnAddress address, Traffic traffic, IHostApplicationLifetime lifetime)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static void Map(IEndpointRouteBuilder routes)
    {
        var v3 = routes.MapGroup("/simulator/connector/v3");
        v3.AddEndpointFilter((context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<Traffic>().NoteConnectorCallAsync(context, next));

        v3.MapPost("/conversations", (HttpContext http, Connector c) => c.CreateConversationAsync(http));
        v3.MapPost("/conversations/{id}/activities", (string id, HttpContext http, Connector c) => c.PostAsync(http, id, replyTo: null));
        v3.MapPost("/conversations/{id}/activities/{activityId}",
            (string id, string activityId, HttpContext http, Connector c) => c.PostAsync(http, id, activityId));
        v3.MapPut("/conversations/{id}/activities/{activityId}",
            (string id, string activityId, HttpContext http, Connector c) => c.UpdateAsync(http, id, activityId));
        v3.MapDelete("/conversations/{id}/activities/{activityId}",
            (string id, string activityId, Connector c) => c.Delete(id, activityId));
        ConnectorReads.Map(v3);
    }

    private async Task<IResult> CreateConversationAsync(HttpContext http)
    {
        if (await BodyAsync(http) is not { } body)
            return ConnectorError.BadSyntax("The body is not a JSON object.");
        var activity = body["activity"] as JsonObject;
        if (activity is not null && ConnectorContract.Check(activity) is { } bad)
            return bad;
        var fault = faults.Next(carriesMessage: activity is not null, createsMessage: true);
        if (Refusal(fault) is { } refusal)
            return refusal;

        var (conversation, error) = ChannelId(body) is { } channel ? Channel(channel, activity) : Chat(body);
        if (conversation is null)
            return error!;
        if (RateRefusal(conversation.Id) is { } tooMany)
            return tooMany;

        var message = activity is null ? null : state.Post(conversation, null, Shown(activity), null);
        var id = conversation.IsChannel ? $"{conversation.Id};messageid={message!.Id}" : conversation.Id;
        var answer = new JsonObject { ["id"] = id, ["serviceUrl"] = address.ServiceUrl };
        if (message is not null)
            answer["activityId"] = message.Id;
        return await AnswerAsync(http, fault, Results.Json(answer, statusCode: StatusCodes.Status201Created));
    }

    private static string? ChannelId(JsonObject body) =>
        ConnectorContract.Text((body["channelData"] as JsonObject)?["channel"], "id");

    private (Conversation?, ConnectorError?) Channel(string id, JsonObject? activity)
    {
        if (activity is null)
            return (null, ConnectorError.BadSyntax("A channel post needs an activity."));
        return state.FindConversation(id) is ({ IsChannel: true } channel, null)
            ? (channel, null)
            : (null, ConnectorError.NoConversation);
    }

    private (Conversation?, ConnectorError?) Chat(JsonObject body)
    {
        if (body["members"] is not JsonArray { Count: 1 } members || ConnectorContract.Text(members[0], "id") is not { Length: > 0 } id)
            return (null, ConnectorError.BadSyntax("A chat is created with exactly one member."));
        if ((ConnectorContract.Text(body, "tenantId") ?? ConnectorContract.Text((body["channelData"] as JsonObject)?["tenant"], "id")) is null)
            return (null, ConnectorError.BadSyntax("The tenant is missing: tenantId, or channelData.tenant.id."));
        if (state.FindAccount(id) is not { } person)
            return (null, ConnectorError.BadArgument("Failed to decrypt pairwise id."));
        return Refusal(person) is { } refusal ? (null, refusal) : (state.ConversationsOf(person)[0], null);
    }

    private async Task<IResult> PostAsync(HttpContext http, string id, string? replyTo)
    {
        if (await BodyAsync(http) is not { } activity)
            return ConnectorError.BadSyntax("The body is not a JSON object.");
        if (ConnectorContract.Check(activity) is { } bad)
            return bad;
        var fault = faults.Next(carriesMessage: true, createsMessage: true);
        if (Refusal(fault) is { } refusal)
            return refusal;
        if (state.FindConversation(id) is not { } found)
            return ConnectorError.NoConversation;
        var (conversation, thread) = found;
        if ((conversation.Person is { } person ? Refusal(person) : null) is { } forbidden)
            return forbidden;
        if (RateRefusal(id) is { } tooMany)
            return tooMany;

        if ((string?)activity["type"] == "typing")
        {
            ShowTyping(conversation);
            return Results.Json(new JsonObject(), statusCode: StatusCodes.Status202Accepted);
        }
        thread ??= conversation.IsChannel ? replyTo : null;
        if (thread is not null && !state.Read(() => conversation.Messages.Exists(m => m.Id == thread && m.ThreadId is null)))
            return ConnectorError.NoActivity;
        var answer = Deliver(conversation, thread, activity);
        return await AnswerAsync(http, fault, Results.Json(answer, statusCode: StatusCodes.Status201Created));
    }

    // Teams splits text with an attachment into two messages, and then names neither.
    private JsonObject Deliver(Conversation conversation, string? thread, JsonObject activity)
    {
        var split = !string.IsNullOrWhiteSpace((string?)activity["text"]) && activity["attachments"] is JsonArray { Count: > 0 };
        if (!split)
            return new JsonObject { ["id"] = state.Post(conversation, null, Shown(activity), thread).Id };
        var (text, cards) = (Shown(activity), Shown(activity));
        text.Remove("attachments");
        cards.Remove("text");
        state.Post(conversation, null, text, thread);
        state.Post(conversation, null, cards, thread);
        return [];
    }

    private async Task<IResult> UpdateAsync(HttpContext http, string id, string activityId)
    {
        if (await BodyAsync(http) is not { } activity)
            return ConnectorError.BadSyntax("The body is not a JSON object.");
        if (ConnectorContract.Check(activity) is { } bad)
            return bad;
        if (Refusal(faults.Next(carriesMessage: true, createsMessage: false)) is { } refusal)
            return refusal;
        var (conversation, message, error) = OwnMessage(id, activityId);
        if (error is not null)
            return error;
        state.Replace(conversation!, message!, Shown(activity));
        return Results.Json(new JsonObject { ["id"] = activityId });
    }

    private IResult Delete(string id, string activityId)
    {
        if (Refusal(faults.Next(carriesMessage: false, createsMessage: false)) is { } refusal)
            return refusal;
        var (conversation, message, error) = OwnMessage(id, activityId);
        if (error is not null)
            return error;
        state.Delete(conversation!, message!);
        return Results.Ok();
    }

    private (Conversation?, Message?, ConnectorError?) OwnMessage(string id, string activityId)
    {
        if (state.FindConversation(id) is not var (conversation, _))
            return (null, null, ConnectorError.NoConversation);
        if (conversation.Person is { } person && Refusal(person) is { } refusal)
            return (null, null, refusal);
        var message = state.Read(() => conversation.Find(activityId) is { Deleted: false } m ? m : null);
        if (message is null)
            return (null, null, ConnectorError.NoActivity);
        if (message.From is not null)
            return (null, null, ConnectorError.Forbidden("NotEnoughPermissions"));
        return RateRefusal(id) is { } tooMany ? (null, null, tooMany) : (conversation, message, null);
    }

    private ConnectorError? Refusal(Person person) =>
        !state.HasApp(person) ? ConnectorError.NotInRoster
        : faults.RefusalFor(person.Id) is { } code ? ConnectorError.Forbidden(code)
        : null;

    private ConnectorError? Refusal(Fault fault) => fault switch
    {
        Fault.Throttle => ConnectorError.TooMany(faults.Settings.RetryAfter),
        Fault.BadGateway => ConnectorError.BadGateway,
        Fault.TooBig => ConnectorError.TooBig,
        _ => null,
    };

    private ConnectorError? RateRefusal(string thread) =>
        faults.EnforceRates && rates.Admit(thread, memberRead: false) is { } wait
            ? ConnectorError.TooMany((int)Math.Ceiling(wait.TotalSeconds))
            : null;

    private async Task<IResult> AnswerAsync(HttpContext http, Fault fault, IResult answer)
    {
        switch (fault)
        {
            case Fault.CloseUnanswered:
                traffic.NoteLost(http);
                http.Abort();
                break;
            case Fault.NeverAnswer:
                traffic.NoteLost(http);
                using (var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping))
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, gone.Token).ContinueWith(_ => { }, TaskScheduler.Default);
                }
                http.Abort();
                break;
        }
        return answer;
    }

    private void ShowTyping(Conversation conversation)
    {
        foreach (var member in state.MembersOf(conversation))
            pages.Tell(member.Id, new JsonObject { ["kind"] = "typing", ["chat"] = conversation.Id });
    }

    // A message in Teams is Markdown unless it says otherwise.
    private static JsonObject Shown(JsonObject activity)
    {
        var shown = activity.DeepClone().AsObject();
        shown["textFormat"] ??= "markdown";
        return shown;
    }

    private static async Task<JsonObject?> BodyAsync(HttpContext http)
    {
        try
        {
            return await JsonNode.ParseAsync(
                http.Request.Body, documentOptions: Strict, cancellationToken: http.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
