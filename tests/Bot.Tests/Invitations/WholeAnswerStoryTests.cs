using System.Net;

using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Features.People;
using CoordinatorBot.Streams;

using Microsoft.Extensions.DependencyInjection;

namespace CoordinatorBot.Bot.Tests.Invitations;

/// <summary>Six seats: two decline, one lapses, one proposes a substitute, one answers by link from another tenant, one by phone.</summary>
public sealed class WholeAnswerStoryTests : IAsyncLifetime
{
    private const string Lena = "lena.fischer@leipzig.example";

    private readonly TeamsHost _host = new();
    private InvitingStory _story = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _story = await InvitingStory.BeginAsync(_host, 6,
            "alicia.brandt@detroit.example", "dwayne.coles@eastside.example", "maya.lindqvist@flint.example", "jose.nunez@gardens.example", Lena, "helen.okonkwo@albany.example",
            "ingrid.sorensen@minneapolis.example", "marcus.bell@stlouis.example", "renee.dubois@stlouis.example");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_events_tell_the_story_in_order_and_every_seat_is_filled()
    {
        await _story.InviteAsync();
        await _story.SettledAsync(s => s.Invitations.Count == 6 && s.Invitations.Values.All(i => s.Ledger[i.Card].Done > 0));

        await AnswerAsync("alicia-brandt", "Decline");
        await InviteNextAsync("ingrid sorensen");
        await AnswerAsync("dwayne-coles", "Decline");
        await InviteNextAsync("marcus bell");
        await ProposeAsync("jose-nunez");
        await _story.Nora.PressedAsync(Assert.Single(await _story.Nora.SayAsync("invite next")), "Invite Xiong Vang instead");
        Assert.Equal(HttpStatusCode.OK, (await new DelegatesPage(_host.Http, Assert.Single(_host.LettersTo(Lena)).Link).PressAsync("Accept")).Status);
        await _story.Nora.PressedAsync(Assert.Single(await _story.Nora.SayAsync("record answer helen")), "invitation.record", new { what = "Accepted", note = "by phone" });
        foreach (var alternate in new[] { "ingrid-sorensen", "marcus-bell", "xiong-vang" })
            await AnswerAsync(alternate, "Accept");

        await LetLapseAsync("maya-lindqvist");
        Assert.Matches("(?i)maya lindqvist.*didn't answer in time", (await _story.Nora.SayAsync("choose seats Detroit"))[^1].AllText);
        await InviteNextAsync("renee dubois");
        await AnswerAsync("renee-dubois", "Accepter");

        Assert.Equal(
        [
            "sent alicia", "sent dwayne", "sent maya", "sent jose", "sent lena", "sent helen",
            "declined alicia", "vacated alicia", "taken ingrid", "sent ingrid",
            "declined dwayne", "vacated dwayne", "taken marcus", "sent marcus",
            "substitute jose", "recalled jose", "vacated jose", "taken xiong", "sent xiong",
            "accepted lena", "recorded helen", "accepted ingrid", "accepted marcus", "accepted xiong",
            "lapsed maya", "vacated maya", "taken renee", "sent renee", "accepted renee",
        ], await ToldAsync());
        var state = await _story.StateAsync();
        Assert.Equal(6, state.Delegations[_story.Detroit].Seated.Count());
        Assert.All(state.Delegations[_story.Detroit].Seated, c => Assert.Equal(RsvpAnswer.Accepted, state.InvitationOf(c.Id)!.AnswerTo(state.Exchange!.TermsRevision)!.Answer));
        Assert.Contains("Nothing needs you", Assert.Single(await _story.Nora.SayAsync("invite next")).AllText, StringComparison.Ordinal);
        var decisions = Assert.Single(await _story.Nora.SayAsync("decisions Detroit")).AllText;
        foreach (var told in new[] { "Alicia Brandt: declined", "an alternate moved up", "a substitute took the seat", "invitations lapsed unanswered", "Then 5 of 6 seats: 1 seat free" })
            Assert.Contains(told, decisions, StringComparison.OrdinalIgnoreCase);
    }

    // Reminded a week and two days before, then the last day passes.
    private async Task LetLapseAsync(string id)
    {
        var silent = await _host.PlayAsync(id);
        var state = await _story.StateAsync();
        var (zone, due) = (state.Exchange!.Terms!.Zone, state.AnswerDue(await _story.InvitationOfAsync(silent))!.Value);
        _host.Clock.AdvanceTo(zone.At(due.AddDays(-7), new TimeOnly(12, 0)));
        await silent.SeesAsync(m => m.AllText.Contains("7 days left", StringComparison.Ordinal));
        _host.Clock.AdvanceTo(zone.At(due.AddDays(-2), new TimeOnly(12, 0)));
        var reminded = await silent.SeesAsync(m => m.AllText.Contains("2 days left", StringComparison.Ordinal));
        _host.Clock.AdvanceTo(zone.EndOf(due).AddMinutes(3));
        await _story.SettledAsync(s => s.Invitations.Values.Any(i => i.Lapsed));
        var refused = await silent.PressedAsync(reminded, "Accept");
        Assert.Contains("your seat is free for somebody else now", refused.AllText, StringComparison.Ordinal);
        Assert.Contains("Nora Whitfield", refused.AllText, StringComparison.Ordinal);
    }

    private async Task AnswerAsync(string id, string button)
    {
        var person = await _host.PlayAsync(id);
        await person.PressedAsync(await person.SeesAsync(m => m.Card is not null && m.AllText.Contains("Breathing Lights", StringComparison.Ordinal)), button);
    }

    private async Task ProposeAsync(string id)
    {
        var person = await _host.PlayAsync(id);
        await person.PressedAsync(await person.SeesAsync(m => m.Card is not null && m.AllText.Contains("Breathing Lights", StringComparison.Ordinal)),
            "Proponer", new { substituteName = "Xiong Vang", substituteMail = "xiong.vang@westbank.example" });
    }

    private async Task InviteNextAsync(string name)
    {
        var attention = Assert.Single(await _story.Nora.SayAsync("invite next"));
        await _story.Nora.PressedAsync(await _story.Nora.PressedAsync(attention, $"Invite {name}"), "Send the invitation");
    }

    private async Task<List<string>> ToldAsync()
    {
        var commits = await _host.Services.GetRequiredService<StreamGate<ExchangeState>>().ReadCommitsAsync(_story.Exchange.Value, 0, TestContext.Current.CancellationToken);
        var told = new List<(string What, PersonId Who)>();
        var state = ExchangeState.Initial;
        foreach (var commit in commits)
        {
            state = ExchangeStream.Kind.Evolve(state, commit);
            // From the first invitation on; those seated before were nominated.
            if (!state.Invitations.IsEmpty)
                told.AddRange(commit.Events.Select(e => Of(state, e)).OfType<(string, PersonId)>());
        }

        var names = await _host.Services.GetRequiredService<PeopleRegister>().FindAsync(told.Select(t => t.Who), TestContext.Current.CancellationToken);
        return [.. told.Select(t => $"{t.What} {names[t.Who].Name.Split(' ')[0].ToLowerInvariant()}")];
    }

    private static (string, PersonId)? Of(ExchangeState state, Event happened) => happened switch
    {
        InvitationSent e => ("sent", e.Person),
        InvitationRecalled e => ("recalled", state.Invitations[e.Invitation].Person),
        InvitationLapsed e => ("lapsed", state.Invitations[e.Invitation].Person),
        InvitationAnswered e => (e switch
        {
            { RecordedBy: not null } => "recorded",
            { Answer: RsvpAnswer.SubstituteProposed } => "substitute",
            _ => e.Answer.ToString().ToLowerInvariant(),
        }, state.Invitations[e.Invitation].Person),
        SeatTaken e => ("taken", state.Delegations[e.Delegation].Candidates[e.Candidate].Person),
        SeatVacated e => ("vacated", state.Delegations[e.Delegation].Candidates[e.Candidate].Person),
        _ => null,
    };
}
