using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Bot.Tests.Invitations;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Features.People;
using CoordinatorBot.Simulator;

using Microsoft.Extensions.DependencyInjection;

namespace CoordinatorBot.Bot.Tests.Delegations;

/// <summary>Helen leads Detroit's delegation; Nora coordinates.</summary>
public sealed class LeadTests : IAsyncLifetime
{
    private readonly TeamsHost _host = new();
    private InvitingStory _story = null!;
    private PersonInTeams _helen = null!;

    public async ValueTask InitializeAsync()
    {
        // Nobody but Nora coordinates here.
        _host.Settings["Coordinator:Coordinators:0"] = StartingPeople.All.Single(p => p.Id == "nora-whitfield").AadObjectId;
        await _host.InitializeAsync();
        _story = await InvitingStory.BeginAsync(_host, 2, "alicia.brandt@detroit.example", "dwayne.coles@eastside.example", "maya.lindqvist@flint.example");
        _helen = await _host.PlayAsync("helen-okonkwo");
        await _helen.SayAsync("help");
        var lead = await _host.Services.GetRequiredService<PeopleRegister>().OfTeamsAsync(_helen.AadObjectId, "Helen Okonkwo", "en", null, TestContext.Current.CancellationToken);
        await _story.DoAsync(new NameLead(_story.Detroit, lead.Id));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_lead_puts_the_delegation_forward_hears_why_it_came_back_and_that_it_is_confirmed()
    {
        Assert.Equal("submit", Assert.Single(await _helen.SayAsync("next")).Suggestions[0]);
        Assert.Contains("is put forward", (await _helen.SayAsync("submit"))[^1].AllText, StringComparison.Ordinal);
        Assert.Equal("invite next", Assert.Single(await _story.Nora.SayAsync("next")).Suggestions[0]);
        Assert.Equal("status", Assert.Single(await _helen.SayAsync("next")).Suggestions[0]);
        var attention = Assert.Single(await _story.Nora.SayAsync("invite next"));
        Assert.Contains("Helen Okonkwo puts the delegation forward", attention.AllText, StringComparison.Ordinal);
        var back = await _story.Nora.PressedAsync(attention, "attention.send-back", new { reason = "Nobody from the council yet" });
        Assert.Contains("is with its lead again", back.AllText, StringComparison.Ordinal);
        _host.Clock.Advance(TimeSpan.FromMinutes(2));
        var news = await _helen.SeesAsync(m => m.AllText.Contains("Nobody from the council yet", StringComparison.Ordinal));

        await _helen.PressedAsync(await _helen.PressedAsync(news, "See the delegation"), "Put forward");
        var again = Assert.Single(await _story.Nora.SayAsync("invite next"));
        await _story.Nora.PressedAsync(again, "attention.approve");
        Assert.Equal(DelegationStage.Confirmed, (await _story.StateAsync()).Delegations[_story.Detroit].Stage);
        _host.Clock.Advance(TimeSpan.FromMinutes(2));
        await _helen.SeesAsync(m => m.AllText.Contains("is confirmed as you put it forward", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_the_freeze_a_lead_asks_for_a_change_and_the_coordinator_answers_on_a_card()
    {
        await _story.InviteAsync();
        var x = (await _story.StateAsync()).Exchange!;
        foreach (var id in new[] { "alicia-brandt", "dwayne-coles" })
        {
            var person = await _host.PlayAsync(id);
            await person.PressedAsync(await person.SeesAsync(m => m.Card is not null && m.AllText.Contains("Breathing Lights", StringComparison.Ordinal)), "Accept");
        }

        _host.Clock.AdvanceTo(x.Terms!.Zone.EndOf(x.Deadlines!.RosterFreeze).AddMinutes(1));
        await _story.SettledAsync(s => s.Delegations[_story.Detroit].Stage is DelegationStage.Frozen);
        Assert.Matches("Roster freeze.* – done", Assert.Single(await _story.Nora.SayAsync("status")).AllText);
        var d = (await _story.StateAsync()).Delegations[_story.Detroit];
        var (alicia, maya) = (d.Seated.First().Id, d.Alternates.First().Id);
        var form = (await _helen.SayAsync("choose seats"))[^1];
        var asked = await _helen.PressedAsync(form, "Save", new { chosen = $"{d.Seated.Last().Id},{maya}" });
        Assert.Contains("the roster is frozen", asked.AllText, StringComparison.Ordinal);
        var sent = await _helen.PressedAsync(asked, "Ask for the change", new { reason = "Alicia changes her job" });
        Assert.Contains("Your request is with the coordinator", sent.AllText, StringComparison.Ordinal);
        Assert.NotNull((await _story.StateAsync()).Delegations[_story.Detroit].SeatOf(alicia));

        var attention = Assert.Single(await _story.Nora.SayAsync("invite next"));
        Assert.Contains("Alicia changes her job", attention.AllText, StringComparison.Ordinal);
        await _story.Nora.PressedAsync(attention, "Approve");
        var now = (await _story.StateAsync()).Delegations[_story.Detroit];
        Assert.Equal((true, false), (now.SeatOf(alicia) is null, now.SeatOf(maya) is null));
        _host.Clock.Advance(TimeSpan.FromMinutes(2));
        await _helen.SeesAsync(m => m.AllText.Contains("The change you asked for", StringComparison.Ordinal));

        // What was settled before it could be told is not told.
        await _story.SettledAsync(s => s.Ledger[new DutyKey($"attention/{s.Attention.Day:yyyy-MM-dd}")].Done >= s.Attention.Count);
        Assert.Single(await _story.Nora.MessagesAsync(), m => m.AllText.Contains("Nothing needs you here", StringComparison.Ordinal));

        var removal = Assert.Single(await _story.Nora.SayAsync("remove nominee Maya Lindqvist"));
        Assert.Contains("the roster is frozen", removal.AllText, StringComparison.Ordinal);
        await _story.Nora.PressedAsync(removal, "delegation.change-frozen", new { reason = "Maya can't travel after all" });
        Assert.Null((await _story.StateAsync()).Delegations[_story.Detroit].SeatOf(maya));
        Assert.Contains("Maya can't travel after all", (await _story.Nora.SayAsync("decisions"))[^1].AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_without_a_seat_are_told_what_was_shown_before_and_not_twice()
    {
        await _story.DoAsync(new ConfirmDelegation(_story.Detroit, true));
        var choose = Assert.Single(await _story.Nora.SayAsync("tell others"));
        var ask = await _story.Nora.PressedAsync(choose, "Show what they read", new { what = "OnHold" });
        Assert.Contains("All seats are taken at the moment", ask.AllText, StringComparison.Ordinal);
        await _story.Nora.PressedAsync(ask, "Send 1 message");
        var maya = await _host.PlayAsync("maya-lindqvist");
        await maya.SeesAsync(m => m.AllText.Contains("we keep you in mind", StringComparison.Ordinal));

        var again = Assert.Single(await _story.Nora.SayAsync("tell others"));
        Assert.Contains("There is nobody left to tell", (await _story.Nora.PressedAsync(again, "Show what they read", new { what = "OnHold" })).AllText, StringComparison.Ordinal);
        Assert.Equal(1, await _story.CountAsync<CandidateTold>());
    }

    [Fact]
    public async Task Who_was_added_to_an_exchange_says_its_commands_but_begins_none_until_they_are_taken_off()
    {
        var grace = await _host.PlayAsync("grace-oyelaran");
        Assert.Contains("coordinators", Assert.Single(await grace.SayAsync("remind")).Text, StringComparison.OrdinalIgnoreCase);
        await _story.Nora.SayAsync("add coordinator grace.oyelaran@exchange.example");

        Assert.Contains("Invite 2 people", Assert.Single(await grace.SayAsync("invite")).AllText, StringComparison.Ordinal);
        Assert.Contains("coordinators", Assert.Single(await grace.SayAsync("new exchange")).Text, StringComparison.OrdinalIgnoreCase);

        Assert.Contains("always coordinates it", Assert.Single(await grace.SayAsync("remove coordinator Nora")).Text, StringComparison.Ordinal);
        Assert.Contains("doesn't coordinate this exchange any more", Assert.Single(await _story.Nora.SayAsync("remove coordinator grace.oyelaran@exchange.example")).Text, StringComparison.Ordinal);
        Assert.Contains("coordinators", Assert.Single(await grace.SayAsync("invite")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("is coordinated by Nora Whitfield", Assert.Single(await _story.Nora.SayAsync("remove coordinator")).Text, StringComparison.Ordinal);
    }
}
