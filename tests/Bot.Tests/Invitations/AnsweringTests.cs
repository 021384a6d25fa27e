using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Bot.Tests.Invitations;

public sealed class AnsweringTests : IAsyncLifetime
{
    private const string AliciaMail = "alicia.brandt@detroit.example";
    private const string DwayneMail = "dwayne.coles@eastside.example";
    private const string MayaMail = "maya.lindqvist@flint.example";

    private readonly TeamsHost _host = new();
    private InvitingStory _story = null!;
    private PersonInTeams _alicia = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _story = await InvitingStory.BeginAsync(_host, 2, AliciaMail, DwayneMail, MayaMail);
        await _story.InviteAsync();
        _alicia = await _host.PlayAsync("alicia-brandt");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Answer_changes_the_card_in_place_for_good()
    {
        var card = await CardAsync(_alicia);
        Assert.Contains("Nora Whitfield", card.AllText, StringComparison.Ordinal);
        var answered = await _alicia.PressedAsync(card, "Accept", new { note = "I arrive on **Tuesday** <b>late</b>" });
        Assert.Contains("You accepted on", answered.AllText, StringComparison.Ordinal);
        Assert.Contains("I arrive on **Tuesday** <b>late</b>", answered.AllText, StringComparison.Ordinal);
        Assert.Equal(RsvpAnswer.Accepted, (await _story.InvitationOfAsync(_alicia)).Rsvp!.Answer);
        _host.Clock.Advance(TimeSpan.FromMinutes(4));
        await _alicia.SeesAsync(m => m.Id == card.Id && m.Revision > card.Revision);
        Assert.Single(await _alicia.MessagesAsync(), m => m.Card is not null);
    }

    [Fact]
    public async Task Press_that_Teams_repeats_answers_once()
    {
        var card = await CardAsync(_alicia);
        await _host.MisbehaveAsync(new { repeatInvokes = true });
        await _alicia.PressedAsync(card, "Accept", new { note = "Gladly" });
        await _alicia.PressAsync(card, "Accept", new { note = "Gladly" });
        Assert.Equal(1, await _story.CountAsync<InvitationAnswered>());
    }

    [Fact]
    public async Task Answer_can_be_changed_and_a_repeated_old_press_changes_nothing_back()
    {
        var card = await CardAsync(_alicia);
        var answered = await _alicia.PressedAsync(card, "Accept");
        var asked = await _alicia.PressedAsync(answered, "Change my answer");
        var declined = await _alicia.PressedAsync(asked, "Decline", new { note = "Ill" });
        Assert.Contains("You declined on", declined.AllText, StringComparison.Ordinal);
        await _alicia.PressAsync(card, "Accept");
        Assert.Equal(RsvpAnswer.Declined, (await _story.InvitationOfAsync(_alicia)).Rsvp!.Answer);
        Assert.Null((await _story.StateAsync()).Delegations[_story.Detroit].SeatOf((await _story.InvitationOfAsync(_alicia)).Candidate));
    }

    [Fact]
    public async Task Forwarded_card_tells_nothing_and_changes_nothing()
    {
        var forwarded = await CardAsync(_alicia);
        var grace = await _host.PlayAsync("grace-oyelaran");
        var any = Assert.Single(await grace.SayAsync("help"));
        var answer = await _story.PressForwardedAsync(grace, any, forwarded, InvitationVerb);
        Assert.Contains("only they can answer it", answer.ToJsonString(), StringComparison.Ordinal);
        await _story.PressForwardedAsync(grace, any, forwarded, "invitation.show");
        var seen = (await grace.MessagesAsync()).Single(m => m.Id == any.Id).AllText;
        Assert.DoesNotContain("Breathing Lights", seen, StringComparison.Ordinal);
        Assert.Equal(0, await _story.CountAsync<InvitationAnswered>());
    }

    [Fact]
    public async Task Late_answer_is_refused_with_what_to_do_and_can_be_recorded_by_hand()
    {
        var card = await CardAsync(_alicia);
        var state = await _story.StateAsync();
        _host.Clock.AdvanceTo(state.Exchange!.Terms!.Zone.EndOf(state.AnswerDue(await _story.InvitationOfAsync(_alicia))!.Value));
        var late = await _alicia.PressedAsync(card, "Accept");
        Assert.Contains("The RSVP deadline was", late.AllText, StringComparison.Ordinal);
        Assert.Equal(0, await _story.CountAsync<InvitationAnswered>());

        var record = Assert.Single(await _story.Nora.SayAsync("record answer alicia"));
        var done = await _story.Nora.PressedAsync(record, "invitation.record", new { what = "Accepted", note = "by phone" });
        Assert.Contains("Recorded: alicia brandt, accepted.", done.AllText, StringComparison.Ordinal);
        Assert.NotNull((await _story.InvitationOfAsync(_alicia)).Rsvp!.RecordedBy);
    }

    [Fact]
    public async Task Decline_reaches_the_coordinator_who_invites_the_next_alternate()
    {
        await _alicia.PressedAsync(await CardAsync(_alicia), "Decline", new { note = "Another meeting" });
        _host.Clock.Advance(TimeSpan.FromMinutes(4));
        var attention = await _story.Nora.SeesAsync(m => m.AllText.Contains("Detroit: 1 free seat", StringComparison.Ordinal));
        Assert.Contains("alicia brandt declined: “Another meeting”", attention.AllText, StringComparison.Ordinal);
        var asked = await _story.Nora.PressedAsync(attention, "Invite maya lindqvist");
        Assert.Contains("2 of 2 seats; the plan is met", asked.AllText, StringComparison.Ordinal);
        var settled = await _story.Nora.PressedAsync(asked, "Send the invitation");
        Assert.Contains("maya lindqvist has the seat", settled.AllText, StringComparison.Ordinal);
        await CardAsync(await _host.PlayAsync("maya-lindqvist"));
    }

    [Fact]
    public async Task Substitute_is_invited_when_the_coordinator_says_so()
    {
        var card = await CardAsync(_alicia);
        var proposed = await _alicia.PressedAsync(card, "Propose", new { substituteName = "Xiong Vang", substituteMail = "xiong.vang@westbank.example", substituteNote = "Knows the theme" });
        Assert.Contains("You proposed Xiong Vang", proposed.AllText, StringComparison.Ordinal);
        var attention = Assert.Single(await _story.Nora.SayAsync("invite next"));
        Assert.Contains("Knows the theme", attention.AllText, StringComparison.Ordinal);
        await _story.Nora.PressedAsync(attention, "Invite Xiong Vang instead");
        await CardAsync(await _host.PlayAsync("xiong-vang"));
        _host.Clock.Advance(TimeSpan.FromMinutes(4));
        await _alicia.SeesAsync(m => m.Id == card.Id && m.AllText.Contains("has taken this invitation back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Substitute_without_a_name_or_with_a_mail_that_is_none_is_asked_for_again_with_what_was_typed()
    {
        var card = await CardAsync(_alicia);
        var again = await _alicia.PressedAsync(card, "Propose", new { substituteName = "Xiong Vang", substituteMail = "xiong at westbank" });
        Assert.Contains("“xiong at westbank” is not a mail address", again.AllText, StringComparison.Ordinal);
        Assert.Contains("\"Xiong Vang\"", again.Card!.ToJsonString(), StringComparison.Ordinal);
        var nameless = await _alicia.PressedAsync(again, "Propose", new { substituteName = " ", substituteMail = "" });
        Assert.Contains("Please give the name", nameless.AllText, StringComparison.Ordinal);
        Assert.Equal(0, await _story.CountAsync<InvitationAnswered>());
    }

    [Fact]
    public async Task Kept_delegate_is_noted_as_not_sure_and_can_answer_again()
    {
        var proposed = await _alicia.PressedAsync(await CardAsync(_alicia), "Propose", new { substituteName = "Xiong Vang", substituteMail = "" });
        Assert.Contains("You proposed Xiong Vang", proposed.AllText, StringComparison.Ordinal);
        var attention = Assert.Single(await _story.Nora.SayAsync("invite next"));
        Assert.Contains("I can't reach them in Teams", attention.AllText, StringComparison.Ordinal);
        var kept = await _story.Nora.PressedAsync(attention, "Keep alicia brandt");
        Assert.Contains("Nothing needs you here", kept.AllText, StringComparison.Ordinal);
        Assert.Equal(RsvpAnswer.Tentative, (await _story.InvitationOfAsync(_alicia)).Rsvp!.Answer);
    }

    [Fact]
    public async Task Moved_dates_are_told_with_what_changed_and_asked_about_again()
    {
        await _alicia.PressedAsync(await CardAsync(_alicia), "Accept");
        await SettledAsync();
        var terms = (await _story.StateAsync()).Exchange!.Terms!;
        await _story.SetTermsAsync(terms.StartsOn.AddDays(7), "Troy, NY");
        _host.Clock.Advance(TimeSpan.FromMinutes(4));
        var fresh = await _alicia.SeesAsync(m => m.AllText.Contains("(before: Albany, NY)", StringComparison.Ordinal) && m.AllText.Contains("answer again", StringComparison.Ordinal) && m.Revision == 1);
        await _alicia.PressedAsync(fresh, "Accept");
        var invitation = await _story.InvitationOfAsync(_alicia);
        Assert.Equal((await _story.StateAsync()).Exchange!.TermsRevision, invitation.Rsvp!.TermsRevision);
        _host.Clock.Advance(TimeSpan.FromMinutes(4));
        await _alicia.SeesAsync(m => m.Id == fresh.Id && m.Revision > 1 && m.AllText.Contains("You accepted on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_to_terms_that_moved_meanwhile_is_refused_and_shows_the_new_ones()
    {
        var card = await CardAsync(_alicia);
        await _story.SetTermsAsync((await _story.StateAsync()).Exchange!.Terms!.StartsOn.AddDays(7), "Troy, NY");
        var again = await _alicia.PressedAsync(card, "Accept");
        Assert.Contains("Dates or place have changed since you opened this", again.AllText, StringComparison.Ordinal);
        Assert.Contains("Troy, NY", again.AllText, StringComparison.Ordinal);
        Assert.Equal(0, await _story.CountAsync<InvitationAnswered>());
    }

    [Fact]
    public async Task Called_off_exchange_is_told_and_its_cards_take_no_answer()
    {
        var card = await CardAsync(_alicia);
        await SettledAsync();
        await _story.DoAsync(new CancelExchange());
        var refused = await _alicia.PressedAsync(card, "Accept");
        Assert.Contains("This exchange has been called off", refused.AllText, StringComparison.Ordinal);
        _host.Clock.Advance(TimeSpan.FromMinutes(4));
        await _alicia.SeesAsync(m => m.Id != card.Id && m.AllText.Contains("You needn't do anything", StringComparison.Ordinal));
        Assert.Equal(0, await _story.CountAsync<InvitationAnswered>());
    }

    [Fact]
    public async Task Recalled_invitation_says_so_and_takes_no_answer()
    {
        var card = await CardAsync(_alicia);
        await SettledAsync();
        var choose = Assert.Single(await _story.Nora.SayAsync("recall alicia"));
        var ask = await _story.Nora.PressedAsync(choose, "invitation.ask-recall");
        Assert.Contains("Take 1 invitation back?", ask.AllText, StringComparison.Ordinal);
        await _story.Nora.PressedAsync(ask, "invitation.recall");
        var refused = await _alicia.PressedAsync(card, "Accept");
        Assert.Contains("taken back", refused.AllText, StringComparison.Ordinal);
        Assert.Equal(0, await _story.CountAsync<InvitationAnswered>());
    }

    [Fact]
    public async Task Declined_seat_that_was_given_away_cannot_be_accepted_any_more()
    {
        var card = await CardAsync(_alicia);
        await _alicia.PressedAsync(card, "Decline");
        var attention = Assert.Single(await _story.Nora.SayAsync("invite next"));
        await _story.Nora.PressedAsync(await _story.Nora.PressedAsync(attention, "attention.ask-next"), "attention.invite-next");
        var given = await _alicia.PressedAsync(card, "Accept");
        Assert.Contains("seat has been given to somebody else", given.AllText, StringComparison.Ordinal);
        Assert.Equal(1, await _story.CountAsync<InvitationAnswered>());
    }

    [Fact]
    public async Task One_seat_is_given_to_one_alternate_however_many_press_at_once()
    {
        await _story.NominateAsync("ingrid.sorensen@minneapolis.example");
        await _alicia.PressedAsync(await CardAsync(_alicia), "Decline");
        var attention = Assert.Single(await _story.Nora.SayAsync("invite next"));
        var asked = await _story.Nora.PressedAsync(attention, "attention.ask-next");
        await _host.MisbehaveAsync(new { repeatInvokes = true });
        await _story.Nora.PressedAsync(asked, "attention.invite-next");
        await _story.Nora.PressAsync(asked, "attention.invite-next");
        var state = await _story.StateAsync();
        Assert.Equal(3, state.Invitations.Count);
        Assert.Equal(2, state.Delegations[_story.Detroit].Seated.Count());
    }

    [Fact]
    public async Task Delegate_finds_the_invitation_again_by_asking()
    {
        await _alicia.PressedAsync(await CardAsync(_alicia), "Accept");
        var found = Assert.Single(await _alicia.SayAsync("my invitations"));
        Assert.Contains("You accepted on", found.AllText, StringComparison.Ordinal);
        var grace = await _host.PlayAsync("grace-oyelaran");
        Assert.Contains("You have no invitation", Assert.Single(await grace.SayAsync("my invitations")).Text, StringComparison.Ordinal);
    }

    private const string InvitationVerb = "invitation.answer";

    private static Task<SeenMessage> CardAsync(PersonInTeams person) =>
        person.SeesAsync(m => m.Card is not null && m.AllText.Contains("Breathing Lights", StringComparison.Ordinal));

    // News goes to those whose card has arrived, as far as is recorded.
    private Task SettledAsync() => _story.SettledAsync(s => s.Invitations.Values.All(i => s.Ledger[i.Card].Done > 0));
}
