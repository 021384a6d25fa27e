using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>The latest calls of the bot to the connector service, for who wants to see what happened.</summary>
internal sealed class Traffic(TimeProvider clock)
{
    private const int Most = 200;

    private static readonly object LostKey = new();

    private readonly Lock _gate = new();
    private readonly Queue<JsonObject> _calls = new();

    /// <summary>The latest calls, newest first: <c>at</c>, <c>method</c>, <c>path</c>, <c>status</c> (null where the answer was lost), <c>code</c>.</summary>
    public JsonArray Latest()
    {
        lock (_gate)
            return [.. _calls.Reverse().Select(c => c.DeepClone())];
    }

    /// <summary>Says that the answer to this call doesn't reach the bot.</summary>
    public void NoteLost(HttpContext http)
    {
        http.Items[LostKey] = true;
        Note(http, null, "answer lost");
    }

    public async ValueTask<object?> NoteConnectorCallAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (!context.HttpContext.Items.ContainsKey(LostKey))
            Note(context.HttpContext, result is IStatusCodeHttpResult { StatusCode: { } status } ? status : (result as ConnectorError)?.Status ?? 200, (result as ConnectorError)?.Code);
        return result;
    }

    private void Note(HttpContext http, int? status, string? code)
    {
        var call = new JsonObject
        {
            ["at"] = clock.GetUtcNow(),
            ["method"] = http.Request.Method,
            ["path"] = http.Request.Path.Value!["/simulator/connector".Length..],
            ["status"] = status,
            ["code"] = code,
        };
        lock (_gate)
        {
            _calls.Enqueue(call);
            if (_calls.Count > Most)
                _calls.Dequeue();
        }
    }
}
