using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Tests.Duties;

/// <summary>Trying, waiting and giving up, for one want of a made-up kind.</summary>
public sealed class AgendaTests
{
    private sealed record Tell(bool Again = false) : Act
    {
        public override bool Idempotent => Again;
    }

    private static readonly DateTimeOffset Start = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly DutyPolicy Policy = DutyPolicy.Default;
    private Want _want = new(new DutyKey("x/card"), 1, new Tell(), null, Start, null, Urgency.AtOnce);
    private Ledger _ledger = Ledger.Empty;
    private DateTimeOffset _now = Start;

    private Agenda Agenda => Domain.Duties.Agenda.Of([_want], _ledger, Policy, _now);

    private Outcome Decide(DutyCommand command)
    {
        var outcome = DutyDecisions.Decide(command, [_want], _ledger, Policy, _now);
        foreach (var happened in outcome.Events)
            _ledger = _ledger.Evolve(happened, _now);
        return outcome;
    }

    private Outcome Claim(int attempt, int revision = 1) => Decide(new ClaimDuties([new DutyClaim(_want.Key, revision, attempt)]));

    private void Record(Event outcome) => Decide(new RecordDuties([outcome]));

    private void Fail(int attempt, string code) => Record(new DutyFailed(_want.Key, _want.Revision, attempt, code));

    [Fact]
    public void A_want_is_owed_from_its_time_until_its_end_and_until_done()
    {
        _want = _want with { From = Start.AddHours(1), Until = Start.AddHours(2) };
        Assert.Empty(Agenda.Owed);
        Assert.Equal(Start.AddHours(1), Agenda.Next);
        _now = Start.AddHours(1);
        Assert.Single(Agenda.Owed);
        _now = Start.AddHours(2);
        Assert.Empty(Agenda.Owed);
        Assert.Null(Agenda.Next);
        _now = Start.AddHours(1);
        Record(new DutyDone(_want.Key, 1, "receipt"));
        Assert.Empty(Agenda.Owed);
        Assert.Null(Agenda.Next);
    }

    [Fact]
    public void The_longest_owed_comes_first()
    {
        var later = _want with { Key = new DutyKey("a"), From = Start.AddMinutes(-1) };
        var earlier = _want with { Key = new DutyKey("b"), From = Start.AddMinutes(-2) };
        Assert.Equal(["b", "a", "x/card"], Domain.Duties.Agenda.Of([_want, later, earlier], _ledger, Policy, _now).Owed.Select(d => d.Want.Key.Value));
    }

    [Fact]
    public void A_new_revision_is_owed_again_with_the_receipt_of_the_old()
    {
        Claim(1);
        Record(new DutyDone(_want.Key, 1, "activity 1"));
        _want = _want with { Revision = 2 };
        Assert.Equal("activity 1", Assert.Single(Agenda.Owed).Progress.Receipt);
        Claim(1, 2);
        Record(new DutyDone(_want.Key, 2, null));
        Assert.Equal("activity 1", _ledger[_want.Key].Receipt);
    }

    [Fact]
    public void Two_workers_never_hold_the_same_try()
    {
        Assert.IsType<DutyStarted>(Assert.Single(Claim(1).Events));
        Claim(1).ChangedNothing();
        Claim(2).ChangedNothing();
        Assert.Equal(Start + Policy.TimeLimit, Agenda.Next);
    }

    [Fact]
    public void Only_what_is_still_owed_is_granted()
    {
        Claim(2).ChangedNothing();
        Claim(1, 2).ChangedNothing();
        _want = _want with { Until = Start };
        Claim(1).ChangedNothing();
    }

    [Fact]
    public void At_most_twenty_are_granted_in_one_commit()
    {
        var wants = Enumerable.Range(0, 30).Select(i => _want with { Key = new DutyKey($"k{i}") }).ToList();
        var granted = DutyDecisions.Decide(new ClaimDuties([.. wants.Select(w => new DutyClaim(w.Key, 1, 1))]), wants, _ledger, Policy, _now);
        Assert.Equal(20, granted.Events.Length);
    }

    [Fact]
    public void Tries_wait_longer_and_longer_and_then_it_is_stuck_until_somebody_retries()
    {
        _want = _want with { Act = new Tell(Again: true) };
        var waits = new List<TimeSpan>();
        for (var attempt = 1; attempt <= Policy.Attempts; attempt++)
        {
            Claim(attempt);
            Fail(attempt, FailureCode.Unavailable);
            if (Agenda.Next is not { } next)
                continue;
            Assert.Empty(Agenda.Owed);
            waits.Add(next - _now);
            _now = next;
        }

        Assert.Equal(Policy.Attempts - 1, waits.Count);
        Assert.Equal(waits.Order(), waits);
        Assert.All(waits, w => Assert.InRange(w, Policy.First, Policy.Most * 1.25));
        Assert.Equal(FailureCode.Unavailable, Assert.Single(Agenda.Stuck).Code);
        Decide(new RetryDuties(new DutyKey("other"))).Refused<NothingIsStuck>();
        Decide(new RetryDuties(null)).Gave(typeof(DutyRetried));
        Assert.Equal(1, Assert.Single(Agenda.Owed).Attempt);
    }

    [Theory]
    [InlineData(FailureCode.Blocked)]
    [InlineData(FailureCode.NotInstalled)]
    [InlineData(FailureCode.DisabledByAdmin)]
    [InlineData(FailureCode.NotAllowed)]
    [InlineData(FailureCode.Gone)]
    [InlineData(FailureCode.TooBig)]
    [InlineData(FailureCode.NoTeamsIdentity)]
    [InlineData(FailureCode.Refused)]
    public void What_can_t_pass_by_itself_is_stuck_at_once_and_tried_again_when_there_is_something_new(string code)
    {
        Claim(1);
        Fail(1, code);
        Assert.Equal(code, Assert.Single(Agenda.Stuck).Code);
        Assert.Null(Agenda.Next);
        _want = _want with { Revision = 2 };
        Assert.Single(Agenda.Owed);
    }

    [Fact]
    public void A_message_whose_fate_is_unknown_is_sent_once_more_and_then_no_more()
    {
        Claim(1);
        _now += Policy.TimeLimit;
        Claim(2).Gave(typeof(DutyFailed), typeof(DutyStarted));
        Assert.Equal(1, _ledger[_want.Key].Unsure);
        _now += Policy.TimeLimit;
        Claim(3).Gave(typeof(DutyFailed));
        Assert.Equal(FailureCode.Unsure, Assert.Single(Agenda.Stuck).Code);
    }

    [Fact]
    public void A_change_of_what_is_to_be_shown_doesn_t_send_it_a_third_time()
    {
        Claim(1);
        _now += Policy.TimeLimit;
        Claim(2);
        _want = _want with { Revision = 2 };
        _now += Policy.TimeLimit;
        Claim(1, revision: 2).Gave(typeof(DutyFailed));
        Assert.Equal(FailureCode.Unsure, Assert.Single(Agenda.Stuck).Code);
    }

    [Fact]
    public void A_reminder_whose_fate_is_unknown_is_let_go()
    {
        _want = _want with { Urgency = Urgency.Polite };
        Claim(1);
        _now += Policy.TimeLimit;
        Claim(2).Gave(typeof(DutyFailed));
        Assert.Empty(Agenda.Owed);
    }

    [Fact]
    public void What_is_shown_already_is_updated_again_however_unsure()
    {
        Claim(1);
        Record(new DutyDone(_want.Key, 1, "activity"));
        _want = _want with { Revision = 2 };
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            Claim(attempt, 2);
            Assert.Equal(attempt, _ledger[_want.Key].Attempts);
            _now += TimeSpan.FromHours(2);
        }
    }

    [Fact]
    public void What_is_shown_already_is_stuck_once_all_tries_ended_unsure()
    {
        Claim(1);
        Record(new DutyDone(_want.Key, 1, "activity"));
        _want = _want with { Revision = 2 };
        for (var attempt = 1; attempt <= Policy.Attempts; attempt++)
        {
            Claim(attempt, 2).Gave(attempt == 1 ? [typeof(DutyStarted)] : [typeof(DutyFailed), typeof(DutyStarted)]);
            _now += TimeSpan.FromHours(2);
        }

        Claim(Policy.Attempts + 1, 2).Gave(typeof(DutyFailed));
        Assert.Equal(FailureCode.Unsure, Assert.Single(Agenda.Stuck).Code);
        Assert.Empty(Agenda.Owed);
    }

    [Fact]
    public void A_late_failure_doesn_t_free_the_try_that_followed()
    {
        Claim(1);
        _now += Policy.TimeLimit;
        Claim(2);
        Fail(1, FailureCode.Unavailable);
        Assert.Equal((2, _now), (_ledger[_want.Key].Attempts, _ledger[_want.Key].Started!.Value));
        Claim(2).ChangedNothing();
    }

    [Fact]
    public void A_late_success_of_an_old_revision_counts_and_leaves_the_new_one_under_way()
    {
        Claim(1);
        _want = _want with { Revision = 2 };
        _now += Policy.TimeLimit;
        Claim(1, 2);
        Record(new DutyDone(_want.Key, 1, "activity"));
        var progress = _ledger[_want.Key];
        Assert.Equal((1, "activity", 2), (progress.Done, progress.Receipt, progress.Revision));
        Assert.NotNull(progress.Started);
    }

    [Fact]
    public void A_success_after_all_ends_it()
    {
        Claim(1);
        Fail(1, FailureCode.Unsure);
        Record(new DutyDone(_want.Key, 1, "activity"));
        Assert.Empty(Agenda.Owed);
        Assert.Empty(Agenda.Stuck);
    }

    [Fact]
    public void A_retry_is_asked_for_by_who_coordinates()
    {
        var story = Given.InvitingExchange();
        var duty = story.Agenda.Owed[0];
        story.With(Actor.Bot, new ClaimDuties([new DutyClaim(duty.Want.Key, 1, 1)])).With(Actor.Bot, new RecordDuties([new DutyFailed(duty.Want.Key, 1, 1, FailureCode.Blocked)]));
        story.Ask(Story.Stranger, new RetryDuties(null)).Refused<CoordinatorsOnly>();
        story.Ask(Story.Owner, new ClaimDuties([])).Refused<CoordinatorsOnly>();
        story.Send(Story.Owner, new RetryDuties(duty.Want.Key)).Gave(typeof(DutyRetried));
        Assert.Null(story.Ask(Story.Owner, new UndoLast()).Refusal);
    }

    [Fact]
    public void The_spread_of_waits_is_the_same_on_every_look_and_at_most_a_quarter()
    {
        var waits = Enumerable.Range(0, 200).Select(i => Policy.Wait(new DutyKey($"key {i}"), 1)).ToList();
        Assert.Equal(waits, Enumerable.Range(0, 200).Select(i => Policy.Wait(new DutyKey($"key {i}"), 1)));
        Assert.All(waits, w => Assert.InRange(w, Policy.First, Policy.First * 1.25));
        Assert.True(waits.Distinct().Count() > 50);
    }
}
