using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Streams;

using Microsoft.Extensions.DependencyInjection;

namespace CoordinatorBot.Bot.Tests.Invitations;

public sealed class RemindingTests : IAsyncLifetime
{
    private const string AliciaMail = "alicia.brandt@detroit.example";
    private const string DwayneMail = "dwayne.coles@eastside.example";

    private readonly TeamsHost _host = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_coordinator_sees_who_would_be_reminded_confirms_and_reminds_nobody_twice_within_a_day()
    {
        var story = await BegunAsync();
        Assert.Contains("heard from me within 24 hours", Assert.Single(await story.Nora.SayAsync("remind")).AllText, StringComparison.Ordinal);

        _host.Clock.Advance(TimeSpan.FromHours(25));
        var choose = Assert.Single(await story.Nora.SayAsync("remind"));
        var ask = await story.Nora.PressedAsync(choose, "Continue");
        Assert.Contains("Remind 2 people now?", ask.AllText, StringComparison.Ordinal);
        Assert.Contains("2 reminders are on their way", (await story.Nora.PressedAsync(ask, "Send 2 reminders")).AllText, StringComparison.Ordinal);

        var alicia = await _host.PlayAsync("alicia-brandt");
        var reminded = await alicia.SeesAsync(m => m.AllText.Contains("days left: please answer by", StringComparison.Ordinal));
        Assert.Contains("You accepted on", (await alicia.PressedAsync(reminded, "Accept")).AllText, StringComparison.Ordinal);
        await story.SettledAsync(s => s.Ledger.Entries.Count(e => e.Key.Value.Contains("/by-hand/", StringComparison.Ordinal) && e.Value.Done > 0) == 2);
        Assert.Contains("heard from me within 24 hours", Assert.Single(await story.Nora.SayAsync("remind")).AllText, StringComparison.Ordinal);
        Assert.Equal(2, await story.CountAsync<ReminderAsked>());
    }

    [Fact]
    public async Task A_delegate_says_on_the_reminder_that_they_don_t_want_more_and_can_take_it_back()
    {
        var story = await BegunAsync();
        await RemindAsync(story);
        var alicia = await _host.PlayAsync("alicia-brandt");
        var muted = await alicia.PressedAsync(await alicia.SeesAsync(m => m.AllText.Contains("Don't remind me", StringComparison.Ordinal)), "Don't remind me");
        Assert.Contains("You won't be reminded of this any more", muted.AllText, StringComparison.Ordinal);
        Assert.True((await story.StateAsync()).Muting.Mutes((await story.InvitationOfAsync(alicia)).Person));
        _host.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Contains("reminders are muted: alicia brandt", Assert.Single(await story.Nora.SayAsync("remind")).AllText, StringComparison.Ordinal);

        var again = await alicia.PressedAsync(muted, "Remind me again");
        await alicia.PressedAsync(again, "Don't remind me");
        Assert.True((await story.StateAsync()).Muting.Mutes((await story.InvitationOfAsync(alicia)).Person));
        Assert.Contains("You will be reminded again", Assert.Single(await alicia.SayAsync("remind me again")).Text, StringComparison.Ordinal);
        Assert.False((await story.StateAsync()).Muting.Mutes((await story.InvitationOfAsync(alicia)).Person));
    }

    [Fact]
    public async Task A_coordinator_mutes_a_person_or_everybody_and_undoes_it()
    {
        var story = await BegunAsync();
        Assert.Contains("alicia brandt gets no reminders", Assert.Single(await story.Nora.SayAsync("mute reminders alicia")).Text, StringComparison.Ordinal);
        Assert.Contains("Nobody of this exchange", Assert.Single(await story.Nora.SayAsync("mute reminders")).Text, StringComparison.Ordinal);
        await story.Nora.SayAsync("undo");
        var muting = (await story.StateAsync()).Muting;
        Assert.Equal((false, 1), (muting.Everybody, muting.People.Count));
        Assert.Contains("nobody called “Zoe”", Assert.Single(await story.Nora.SayAsync("mute reminders Zoe")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_due_on_a_Saturday_comes_on_Monday_at_eight_where_the_person_lives()
    {
        foreach (var setting in _host.Settings.Keys.Where(k => k.Contains("WakingHours", StringComparison.Ordinal)).ToList())
            _host.Settings.Remove(setting);
        var story = await BegunAsync();
        var x = (await story.StateAsync()).Exchange!;
        var (zone, today) = (x.Terms!.Zone, x.Terms.Zone.DateOf(_host.Clock.GetUtcNow()));
        var saturday = Enumerable.Range(21, 7).Select(d => today.AddDays(d)).Single(d => d.DayOfWeek is DayOfWeek.Saturday);
        await story.DoAsync(new SetDeadlines(new Deadlines(today.AddDays(1), today.AddDays(1), saturday.AddDays(7), x.Deadlines!.RosterFreeze)));

        // The worker looks on Saturday, files the exchange for Monday, and looks again then.
        _host.Clock.AdvanceTo(zone.At(saturday, new TimeOnly(12, 0)));
        await story.DoAsync(new ChangeDesign(x.Design with { Theme = "Vacant land" }));
        _host.Clock.AdvanceTo(zone.At(saturday.AddDays(2), new TimeOnly(7, 59)));
        await story.DoAsync(new ChangeDesign(x.Design with { Theme = "Vacant land, tended" }));
        _host.Clock.AdvanceTo(zone.At(saturday.AddDays(2), new TimeOnly(8, 0)));

        var alicia = await _host.PlayAsync("alicia-brandt");
        await alicia.SeesAsync(m => m.AllText.Contains("5 days left", StringComparison.Ordinal));
        var commits = await _host.Services.GetRequiredService<StreamGate<ExchangeState>>().ReadCommitsAsync(story.Exchange.Value, 0, TestContext.Current.CancellationToken);
        var started = commits.Where(c => c.Events.OfType<DutyStarted>().Any(e => e.Key.Value.Contains("/reminder/", StringComparison.Ordinal))).Select(c => c.At).ToList();
        Assert.NotEmpty(started);
        Assert.All(started, at => Assert.True(at >= zone.At(saturday.AddDays(2), new TimeOnly(8, 0)), $"Begun at {at}."));
    }

    [Fact]
    public async Task Reminders_and_alternates_are_set_by_a_form()
    {
        var story = await BegunAsync();
        var form = await story.Nora.PressedAsync((await story.Nora.SayAsync("edit"))[^1], "Reminders and alternates");
        var odd = await story.Nora.PressedAsync(form, "Save", new { remind = "soon" });
        Assert.Contains("“soon” is no list of days", odd.AllText, StringComparison.Ordinal);
        await story.Nora.PressedAsync(odd, "Save", new { remind = "3, 10", atOnce = "true" });
        Assert.Equal(new AnswerRules([10, 3], true), (await story.StateAsync()).Exchange!.Rules);
    }

    [Fact]
    public async Task Who_had_accepted_can_say_after_the_deadline_that_they_don_t_come_and_the_coordinator_hears_at_once()
    {
        var story = await BegunAsync();
        var alicia = await _host.PlayAsync("alicia-brandt");
        await alicia.PressedAsync(await alicia.SeesAsync(m => m.Card is not null && m.AllText.Contains("Breathing Lights", StringComparison.Ordinal)), "Accept");
        var state = await story.StateAsync();
        _host.Clock.AdvanceTo(state.Exchange!.Terms!.Zone.EndOf(state.Exchange.Deadlines!.RsvpDue).AddMinutes(5));

        var now = Assert.Single(await alicia.SayAsync("my invitations"));
        Assert.Contains("I can't come after all", now.AllText, StringComparison.Ordinal);
        await alicia.PressedAsync(now, "Yes, free my seat", new { note = "Ill" });
        _host.Clock.Advance(TimeSpan.FromMinutes(2));

        var told = await story.Nora.SeesAsync(m => m.AllText.Contains("alicia brandt can't come after all", StringComparison.Ordinal));
        Assert.Contains("Ill", told.AllText, StringComparison.Ordinal);
        Assert.Contains("had accepted and can't come after all", (await story.Nora.PressedAsync(told, "See what needs you")).AllText, StringComparison.Ordinal);
    }

    private async Task<InvitingStory> BegunAsync()
    {
        await _host.InitializeAsync();
        var story = await InvitingStory.BeginAsync(_host, 2, AliciaMail, DwayneMail);
        await story.InviteAsync();
        await story.SettledAsync(s => s.Invitations.Count == 2 && s.Invitations.Values.All(i => s.Ledger[i.Card].Done > 0));
        return story;
    }

    private async Task RemindAsync(InvitingStory story)
    {
        _host.Clock.Advance(TimeSpan.FromHours(25));
        var ask = await story.Nora.PressedAsync(Assert.Single(await story.Nora.SayAsync("remind")), "Continue");
        await story.Nora.PressedAsync(ask, "Send 2 reminders");
    }
}
