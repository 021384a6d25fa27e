using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Features.People;
using CoordinatorBot.Streams;

using Microsoft.Extensions.DependencyInjection;

namespace CoordinatorBot.Bot.Tests.Digests;

public sealed class DigestTests : IAsyncLifetime
{
    private readonly TeamsHost _host = new();
    private PersonInTeams _nora = null!;
    private string _channel = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _nora = await _host.PlayAsync("nora-whitfield");
        _channel = await _nora.ChannelAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_coordinator_subscribes_the_channel_and_hears_when_the_next_digest_comes()
    {
        var answers = await _nora.SayAsync("digest", _channel);

        Assert.Contains(answers, a => a.Text.Contains("every day at 08:00", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("digest weekly Tuesday 9:30", "every Tuesday at 09:30")]
    [InlineData("digest daily 7pm", "every day at 19:00")]
    [InlineData("digest every friday", "every Friday at 08:00")]
    [InlineData("digest tomorrow perhaps", "Say “digest” to subscribe")]
    [InlineData("digest now", "gets no digest")]
    public async Task What_follows_the_word_says_when(string said, string expected)
    {
        var answers = await _nora.SayAsync(said, _channel);

        Assert.Contains(answers, a => a.Text.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_does_not_coordinate_cannot_subscribe_a_channel()
    {
        var grace = await _host.PlayAsync("grace-oyelaran");

        var answers = await grace.SayAsync("digest", await grace.ChannelAsync());

        Assert.Contains(answers, a => a.Text.Contains("Only coordinators", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_digest_of_a_period_is_one_message_updated_in_place()
    {
        await _nora.SayAsync("digest", _channel);
        await BeginAsync("Gaining Traction");
        await _nora.SayAsync("digest now", _channel);
        var first = await _nora.SeesAsync(m => m.AllText.Contains("Gaining Traction", StringComparison.Ordinal), _channel);

        await BeginAsync("Breathing Lights");
        await _nora.SayAsync("digest now", _channel);

        var second = await _nora.SeesAsync(m => m.AllText.Contains("Breathing Lights", StringComparison.Ordinal), _channel);
        Assert.Equal(first.Id, second.Id);
        Assert.Contains("Gaining Traction", second.AllText, StringComparison.Ordinal);
        Assert.Contains("Nora Whitfield", second.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_morning_a_new_digest_tells_only_what_is_new()
    {
        await _nora.SayAsync("digest", _channel);
        await BeginAsync("Gaining Traction");
        _host.Clock.Advance(TimeSpan.FromDays(1));
        var first = await _nora.SeesAsync(m => m.AllText.Contains("Gaining Traction", StringComparison.Ordinal), _channel);

        await BeginAsync("Breathing Lights");
        _host.Clock.Advance(TimeSpan.FromDays(1));

        var second = await _nora.SeesAsync(m => m.AllText.Contains("Breathing Lights", StringComparison.Ordinal), _channel);
        Assert.NotEqual(first.Id, second.Id);
        Assert.DoesNotContain("Gaining Traction", second.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_morning_with_nothing_new_is_silent()
    {
        await _nora.SayAsync("digest", _channel);
        await BeginAsync("Gaining Traction");
        _host.Clock.Advance(TimeSpan.FromDays(1));
        await _nora.SeesAsync(m => m.AllText.Contains("Gaining Traction", StringComparison.Ordinal), _channel);

        _host.Clock.Advance(TimeSpan.FromDays(3));
        await BeginAsync("Breathing Lights");
        _host.Clock.Advance(TimeSpan.FromDays(1));
        await _nora.SeesAsync(m => m.AllText.Contains("Breathing Lights", StringComparison.Ordinal), _channel);

        Assert.Equal(2, (await _nora.MessagesAsync(_channel)).Count(m => m.Card is not null));
    }

    [Fact]
    public async Task A_digest_asked_for_when_nothing_changed_says_so()
    {
        await _nora.SayAsync("digest", _channel);

        await _nora.SayAsync("digest now", _channel);

        await _nora.SeesAsync(m => m.AllText.Contains("Nothing has changed", StringComparison.Ordinal), _channel);
    }

    private async Task BeginAsync(string title)
    {
        var now = _host.Clock.GetUtcNow();
        var owner = await _host.Services.GetRequiredService<PeopleRegister>().OfTeamsAsync(_nora.AadObjectId, "Nora Whitfield", null, null, TestContext.Current.CancellationToken);
        var id = new ExchangeId(Guid.CreateVersion7(now));
        var envelope = new Envelope(new CommandId(Guid.CreateVersion7(now)), new Actor(owner.Id, Standing.Coordinator), Way.Chat, now, new CreateExchange(id, title));
        var answer = await _host.Services.GetRequiredService<StreamGate<ExchangeState>>().SendAsync(id.Value, envelope, TestContext.Current.CancellationToken);
        Assert.Null(answer.Outcome.Refusal);
    }
}
