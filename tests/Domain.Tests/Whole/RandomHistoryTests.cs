using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

using FsCheck;
using FsCheck.Fluent;

namespace CoordinatorBot.Domain.Tests.Whole;

/// <summary>Random histories, shrunk to the shortest that breaks a rule.</summary>
public sealed class RandomHistoryTests
{
    private static readonly Config Quickly = Config.QuickThrowOnFailure.WithMaxTest(150).WithStartSize(10).WithEndSize(140).WithQuietOnSuccess(true);

    [Fact]
    public void Whatever_people_send_in_whatever_order_the_rules_hold() => Check(steps =>
    {
        var story = Begun(steps);
        foreach (var step in steps)
        {
            Play(story, new Random(step));
            Holds(story);
        }
    });

    [Fact]
    public void A_state_rebuilt_from_stored_commits_is_the_state_kept() => Check(steps =>
    {
        var story = Begun(steps);
        foreach (var step in steps)
            Play(story, new Random(step));

        var rebuilt = story.Commits.Select(c => CommitJson.Read(CommitJson.Write(c))).Aggregate(ExchangeState.Initial, Evolution.Evolve);

        Assert.Equal(StateText.Of(story.State), StateText.Of(rebuilt));
    });

    [Fact]
    public void What_can_be_undone_leaves_no_trace_when_undone_at_once() => Check(steps =>
    {
        var story = Begun(steps);
        foreach (var step in steps)
        {
            var before = story.State;
            Play(story, new Random(step));
            if (story.State.History is not [{ } last, ..] || last.Act != story.Commits[^1].Id || before == story.State)
                continue;
            var undone = story.Send(new Actor(last.By, Standing.Guest), new UndoLast());
            if (undone.Refusal is CoordinatorsOnly)
                continue; // who changed the lead is no lead any more
            Assert.True(undone.Refusal is null, $"{undone.Refusal} for {string.Join(", ", last.Steps.Select(s => s.Done))}");
            Assert.Equal(StateText.Visible(before), StateText.Visible(story.State));
        }
    });

    [Fact]
    public void A_channel_survives_whatever_is_sent_to_it() => Check(steps =>
    {
        var state = ChannelState.Initial;
        var now = new Story().Now;
        foreach (var step in steps)
        {
            var r = new Random(step);
            now += TimeSpan.FromMinutes(r.Next(3 * 24 * 60));
            var command = RandomCommands.Pick(r, [.. RandomCommands.ForChannel.Values])(r, state, now);
            var actor = command is ClaimDuties or RecordDuties ? Actor.Bot : r.Next(6) == 0 ? Story.Stranger : Story.Owner;
            var outcome = ChannelStream.Decide(state, new Envelope(Ids.Command(step), actor, Way.Chat, now, command));
            if (!outcome.Events.IsEmpty)
                state = ChannelStream.Evolve(state, CommitJson.Read(CommitJson.Write(new Commit(Ids.Command(step), actor, null, Way.Chat, now, outcome.Events))));
            var agenda = Agenda.Of(ChannelStream.Wants(state, now), state.Ledger, DutyPolicy.Default, now);
            Assert.True(agenda.Next is null || agenda.Next >= now);
            Assert.True(agenda.Owed.Length <= 1, "One message a period.");
        }
    });

    private static void Check(Action<int[]> property) =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1).ArrayOf(), Shorter), property).Check(Quickly);

    private static IEnumerable<int[]> Shorter(int[] steps)
    {
        for (var part = steps.Length / 2; part > 0; part /= 2)
            for (var from = 0; from + part <= steps.Length; from += part)
                yield return [.. steps[..from], .. steps[(from + part)..]];
    }

    private static Story Begun(int[] steps) => (steps.Length % 5) switch
    {
        0 or 1 => Given.NominatedDelegation(),
        2 or 3 => Given.InvitedDelegates(),
        _ => Given.DraftExchange(),
    };

    // What people do most is what needs trying most; what ends an exchange comes seldom, or nothing would be left to try.
    private static readonly Func<Random, ExchangeState, DateTimeOffset, Command>[] Often =
        [.. RandomCommands.ForExchange.SelectMany(k => Enumerable.Repeat(k.Value, Weight(k.Key)))];

    private static int Weight(Type command) => command.Name switch
    {
        nameof(AnswerInvitation) or nameof(SendInvitations) or nameof(AcceptSubstitute) or nameof(ChooseSeats) => 8,
        nameof(NominateCandidates) or nameof(ClaimDuties) or nameof(RecordDuties) or nameof(UndoLast) => 5,
        nameof(CreateExchange) or nameof(CancelExchange) or nameof(ReachStage) or nameof(MuteReminders) or nameof(SetAnswerRules) or nameof(RemoveCoordinator) or "MergePeople" => 1,
        _ => 3,
    };

    private static void Play(Story story, Random r)
    {
        story.Now += TimeSpan.FromMinutes(r.Next(4) == 0 ? r.Next(5 * 24 * 60) : r.Next(30));
        var command = RandomCommands.Pick(r, Often).Invoke(r, story.State, story.Now);
        story.Send(RandomCommands.Sender(r, command, story.State), command);
    }

    private static void Holds(Story story)
    {
        var s = story.State;
        Assert.True(s.Delegations.Values.Sum(d => d.Plan.Seats) <= s.Exchange!.Design.SizeCap, "More seats than the exchange may have.");
        Assert.Equal(s.Delegations.Keys.OrderBy(d => d.Value), s.DelegationOrder.OrderBy(d => d.Value));
        Assert.Equal(s.Delegations.Count, s.Delegations.Values.DistinctBy(d => d.City, StringComparer.OrdinalIgnoreCase).Count());
        foreach (var d in s.Delegations.Values)
            Holds(s, d);
        var standing = s.Invitations.Values.Where(i => !i.Recalled).ToList();
        Assert.Equal(standing.Count, standing.DistinctBy(i => i.Candidate).Count());
        foreach (var i in standing)
        {
            Assert.True(s.Delegations[i.Delegation].Candidates.ContainsKey(i.Candidate), "Somebody is invited who is no candidate.");
            var sits = s.Delegations[i.Delegation].SeatOf(i.Candidate) is not null;
            Assert.True(sits == i.LeftAt is null, $"Answer {i.Rsvp?.Answer}, lapsed: {i.Lapsed}, sits: {sits}.");
            Assert.True(!s.IsUndecided(i) || sits, "To be decided, and no seat.");
        }

        Assert.True(story.Agenda.Next is null || story.Agenda.Next >= story.Now);
        var digest = ExchangeDigest.Of(s, story.Commits, DutyPolicy.Default, story.Now);
        Assert.All(digest.Blockers, b => Assert.NotEmpty(b.Owes));
        Assert.Equal(CommitJson.Write(story.Commits[^1]), CommitJson.Write(CommitJson.Read(CommitJson.Write(story.Commits[^1]))));
    }

    private static void Holds(ExchangeState s, Delegation d)
    {
        var holders = d.Seats.Where(x => x.Holder is not null).Select(x => x.Holder!.Value).ToList();
        Assert.Equal(holders.Count, holders.Distinct().Count());
        Assert.Equal(d.Plan.Seats, d.Seats.Length);
        Assert.All(holders, h => Assert.True(d.Candidates.ContainsKey(h), "A seat is held by nobody known."));
        Assert.All(d.Plan.MustHave, m => Assert.True(d.Candidates.ContainsKey(m), "Somebody must be in who is no candidate."));
        Assert.Equal(d.Candidates.Count, d.Candidates.Values.DistinctBy(c => c.Person).Count());
        Assert.True(s.Delegations.Values.All(o => o.Id == d.Id || !o.Candidates.Keys.Any(d.Candidates.ContainsKey)), "One candidate in two delegations.");
    }
}
