using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Bot.Tests.Invitations;

/// <summary>Who is written to by mail, and when.</summary>
public sealed class MailedTests : IAsyncLifetime
{
    private const string Alicia = "alicia.brandt@detroit.example";
    private const string Lena = "lena.fischer@leipzig.example";

    private readonly TeamsHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Who_is_not_in_Teams_gets_a_letter_with_a_link_and_the_coordinator_sees_it_delivered()
    {
        var story = await InvitingStory.BeginAsync(_host, 2, Alicia, Lena);
        var result = await story.InviteAsync();
        await DeliveredAsync(story);
        var letter = Assert.Single(_host.LettersTo(Lena));
        Assert.Equal("Nora Whitfield invites you: Breathing Lights", letter.Headers["Subject"]);
        Assert.Contains("Dear lena fischer,", letter.Text, StringComparison.Ordinal);
        Assert.Contains("join Detroit's delegation", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Where: Albany, NY", letter.Text, StringComparison.Ordinal);
        // Teams doesn't tell the address of somebody who writes to the bot; the directory does.
        Assert.Contains("Questions: Nora Whitfield, nora.whitfield@", letter.Text, StringComparison.Ordinal);
        Assert.Contains("<nora.whitfield@", letter.Headers["Reply-To"], StringComparison.Ordinal);
        Assert.StartsWith(_host.Http.BaseAddress!.ToString(), letter.Link.ToString(), StringComparison.Ordinal);
        Assert.Empty(_host.LettersTo(Alicia));
        var after = await story.Nora.PressedAsync((await story.Nora.MessagesAsync()).Single(m => m.Id == result.Id), "invitation.progress");
        Assert.Contains("2 of 2 delivered", after.AllText, StringComparison.Ordinal);
        Assert.Equal([Surface.Mail, Surface.Teams], (await ProgressAsync(story)).Select(p => p.Surface!.Value).Order().Reverse());
    }

    [Fact]
    public async Task Whose_language_nobody_knows_is_written_to_in_the_one_that_the_coordinator_chooses()
    {
        const string marc = "marc.lefevre@lyon.example";
        var story = await InvitingStory.BeginAsync(_host, 2, Alicia, Lena, marc);
        var preview = Assert.Single(await story.Nora.SayAsync("invite"));
        Assert.Contains("Language for the person of Detroit", preview.AllText, StringComparison.Ordinal);
        await story.Nora.PressedAsync(preview, "invitation.send", new Dictionary<string, string> { [$"language-{story.Detroit}"] = "fr" });
        await DeliveredAsync(story);

        Assert.Equal("Nora Whitfield vous invite : Breathing Lights", Assert.Single(_host.LettersTo(Lena)).Headers["Subject"]);
        var alicia = await _host.PlayAsync("alicia-brandt");
        var card = await alicia.SeesAsync(m => m.Card is not null);
        Assert.Contains("Hello", card.AllText, StringComparison.Ordinal);
        // Who moves up later is of the same city.
        await alicia.PressedAsync(card, "Decline");
        var ask = await story.Nora.PressedAsync(Assert.Single(await story.Nora.SayAsync("invite next")), "attention.ask-next");
        await story.Nora.PressedAsync(ask, "attention.invite-next");
        await DeliveredAsync(story);
        Assert.Equal("Nora Whitfield vous invite : Breathing Lights", Assert.Single(_host.LettersTo(marc)).Headers["Subject"]);
    }

    [Fact]
    public async Task Nominees_without_a_seat_whom_Teams_does_not_reach_are_told_by_letter()
    {
        var story = await InvitingStory.BeginAsync(_host, 2, Alicia, "dwayne.coles@eastside.example", Lena);
        await story.DoAsync(new Domain.Delegations.ConfirmDelegation(story.Detroit, true));
        var ask = await story.Nora.PressedAsync(Assert.Single(await story.Nora.SayAsync("tell others")), "Show what they read", new { what = "OnHold" });
        await story.Nora.PressedAsync(ask, "Send 1 message");
        await story.SettledAsync(s => s.Ledger.Entries.Any(e => e.Key.Value.EndsWith("told/OnHold", StringComparison.Ordinal) && e.Value.Done > 0));

        var letter = Assert.Single(_host.LettersTo(Lena));
        Assert.Equal("About “Breathing Lights”", letter.Headers["Subject"]);
        Assert.Contains("we keep you in mind", letter.Text, StringComparison.Ordinal);
        Assert.Contains("<nora.whitfield@", letter.Headers["Reply-To"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ConversationBlockedByUser")]
    [InlineData("BotNotInConversationRoster")]
    public async Task Who_Teams_refuses_for_good_gets_a_letter(string code)
    {
        var story = await InvitingStory.BeginAsync(_host, 2, Alicia);
        await _host.RefuseAsync("alicia-brandt", code);
        await story.InviteAsync();
        await DeliveredAsync(story);
        Assert.Single(_host.LettersTo(Alicia));
        Assert.Equal(0, await story.CountAsync<DutyFailed>());
    }

    [Fact]
    public async Task A_letter_is_written_again_where_the_dates_move_and_not_where_the_title_does()
    {
        var story = await InvitingStory.BeginAsync(_host, 2, Lena);
        await story.InviteAsync();
        await DeliveredAsync(story);
        var design = (await story.StateAsync()).Exchange!.Design;
        await story.DoAsync(new Domain.Exchanges.ChangeDesign(design with { Title = "Breathing Lights and Buildings" }));
        _host.Clock.Advance(TimeSpan.FromMinutes(4));
        await story.SettledAsync(s => s.Invitations.Values.All(i => s.Ledger[i.Card].Done >= 2));
        Assert.Single(_host.LettersTo(Lena));

        await story.SetTermsAsync(DateOnly.FromDateTime(_host.Clock.GetUtcNow().UtcDateTime).AddDays(130), "Troy, NY");
        _host.Clock.Advance(TimeSpan.FromMinutes(4));
        await story.SettledAsync(s => s.Invitations.Values.All(i => s.Ledger[i.Card].Done >= i.Revision) && s.Ledger.Entries.Any(e => e.Key.Value.EndsWith("terms/2", StringComparison.Ordinal) && e.Value.Done > 0));
        Assert.Equal(2, _host.LettersTo(Lena).Count);
        var news = _host.LettersTo(Lena)[1];
        Assert.Equal("Dates or place have changed: Breathing Lights and Buildings", news.Headers["Subject"]);
        Assert.Contains("Where: Troy, NY (before: Albany, NY)", news.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_an_invitation_back_is_told_by_a_letter_without_a_link()
    {
        var story = await InvitingStory.BeginAsync(_host, 2, Lena);
        await story.InviteAsync();
        await DeliveredAsync(story);
        await story.DoAsync(new RecallInvitations([.. (await story.StateAsync()).Invitations.Keys]));
        _host.Clock.Advance(TimeSpan.FromMinutes(4));
        await story.SettledAsync(s => s.Invitations.Values.All(i => s.Ledger[i.Card].Done >= i.Revision));
        var recall = _host.LettersTo(Lena)[1];
        Assert.Contains("Nora Whitfield has taken this invitation back.", recall.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", recall.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await story.StateAsync()).Invitations.Values.Single().Epoch);
    }

    [Fact]
    public async Task Calling_the_exchange_off_is_told_by_one_letter()
    {
        var story = await InvitingStory.BeginAsync(_host, 2, Lena);
        await story.InviteAsync();
        await DeliveredAsync(story);
        await story.DoAsync(new Domain.Exchanges.CancelExchange());
        _host.Clock.Advance(TimeSpan.FromMinutes(4));
        await story.SettledAsync(s => s.Ledger.Entries.Any(e => e.Key.Value.EndsWith("cancelled/1", StringComparison.Ordinal) && e.Value.Done > 0));
        Assert.Equal("Called off: Breathing Lights", _host.LettersTo(Lena)[^1].Headers["Subject"]);
        Assert.Equal(2, _host.LettersTo(Lena).Count);
    }

    [Fact]
    public async Task Files_and_logs_name_nobody()
    {
        var story = await InvitingStory.BeginAsync(_host, 2, Lena);
        await story.InviteAsync();
        await DeliveredAsync(story);
        var file = Assert.Single(Directory.GetFiles(_host.Outbox));
        Assert.Matches("^[0-9a-f]{32}[.]eml$", Path.GetFileName(file));
        Assert.DoesNotContain(_host.Logs.Lines, l => l.Text.Contains("lena", StringComparison.OrdinalIgnoreCase));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task DeliveredAsync(InvitingStory story) => story.SettledAsync(s => !s.Invitations.IsEmpty && s.Invitations.Values.All(i => s.Ledger[i.Card].Done > 0));

    private static async Task<IEnumerable<Progress>> ProgressAsync(InvitingStory story)
    {
        var state = await story.StateAsync();
        return state.Invitations.Values.Select(i => state.Ledger[i.Card]);
    }
}
