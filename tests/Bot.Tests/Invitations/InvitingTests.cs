using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Bot.Tests.Invitations;

public sealed class InvitingTests : IAsyncLifetime
{
    private const string Alicia = "alicia.brandt@detroit.example";
    private const string Dwayne = "dwayne.coles@eastside.example";
    private const string Jose = "jose.nunez@gardens.example";

    private readonly TeamsHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Preview_says_who_gets_what_and_sends_nothing()
    {
        var story = await InvitingStory.BeginAsync(_host, 4, Alicia, Dwayne, "lena.fischer@leipzig.example", "Somebody Without");
        var preview = Assert.Single(await story.Nora.SayAsync("invite Detroit"));
        Assert.Contains("Invite 4 people", preview.AllText, StringComparison.Ordinal);
        Assert.Contains("alicia brandt", preview.AllText, StringComparison.Ordinal);
        Assert.Contains("1 person in Teams. They get a letter by mail, with a link to the same card:\n• lena fischer", preview.AllText, StringComparison.Ordinal);
        Assert.Contains("there is no mail address. Nothing reaches them until one is added:\n• Somebody Without", preview.AllText, StringComparison.Ordinal);
        Assert.Empty((await story.StateAsync()).Invitations);
    }

    [Fact]
    public async Task Each_delegate_gets_a_card_and_the_coordinator_sees_how_many_arrived()
    {
        var story = await InvitingStory.BeginAsync(_host, 2, Alicia, Dwayne);
        var result = await story.InviteAsync();
        Assert.Contains("2 invitations sent", result.AllText, StringComparison.Ordinal);
        await CardOfAsync("alicia-brandt");
        await CardOfAsync("dwayne-coles");
        await story.SettledAsync(s => s.Invitations.Values.All(i => s.Ledger[i.Card].Done > 0));
        var after = await story.Nora.PressedAsync((await story.Nora.MessagesAsync()).Single(m => m.Id == result.Id), "invitation.progress");
        Assert.Contains("2 of 2 delivered", after.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_send_twice_invites_once()
    {
        var story = await InvitingStory.BeginAsync(_host, 2, Alicia, Dwayne);
        await _host.MisbehaveAsync(new { repeatInvokes = true });
        await story.InviteAsync();
        Assert.Equal(2, await story.CountAsync<InvitationSent>());
        await CardOfAsync("alicia-brandt");
        await CardOfAsync("dwayne-coles");
        Assert.Single(await CardsAsync("alicia-brandt"));
    }

    [Fact]
    public async Task Above_ten_people_it_asks_once_more()
    {
        var story = await InvitingStory.BeginAsync(_host, 12, [.. Enumerable.Range(1, 12).Select(i => $"person{i}@detroit.example")]);
        var sure = await story.InviteAsync();
        Assert.Contains("Really send 12 messages?", sure.AllText, StringComparison.Ordinal);
        Assert.Empty((await story.StateAsync()).Invitations);
        var back = await story.Nora.PressedAsync(sure, "invitation.preview");
        Assert.Contains("Invite 12 people", back.AllText, StringComparison.Ordinal);
        var result = await story.Nora.PressedAsync(await story.Nora.PressedAsync(back, "invitation.send"), "invitation.send");
        Assert.Contains("12 invitations sent", result.AllText, StringComparison.Ordinal);
        Assert.Equal(12, (await story.StateAsync()).Invitations.Count);
        await story.SettledAsync(s => s.Invitations.Values.All(i => s.Ledger[i.Card].Done > 0));
        Assert.Contains("12 of 12 delivered", (await story.Nora.LookAgainAsync(result)).AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_is_in_the_language_of_the_delegate()
    {
        var story = await InvitingStory.BeginAsync(_host, 2, Jose);
        await story.InviteAsync();
        var card = await CardOfAsync("jose-nunez");
        Assert.Contains("¡Hola! Soy CoordinatorBot, el asistente de Nora Whitfield", card.AllText, StringComparison.Ordinal);
        Assert.Contains("Aceptar", card.AllText, StringComparison.Ordinal);
        Assert.Contains("hora de New York", card.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_its_coordinators_sees_a_preview()
    {
        var story = await InvitingStory.BeginAsync(_host, 2, Alicia, Dwayne);
        var preview = Assert.Single(await story.Nora.SayAsync("invite"));
        var grace = await _host.PlayAsync("grace-oyelaran");
        var any = Assert.Single(await grace.SayAsync("help"));
        var answer = await story.PressForwardedAsync(grace, any, preview, "invitation.send");
        Assert.Contains("Only coordinators can do that", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await story.StateAsync()).Invitations);
    }

    [Fact]
    public async Task Undelivered_invitation_is_told_to_the_coordinator_with_what_to_do_and_can_be_tried_again()
    {
        var story = await InvitingStory.BeginAsync(_host, 2, Alicia, Dwayne);
        await story.ForgetMailAsync("dwayne-coles");
        await _host.RefuseAsync("dwayne-coles", "ConversationBlockedByUser");
        await story.InviteAsync();
        await story.SettledAsync(s => s.Ledger.Entries.Values.Any(p => p.LastCode == FailureCode.Blocked));
        _host.Clock.Advance(TimeSpan.FromMinutes(4));
        var attention = await story.Nora.SeesAsync(m => m.AllText.Contains("A message did not reach dwayne coles", StringComparison.Ordinal));
        Assert.Contains("They have blocked me", attention.AllText, StringComparison.Ordinal);

        await _host.RefuseAsync("dwayne-coles", null);
        await story.Nora.PressedAsync(attention, "attention.retry");
        Assert.Contains("Breathing Lights", (await CardOfAsync("dwayne-coles")).AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throttled_invitations_arrive_once_each_when_Teams_lets_them()
    {
        var story = await InvitingStory.BeginAsync(_host, 2, Alicia, Dwayne);
        var preview = Assert.Single(await story.Nora.SayAsync("invite"));
        await _host.MisbehaveAsync(new { throttle = 3, retryAfter = 1 });
        await story.Nora.PressedAsync(preview, "invitation.send");
        await CardOfAsync("alicia-brandt");
        await CardOfAsync("dwayne-coles");
        Assert.Single(await CardsAsync("alicia-brandt"));
        Assert.Single(await CardsAsync("dwayne-coles"));
        Assert.Equal(0, await story.CountAsync<DutyFailed>());
    }

    [Fact]
    public async Task Invitation_whose_delivery_is_unsure_is_not_sent_again_once_it_was_answered()
    {
        var story = await InvitingStory.BeginAsync(_host, 2, Alicia);
        await (await _host.PlayAsync("alicia-brandt")).SayAsync("help");
        var preview = Assert.Single(await story.Nora.SayAsync("invite"));
        await _host.MisbehaveAsync(new { closeUnanswered = 1 });
        // The coordinator's own answer is the result of the press: only Alicia's card is posted.
        await story.Nora.PressedAsync(preview, "invitation.send");
        var card = await CardOfAsync("alicia-brandt");
        await story.SettledAsync(s => s.Ledger.Entries.Values.Any(p => p.Unsure == 1));
        var alicia = await _host.PlayAsync("alicia-brandt");
        await alicia.PressedAsync(card, "Accept");
        _host.Clock.Advance(TimeSpan.FromHours(1));
        await story.SettledAsync(s => s.Invitations.Values.All(i => s.Ledger[i.Card].Done >= i.Revision));
        Assert.Single(await CardsAsync("alicia-brandt"));
    }

    [Fact]
    public async Task Mail_address_is_added_on_the_preview_and_the_invitation_goes_there()
    {
        var story = await InvitingStory.BeginAsync(_host, 4, Alicia, "Somebody Without", "Another Without", "Third Without");
        var preview = Assert.Single(await story.Nora.SayAsync("invite"));
        var names = (await story.StateAsync()).Delegations[story.Detroit].Seated.Skip(1).Select(c => $"mail-{c.Id}").ToList();
        var added = await story.Nora.PressedAsync(preview, "invitation.add-mail", new Dictionary<string, string>
        {
            [names[0]] = "somebody@riverside.example",
            [names[1]] = Alicia,
            [names[2]] = "no address",
        });
        Assert.Contains("1 address saved.", added.AllText, StringComparison.Ordinal);
        Assert.Contains($"{Alicia} is alicia brandt's address already.", added.AllText, StringComparison.Ordinal);
        Assert.Contains("“no address” is not a mail address.", added.AllText, StringComparison.Ordinal);
        Assert.Contains("with a link to the same card:\n• Somebody Without", added.AllText, StringComparison.Ordinal);
        await story.Nora.PressedAsync(added, "invitation.send");
        await story.SettledAsync(s => s.Invitations.Values.Count(i => s.Ledger[i.Card].Done > 0) == 2);
        Assert.Single(_host.LettersTo("somebody@riverside.example"));
    }

    [Fact]
    public async Task Who_pays_what_is_set_by_the_form_and_told_in_the_invitation()
    {
        var story = await InvitingStory.BeginAsync(_host, 2, Alicia, Dwayne);
        var form = Assert.Single(await story.Nora.SayAsync("edit"));
        var saved = await story.Nora.PressedAsync(form, "Save", new { costs = "Programme", costWords = "Child care on request." });
        Assert.Contains("costs", saved.AllText, StringComparison.Ordinal);
        await story.InviteAsync();
        Assert.Contains("The programme pays for your travel, lodging and meals. Child care on request.", (await CardOfAsync("alicia-brandt")).AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_city_is_answered_with_those_there_are()
    {
        var story = await InvitingStory.BeginAsync(_host, 2, Alicia);
        Assert.Contains("It has: Detroit.", Assert.Single(await story.Nora.SayAsync("invite Atlantis")).Text, StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<SeenMessage> CardOfAsync(string person) =>
        await (await _host.PlayAsync(person)).SeesAsync(m => m.Card is not null && m.AllText.Contains("Breathing Lights", StringComparison.Ordinal));

    private async Task<IReadOnlyList<SeenMessage>> CardsAsync(string person) =>
        [.. (await (await _host.PlayAsync(person)).MessagesAsync()).Where(m => m.AllText.Contains("Breathing Lights", StringComparison.Ordinal))];
}
