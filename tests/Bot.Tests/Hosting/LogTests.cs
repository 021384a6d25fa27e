using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Bot.Tests.Invitations;

using Microsoft.Extensions.Logging;

namespace CoordinatorBot.Bot.Tests.Hosting;

/// <summary>Logs are read by more people than exchanges are.</summary>
public sealed class LogTests : IAsyncLifetime
{
    private readonly TeamsHost _host = new() { Settings = { ["Logging:LogLevel:CoordinatorBot"] = "Trace", ["Logging:LogLevel:Microsoft.Bot"] = "Trace" } };

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Logs_carry_no_name_no_mail_and_nothing_that_somebody_wrote()
    {
        var story = await InvitingStory.BeginAsync(_host, 2, "alicia.brandt@detroit.example", "dwayne.coles@eastside.example");
        await story.InviteAsync();
        var alicia = await _host.PlayAsync("alicia-brandt");
        var card = await alicia.SeesAsync(m => m.Card is not null);
        await alicia.PressedAsync(card, "Accept", new { note = "Quinoa and porcupines" });
        await story.Nora.SayAsync("Zanzibar is nothing you know");
        await story.Nora.SendFileAsync("porcupines.csv", "name;mail\nYolanda Whipple;yolanda@whipple.example\n"u8.ToArray());
        await _host.RefuseAsync(story.Nora.Id, "ConversationBlockedByUser");
        _host.Clock.Advance(TimeSpan.FromDays(3));
        await story.Nora.SayAsync("status");

        Assert.Contains(_host.Logs.Lines, l => l.Level <= LogLevel.Debug || l.Category.StartsWith("CoordinatorBot", StringComparison.Ordinal));
        foreach (var told in new[] { "Whitfield", "Nora", "Alicia", "Brandt", "@", "Quinoa", "porcupine", "Zanzibar", "Whipple", "Breathing Lights" })
            Assert.DoesNotContain(_host.Logs.Lines, l => l.Text.Contains(told, StringComparison.OrdinalIgnoreCase) && !l.Text.Contains($"{told}thread", StringComparison.Ordinal));
    }

    [Fact]
    public void In_Development_only_what_matters_is_logged_at_the_start() =>
        Assert.Equal(["Open {0} to play with CoordinatorBot"], _host.Logs.Lines.Select(l => l.Text.Trim().Replace(_host.Http.BaseAddress!.ToString(), "{0}", StringComparison.Ordinal)));
}
