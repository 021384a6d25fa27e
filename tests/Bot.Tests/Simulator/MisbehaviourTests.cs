using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CoordinatorBot.Bot.Tests.Simulator;

public sealed class MisbehaviourTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private Task<HttpResponseMessage> SendAsync(Player person) =>
        simulator.ConnectorAsync(HttpMethod.Post, person.Activities, new JsonObject { ["type"] = "message", ["text"] = "hello" });

    [Fact]
    public async Task Throttle_lasts_for_the_calls_asked_for_and_names_the_wait()
    {
        var person = await simulator.NewPersonAsync();
        await simulator.SetFaultsAsync(new { throttle = 2, retryAfter = 7 });

        var first = await SendAsync(person);
        Assert.Equal(HttpStatusCode.TooManyRequests, first.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), first.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(person)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(person)).StatusCode);
        Assert.Single(await person.MessagesAsync());
    }

    [Fact]
    public async Task Bad_gateway_and_too_big_deliver_nothing()
    {
        var person = await simulator.NewPersonAsync();
        await simulator.SetFaultsAsync(new { retryAfter = 1, badGateway = 1, tooBig = 1 });
        Assert.Equal(HttpStatusCode.BadGateway, (await SendAsync(person)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(person)).StatusCode);
        Assert.Empty(await person.MessagesAsync());
    }

    [Fact]
    public async Task Closed_connection_loses_the_answer_but_not_the_message()
    {
        var person = await simulator.NewPersonAsync();
        await simulator.SetFaultsAsync(new { retryAfter = 1, closeUnanswered = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(person));
        Assert.Single(await person.MessagesAsync());
    }

    [Fact]
    public async Task Answer_that_never_comes_leaves_the_message_delivered()
    {
        var person = await simulator.NewPersonAsync();
        await simulator.SetFaultsAsync(new { retryAfter = 1, neverAnswer = 1 });
        using var given = new CancellationTokenSource();
        var request = new HttpRequestMessage(HttpMethod.Post, "/simulator/connector/v3/" + person.Activities)
        {
            Content = JsonContent.Create(new JsonObject { ["type"] = "message", ["text"] = "hello" }),
        };
        var sending = simulator.Http.SendAsync(request, given.Token);
        while ((await person.MessagesAsync()).Count == 0)
            await Task.Yield();
        Assert.False(sending.IsCompleted);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Theory]
    [InlineData("ConversationBlockedByUser")]
    [InlineData("BotNotInConversationRoster")]
    [InlineData("BotDisabledByAdmin")]
    [InlineData("MessageWritesBlocked")]
    [InlineData("NotEnoughPermissions")]
    public async Task Messages_to_one_person_are_refused_with_the_code_chosen_and_others_get_theirs(string code)
    {
        var refused = await simulator.PlayAsync("xiong-vang");
        await simulator.Http.PutAsJsonAsync($"/simulator/api/people/{refused.Id}/refusal", new { code });
        var response = await SendAsync(refused);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(code, (string?)(await response.Content.ReadFromJsonAsync<JsonObject>())!["error"]!["code"]);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(await simulator.PlayAsync("renee-dubois"))).StatusCode);

        await simulator.Http.PutAsJsonAsync($"/simulator/api/people/{refused.Id}/refusal", new { code = (string?)null });
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(refused)).StatusCode);
    }

    [Fact]
    public async Task Eighth_message_of_a_second_waits_where_rates_are_enforced()
    {
        var person = await simulator.NewPersonAsync();
        await simulator.SetFaultsAsync(new { retryAfter = 1, enforceRates = true });
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => SendAsync(person)));
        await simulator.SetFaultsAsync(new { retryAfter = 1 });

        // 7 in one second, and 8 in two should the burst take longer than one.
        Assert.InRange(answers.Count(a => a.StatusCode == HttpStatusCode.Created), 7, 8);
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.Created), a => Assert.NotNull(a.Headers.RetryAfter));
        simulator.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(person)).StatusCode);
    }

    [Fact]
    public async Task Calls_are_listed_newest_first_with_their_answers()
    {
        var person = await simulator.NewPersonAsync();
        await SendAsync(person);
        await simulator.ConnectorAsync(HttpMethod.Get, "conversations/a:nothing/members");
        var calls = (await simulator.Http.GetFromJsonAsync<JsonArray>("/simulator/api/traffic"))!;
        Assert.Equal(("GET", 404, "ConversationNotFound"), ((string)calls[0]!["method"]!, (int)calls[0]!["status"]!, (string)calls[0]!["code"]!));
        Assert.Equal(("POST", 201), ((string)calls[1]!["method"]!, (int)calls[1]!["status"]!));
    }

    [Fact]
    public async Task Faults_out_of_range_are_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await simulator.Http.PutAsJsonAsync("/simulator/api/faults", new { throttle = -1 })).StatusCode);
}
