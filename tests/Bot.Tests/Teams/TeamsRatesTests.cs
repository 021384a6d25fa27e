using System.Net;

using CoordinatorBot.Bot.Tests.Streams;
using CoordinatorBot.Edges.Teams;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Bot.Tests.Teams;

public sealed class TeamsRatesTests : IDisposable
{
    private const string Chat = "https://teams.example/amer/v3/conversations/a%3Aone/activities";
    private const string Message = Chat + "/1700000000000";

    private readonly FakeTime _time = new();
    private readonly TeamsOptions _options = new();
    private readonly Script _teams;
    private readonly HttpMessageInvoker _client;

    public TeamsRatesTests()
    {
        var options = Options.Create(_options);
        _teams = new Script(_time);
        _client = new HttpMessageInvoker(new TeamsRates(new SendingRates(options, _time), options, _time) { InnerHandler = _teams });
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Messages_of_duties_to_one_thread_keep_its_rates()
    {
        Pace.OfDuty(_time, TimeSpan.FromMinutes(5));
        await DriveAsync(Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(HttpMethod.Post, Chat))));
        for (var second = 0; second < 30; second++)
        {
            Assert.InRange(_teams.SentWithin(TimeSpan.FromSeconds(second), TimeSpan.FromSeconds(1)), 0, 7);
            Assert.InRange(_teams.SentWithin(TimeSpan.FromSeconds(second), TimeSpan.FromSeconds(2)), 0, 8);
        }

        Assert.Equal(20, _teams.Sent.Count);
    }

    [Fact]
    public async Task Busy_thread_does_not_hold_up_others()
    {
        Pace.OfDuty(_time, TimeSpan.FromMinutes(5));
        for (var i = 0; i < 7; i++)
            await SendAsync(HttpMethod.Post, Chat);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(HttpMethod.Post, Chat.Replace("one", "two", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(TimeSpan.Zero, _teams.Elapsed);
    }

    [Fact]
    public async Task All_threads_together_keep_the_rate_of_the_app()
    {
        Pace.OfDuty(_time, TimeSpan.FromMinutes(5));
        await DriveAsync(Task.WhenAll(Enumerable.Range(0, 120).Select(i => SendAsync(HttpMethod.Post, Chat.Replace("one", $"chat{i}", StringComparison.Ordinal)))));
        Assert.Equal(50, _teams.SentWithin(TimeSpan.Zero, TimeSpan.FromSeconds(1)));
        Assert.InRange(_teams.SentWithin(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)), 1, 50);
        Assert.Equal(120, _teams.Sent.Count);
    }

    [Fact]
    public async Task Reply_is_sent_at_once_whatever_the_rates_say()
    {
        Pace.OfTurn(_time, _options.TurnPatience);
        for (var i = 0; i < 12; i++)
            await SendAsync(HttpMethod.Post, Chat);
        Assert.Equal(12, _teams.Sent.Count);
        Assert.Equal(TimeSpan.Zero, _teams.Elapsed);
    }

    [Fact]
    public async Task Message_that_would_have_to_wait_too_long_is_not_sent_and_told_how_long()
    {
        Pace.OfDuty(_time, TimeSpan.FromMilliseconds(100));
        for (var i = 0; i < 7; i++)
            await SendAsync(HttpMethod.Post, Chat);
        var refused = await SendAsync(HttpMethod.Post, Chat);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(7, _teams.Sent.Count);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Update_delete_and_read_are_repeated_where_the_trouble_may_pass(int status)
    {
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Get })
        {
            _teams.Answer(status, status);
            Pace.OfDuty(_time, TimeSpan.FromMinutes(1));
            Assert.Equal(HttpStatusCode.Created, (await DriveAsync(SendAsync(method, Message))).StatusCode);
        }

        Assert.Equal(9, _teams.Sent.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(500)]
    public async Task Update_is_not_repeated_where_it_would_not_help(int status)
    {
        _teams.Answer(status);
        Assert.Equal(status, (int)(await DriveAsync(SendAsync(HttpMethod.Put, Message))).StatusCode);
        Assert.Single(_teams.Sent);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(412)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task New_message_that_may_have_been_delivered_is_not_repeated(int status)
    {
        _teams.Answer(status);
        Assert.Equal(status, (int)(await DriveAsync(SendAsync(HttpMethod.Post, Chat))).StatusCode);
        Assert.Single(_teams.Sent);
    }

    [Fact]
    public async Task New_message_is_repeated_after_429_and_where_no_connection_was_made()
    {
        _teams.Answer(429, Script.NoConnection);
        Assert.Equal(HttpStatusCode.Created, (await DriveAsync(SendAsync(HttpMethod.Post, Chat))).StatusCode);
        Assert.Equal(3, _teams.Sent.Count);
    }

    [Fact]
    public async Task New_message_whose_connection_broke_is_not_repeated()
    {
        _teams.Answer(Script.Broken);
        await Assert.ThrowsAsync<HttpRequestException>(() => DriveAsync(SendAsync(HttpMethod.Post, Chat)));
        Assert.Single(_teams.Sent);
    }

    [Fact]
    public async Task Retry_after_is_obeyed()
    {
        _teams.Answer(429);
        _teams.RetryAfter = TimeSpan.FromSeconds(3);
        await DriveAsync(SendAsync(HttpMethod.Post, Chat));
        Assert.InRange(_teams.Sent[1] - _teams.Sent[0], TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3.2));
    }

    [Fact]
    public async Task Reply_does_not_wait_longer_than_a_pressed_button_has()
    {
        _teams.Answer(429);
        _teams.RetryAfter = TimeSpan.FromSeconds(10);
        Pace.OfTurn(_time, _options.TurnPatience);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(HttpMethod.Post, Chat)).StatusCode);
        Assert.Equal(TimeSpan.Zero, _teams.Elapsed);
    }

    [Fact]
    public async Task Tries_come_to_an_end()
    {
        _teams.Answer(Enumerable.Repeat(502, 20).ToArray());
        Pace.OfDuty(_time, TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.BadGateway, (await DriveAsync(SendAsync(HttpMethod.Put, Message))).StatusCode);
        Assert.Equal(_options.Tries, _teams.Sent.Count);
    }

    [Fact]
    public async Task Requests_that_are_none_of_the_connector_pass()
    {
        _teams.Answer(502);
        Assert.Equal(HttpStatusCode.BadGateway, (await SendAsync(HttpMethod.Get, "https://login.example/keys")).StatusCode);
        Assert.Single(_teams.Sent);
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string address) =>
        _client.SendAsync(new HttpRequestMessage(method, address) { Content = method == HttpMethod.Get ? null : new StringContent("{}") }, TestContext.Current.CancellationToken);

    private async Task<T> DriveAsync<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken);
        }

        return await task;
    }

    /// <summary>Teams, which answers 201 unless told otherwise.</summary>
    private sealed class Script(FakeTime time) : HttpMessageHandler
    {
        public const int NoConnection = -1;
        public const int Broken = -2;

        private readonly Queue<int> _answers = new();
        private readonly DateTimeOffset _begun = time.GetUtcNow();
        private readonly Lock _lock = new();

        public List<DateTimeOffset> Sent { get; } = [];

        public TimeSpan? RetryAfter { get; set; }

        public TimeSpan Elapsed => time.GetUtcNow() - _begun;

        public void Answer(params int[] statuses) => Array.ForEach(statuses, _answers.Enqueue);

        public int SentWithin(TimeSpan from, TimeSpan within) => Sent.Count(at => at - _begun >= from && at - _begun < from + within);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                Sent.Add(time.GetUtcNow());
                var status = _answers.TryDequeue(out var next) ? next : 201;
                if (status == NoConnection)
                    throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
                if (status == Broken)
                    throw new HttpRequestException(HttpRequestError.ResponseEnded, "broken");
                var response = new HttpResponseMessage((HttpStatusCode)status);
                if (status == 429 && RetryAfter is { } wait)
                    response.Headers.RetryAfter = new(wait);
                return Task.FromResult(response);
            }
        }
    }
}
