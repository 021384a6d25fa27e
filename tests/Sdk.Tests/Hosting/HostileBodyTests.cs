using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using CoordinatorBot.Sdk.Tests.Conformance;

namespace CoordinatorBot.Sdk.Tests.Hosting;

/// <summary>Bodies that are no activity, or one that can't be handled, are refused with 4xx, and nothing is sent.</summary>
public sealed class HostileBodyTests : IAsyncLifetime
{
    private BotHost? _bot;
    private ConnectorSink? _sink;

    public static TheoryData<string, string> Members => new()
    {
        { "type", "null" }, { "type", "5" }, { "type", "\"\"" }, { "type", "{}" }, { "type", "[\"message\"]" },
        { "channelId", "null" }, { "channelId", "\" \"" }, { "channelId", "7" },
        { "conversation", "null" }, { "conversation", "\"a:chat\"" }, { "conversation", "[]" }, { "conversation", "{}" },
        { "conversation", """{"id":null}""" }, { "conversation", """{"id":""}""" }, { "conversation", """{"id":".."}""" }, { "conversation", """{"id":"."}""" },
        { "conversation", """{"id":5}""" }, { "conversation", """{"id":"a\u0000b"}""" }, { "conversation", """{"id":"a\r\nHost: x"}""" }, { "conversation", """{"id":{"id":"x"}}""" },
        { "id", "\"..\"" }, { "id", "\"\\u0007\"" }, { "id", "12" }, { "id", "{}" }, { "id", "\"\"" }, { "id", "\"a\\u0085b\"" },
        { "replyToId", "\"..\"" }, { "replyToId", "[]" },
        { "serviceUrl", "null" }, { "serviceUrl", "\"\"" }, { "serviceUrl", "\"not a url\"" }, { "serviceUrl", "\"/relative\"" }, { "serviceUrl", "\"file:///etc/passwd\"" },
        { "serviceUrl", "\"http://user:secret@127.0.0.1/\"" }, { "serviceUrl", "\"http://127.0.0.1/?a=\"" }, { "serviceUrl", "\"http://127.0.0.1/#a\"" }, { "serviceUrl", "3" },
        { "from", "\"carol\"" }, { "from", """{"id":"\u0001"}""" }, { "from", """{"id":[]}""" }, { "recipient", """{"id":".."}""" },
        { "text", "5" }, { "text", "{}" }, { "text", "\"\\ud800\"" }, { "text", "\"\\udc00\\ud800\"" }, { "text", "\"\\ud800x\"" }, { "text", "\"\\ud800\\n\"" },
        { "value", """{"a":"\ud83c"}""" }, { "value", """{"a":1,"a":2}""" }, { "channelData", """{"tenant":{"id":"1","id":"2"}}""" }, { "unheardOf", """{"\udfff":1}""" },
        { "value", "1e400" }, { "channelData", "-1e400" },
        { "attachments", """[{"content":{"a":1,"a":2}}]""" }, { "attachments", """[{"odd":1,"odd":2}]""" }, { "entities", """[{"a":1,"a":2}]""" }, { "entities", """[{"type":"x","a":{"b":1,"b":2}}]""" },
        { "membersAdded", """[{"id":"1","id":"2"}]""" }, { "suggestedActions", """{"actions":[{"title":"a","title":"b"}]}""" }, { "relatesTo", """{"odd":1,"odd":2}""" }, { "relatesTo", """{"odd":{"a":1,"a":2}}""" },
        { "entities", """[{"type":"mention","mentioned":5}]""" }, { "entities", """[{"type":"Mention","text":[]}]""" },
        { "entities", "{}" }, { "entities", "[null]" }, { "entities", "[5]" }, { "entities", "[[]]" },
        { "attachments", "[null]" }, { "membersAdded", "[null]" }, { "membersAdded", """[{"id":".."}]""" }, { "membersRemoved", "[\"x\"]" }, { "reactionsAdded", "[null]" },
        { "timestamp", "\"yesterday\"" }, { "timestamp", "5" }, { "timestamp", "\"0001-01-01T00:00:00+14:00\"" }, { "timestamp", "\"9999-12-31T23:59:59-14:00\"" }, { "timestamp", "\"2026-02-30T00:00:00Z\"" }, { "timestamp", "\"2026-01-01T00:00:00+99:00\"" }, { "localTimestamp", "\"2026-99-99T00:00:00Z\"" }, { "expiration", "{}" }, { "historyDisclosed", "\"maybe\"" },
        { "suggestedActions", "[]" }, { "relatesTo", "\"x\"" }, { "semanticAction", "[]" }, { "listenFor", "\"x\"" },
    };

    public static TheoryData<string> Bodies => new(
        "", " ", "null", "5", "\"message\"", "[]", "[{}]", "{", "{}", "{\"type\"", "{\"type\":\"message\"", "not json", "<xml/>", "{\"type\":\"message\"}{}", "{\"type\":\"message\",}",
        "{\"type\":\"message\",\"type\":\"event\"}", "{'type':'message'}", "{\"type\":\"message\"} // comment");

    public async ValueTask InitializeAsync()
    {
        _sink = await ConnectorSink.StartAsync();
        _bot = await BotHost.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _bot!.DisposeAsync();
        await _sink!.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_that_is_no_activity_is_refused(string body) => await RefusesAsync(Encoding.UTF8.GetBytes(body));

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Member_that_is_odd_is_refused(string name, string json)
    {
        var body = Given.Message(_sink!.Url, activity => activity.Remove(name));

        await RefusesAsync(Encoding.UTF8.GetBytes($"{body[..^1]},\"{name}\":{json}}}"));
    }

    [Theory]
    [InlineData("\"text\":\"a\",\"Text\":\"b\"")]
    [InlineData("\"text\":\"a\",\"\\u0074ext\":\"b\"")]
    [InlineData("\"unheardOf\":1,\"unheardOf\":2")]
    [InlineData("\"recipient\":{\"id\":\"28:b\",\"ID\":\"28:c\"}")]
    public async Task Member_that_is_there_twice_is_refused_however_it_is_spelt(string members)
    {
        var body = Given.Message(_sink!.Url, activity => _ = activity.Remove("text") && activity.Remove("recipient"));

        await RefusesAsync(Encoding.UTF8.GetBytes($"{body[..^1]},{members}}}"));
    }

    [Theory]
    [InlineData("conversation")]
    [InlineData("type")]
    [InlineData("serviceUrl")]
    [InlineData("channelId")]
    public async Task Member_that_is_missing_is_refused(string name)
        => await RefusesAsync(Encoding.UTF8.GetBytes(Given.Message(_sink!.Url, activity => activity.Remove(name))));

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public async Task Ten_thousand_levels_are_refused(char open, char close)
    {
        const int Levels = 10_000;
        var inner = open == '[' ? new string(open, Levels) + new string(close, Levels) : string.Concat(Enumerable.Repeat("{\"a\":", Levels)) + "1" + new string(close, Levels);

        await RefusesAsync(Encoding.UTF8.GetBytes($"{Given.Message(_sink!.Url)[..^1]},\"value\":{inner}}}"));
    }

    [Fact]
    public async Task Thirty_megabytes_are_refused()
        => Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await _bot!.PostAsync(Given.Message(_sink!.Url, activity => activity["text"] = new string('x', 30_000_000))));

    [Theory]
    [InlineData(5_000_000)]
    [InlineData(30_000_000)]
    public async Task Length_that_isnt_told_beforehand_is_limited_too(int length)
        => Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await _bot!.PostInPiecesAsync(Encoding.UTF8.GetBytes(Given.Message(_sink!.Url, activity => activity["text"] = new string('x', length)))));

    [Theory]
    [InlineData("Content-Length: 1000\r\n\r\n{\"type\":")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n8\r\n{\"type\":\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nnot a length\r\n")]
    public async Task Body_that_ends_early_is_no_fault_of_ours(string rest)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _bot!.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: {_bot.Address.Authority}\r\nContent-Type: application/json\r\n{rest}"));
        client.Client.Shutdown(SocketShutdown.Send);

        Assert.InRange(await _bot.Outcomes.ReadAsync(), 400, 499);
        Assert.Empty(_sink!.Calls);
    }

    [Fact]
    public async Task Body_that_is_compressed_is_refused()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) await gzip.WriteAsync(Encoding.UTF8.GetBytes(Given.Message(_sink!.Url)));

        Assert.Equal(HttpStatusCode.BadRequest, await _bot!.PostAsync(packed.ToArray(), request => request.Content!.Headers.ContentEncoding.Add("gzip")));
        Assert.Empty(_sink!.Calls);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    public async Task What_the_body_is_called_doesnt_count(string? type)
        => Assert.Equal(HttpStatusCode.OK, await _bot!.PostAsync(Encoding.UTF8.GetBytes(Given.Message(_sink!.Url)), request => request.Content!.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type)));

    [Theory]
    [InlineData("conversation")]
    [InlineData("from")]
    [InlineData("recipient")]
    public async Task Id_of_a_hundred_kilobytes_is_refused(string account)
        => await RefusesAsync(Encoding.UTF8.GetBytes(Given.Message(_sink!.Url, activity => activity[account]!["id"] = new string('x', 100_000))));

    [Theory]
    [InlineData("id")]
    [InlineData("replyToId")]
    [InlineData("channelId")]
    [InlineData("serviceUrl")]
    public async Task Text_of_a_hundred_kilobytes_is_no_id_and_no_address(string name)
        => await RefusesAsync(Encoding.UTF8.GetBytes(Given.Message(_sink!.Url, activity => activity[name] = "http://127.0.0.1/" + new string('x', 100_000))));

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused()
    {
        var body = Encoding.UTF8.GetBytes(Given.Message(_sink!.Url));
        body[Array.LastIndexOf(body, (byte)'h')] = 0xFF;

        await RefusesAsync(body);
    }

    [Theory]
    [InlineData("a:1 b/c+d@e;f=ü%41&g#h?i=j")]
    [InlineData("../../v3/conversations/other")]
    [InlineData("%2e%2e/%2f")]
    [InlineData("...")]
    [InlineData("19:x@thread.tacv2;messageid=1")]
    public async Task Id_is_one_segment_of_the_path_whatever_is_in_it(string id)
    {
        Assert.Equal(HttpStatusCode.OK, await _bot!.PostAsync(Given.Message(_sink!.Url + "/emea/", activity => activity["conversation"]!["id"] = id)));

        Assert.Equal($"/emea/v3/conversations/{id.Replace("/", "%2F", StringComparison.Ordinal)}/activities/1", Assert.Single(_sink.Calls).Path);
    }

    [Fact]
    public async Task Unheard_of_members_types_and_words_are_no_reason_to_refuse()
    {
        foreach (var (name, value) in new (string, JsonNode)[] { ("type", "neverHeardOf"), ("deliveryMode", "byPigeon"), ("inputHint", "?"), ("attachmentLayout", "spiral"), ("textFormat", "runes"), ("action", "juggle"), ("value", new JsonObject { ["a"] = 1, ["A"] = 2 }), ("importance", "utmost"), ("unknown", new JsonObject { ["a"] = 1 }) })
        {
            Assert.Equal(HttpStatusCode.OK, await _bot!.PostAsync(Given.Message(_sink!.Url, activity => activity[name] = value)));
        }
    }

    [Theory]
    [InlineData("conversationUpdate")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    public async Task Data_of_Teams_that_the_turn_will_read_is_checked_first(string type)
    {
        foreach (var data in new JsonNode[] { 5, "x", new JsonArray(), new JsonObject { ["team"] = 5 }, new JsonObject { ["eventType"] = new JsonObject() } })
            await RefusesAsync(Encoding.UTF8.GetBytes(Given.Message(_sink!.Url, activity => (activity["type"], activity["channelData"]) = (type, data))));
    }

    [Fact]
    public async Task Whole_characters_that_are_escaped_are_text()
    {
        var body = Given.Message(_sink!.Url, activity => activity["text"] = "TEXT").Replace("TEXT", "\\ud83c\\udf89 \\\\ud800 \\u00fc", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await _bot!.PostAsync(body));

        Assert.Equal("You said: 🎉 \\ud800 ü", (string?)Assert.Single(_sink.Calls).Body!["text"]);
    }

    private async Task RefusesAsync(byte[] body)
    {
        var status = (int)await _bot!.PostAsync(body);

        Assert.InRange(status, 400, 499);
        Assert.Empty(_sink!.Calls);
    }
}
