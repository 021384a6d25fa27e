using CoordinatorBot.Bot.Tests.Infrastructure;

using Microsoft.Extensions.Logging;

namespace CoordinatorBot.Bot.Tests.Conversation;

public sealed class WelcomeTests : IAsyncLifetime
{
    private readonly TeamsHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Team_that_adds_the_bot_is_told_in_its_channel_how_to_get_a_digest()
    {
        var nora = await _host.PlayAsync("nora-whitfield");
        var channel = await nora.ChannelAsync();

        await nora.MessagesAsync(channel);

        var welcome = Assert.Single(await nora.MessagesAsync(channel));
        Assert.Contains("digest", welcome.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Logs.Lines, l => l.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task Answer_that_Teams_refuses_is_logged_and_the_request_is_taken()
    {
        var nora = await _host.PlayAsync("nora-whitfield");
        await nora.SayAsync("help");
        await _host.RefuseAsync(nora.Id, "ConversationBlockedByUser");

        var said = await nora.PostedAsync("help");

        Assert.Equal(200, (int)said["status"]!);
        Assert.Contains(_host.Logs.Lines, l => l.Level is LogLevel.Error && l.Text.Contains("A turn failed", StringComparison.Ordinal));
        Assert.Contains(_host.Logs.Lines, l => l.Level is LogLevel.Warning && l.Text.Contains("could not be told", StringComparison.Ordinal));
    }
}
