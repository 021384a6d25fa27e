using System.Collections.Immutable;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

using Range = CoordinatorBot.Domain.Delegations.Range;

namespace CoordinatorBot.Domain.Tests.Delegations;

public sealed class FormingTests
{
    private static readonly DelegationId Detroit = Ids.Delegation("Detroit");

    [Fact]
    public void A_city_takes_part_once_whatever_its_spelling_and_however_often_somebody_clicks()
    {
        var story = Given.FormingExchange();
        story.Ask(Story.Owner, new AddCity(Ids.Delegation("other"), " detroit ")).Refused<CityTakesPart>();
        Assert.Equal("Detroit", story.Ask(Story.Owner, new AddCity(Detroit, "Flint")).Refused<CityTakesPart>().City);
    }

    [Fact]
    public void The_cap_grows_with_the_cities_up_to_that_of_a_small_meeting()
    {
        var story = Given.FormingExchange();
        for (var i = 2; i <= 10; i++)
            story.With(new AddCity(Ids.Delegation($"City {i}"), $"City {i}"));
        Assert.Equal(60, story.Exchange.Design.SizeCap);
        story.Ask(Story.Owner, new AddCity(Ids.Delegation("City 11"), "City 11")).Refused<ExceedsSizeCap>();
    }

    [Fact]
    public void A_city_with_candidates_stays() => Assert.Equal(6, Given.NominatedDelegation().Ask(Story.Owner, new RemoveCity(Detroit)).Refused<CityHasCandidates>().Candidates);

    public static TheoryData<SeatPlan, Type> Flaws => new()
    {
        { SeatPlan.Default with { Seats = 0 }, typeof(SizeOutOfRange) },
        { SeatPlan.Default with { Seats = 900 }, typeof(SizeOutOfRange) },
        { SeatPlan.Default with { MostFromOneOrganisation = 0 }, typeof(SizeOutOfRange) },
        { SeatPlan.Default with { Sectors = [new(Sector.Resident, new Range(2, 1))] }, typeof(RangeUpsideDown) },
        { SeatPlan.Default with { Sectors = [new(Sector.Resident, new Range(-1, 1))] }, typeof(RangeUpsideDown) },
        { SeatPlan.Default with { Seats = 3 }, typeof(MinimumsExceedSeats) },
        { SeatPlan.Default with { Sectors = [new(Sector.Policy, new(int.MaxValue, int.MaxValue)), new(Sector.Resident, new(1, 1))] }, typeof(MinimumsExceedSeats) },
        { SeatPlan.Default with { Sectors = [.. Sector.All.Select(s => new SectorRange(s, new Range(0, 0)))] }, typeof(MaximumsBelowSeats) },
        { SeatPlan.Default with { MustHave = [Ids.Candidate("nobody")] }, typeof(CandidateUnknown) },
        { SeatPlan.Default with { Seats = 20, Sectors = [] }, typeof(ExceedsSizeCap) },
    };

    [Theory]
    [MemberData(nameof(Flaws))]
    public void A_plan_that_can_t_be_met_is_refused_with_its_flaw(SeatPlan plan, Type refusal)
    {
        var story = Given.FormingExchange();
        story.With(new ChangeDesign(story.Exchange.Design with { SizeCap = 12 }));
        Assert.Equal(refusal, story.Ask(Story.Owner, new SetSeatPlan(Detroit, plan)).Refusal?.GetType());
    }

    [Fact]
    public void What_rules_know_of_a_nominee_is_kept_corrected_and_can_be_undone()
    {
        var nominee = Given.Nominee("Gus", Sector.Private) with { Role = RoleInChange.Convener, Language = "es", Newcomer = true, Words = 1 };
        var story = Given.NominatedDelegation().With(Story.Lead, new NominateCandidates(Detroit, [nominee]));
        var gus = story.Delegation().Candidates[nominee.Candidate];
        Assert.Equal((RoleInChange.Convener, "es", true, 1), (gus.Role, gus.Language, gus.Newcomer, gus.Words));

        story.With(Story.Lead, CorrectCandidate.Of(Detroit, gus) with { Newcomer = false, Words = 2 });
        Assert.Equal(gus with { Newcomer = false, Words = 2 }, story.Delegation().Candidates[gus.Id]);
        story.With(Story.Lead, new UndoLast());
        Assert.Equal(gus, story.Delegation().Candidates[gus.Id]);
    }

    [Fact]
    public void Fewer_seats_move_people_down_and_unseat_nobody()
    {
        var story = Given.NominatedDelegation().With(new ChooseSeats(Detroit, [Ids.Candidate("Ana"), Ids.Candidate("Dee")]));
        story.With(new SetSeatPlan(Detroit, Given.FourSeats with { Seats = 2 }));
        Assert.Equal(["Ana", "Dee"], story.Delegation().Seats.Select(s => new[] { "Ana", "Dee" }.Single(n => Ids.Candidate(n) == s.Holder)));
        story.Ask(Story.Owner, new SetSeatPlan(Detroit, Given.FourSeats with { Seats = 1 })).Refused<SizeOutOfRange>();
    }

    [Fact]
    public void More_people_than_the_new_plan_has_seats_are_not_squeezed_in() =>
        Assert.Equal(4, Given.NominatedDelegation().Ask(Story.Owner, new SetSeatPlan(Detroit, Given.FourSeats with { Seats = 3 })).Refused<MoreSeatedThanSeats>().Seated);

    [Fact]
    public void Nominees_are_seated_in_order_as_far_as_the_plan_allows_and_the_rest_are_alternates()
    {
        var d = Given.NominatedDelegation().Delegation();
        Assert.Equal(Given.Delegates.Select(Ids.Candidate), d.Seated.Select(c => c.Id));
        Assert.Equal([Ids.Candidate("Eli"), Ids.Candidate("Fay")], d.Alternates.Select(c => c.Id));
        Assert.True(Composition.BalanceOf(d).FitsPlan);
    }

    [Fact]
    public void A_seat_is_kept_for_a_sector_that_still_needs_it()
    {
        var story = Given.FormingExchange().With(new SetSeatPlan(Detroit, Given.FourSeats));
        story.With(new NominateCandidates(Detroit, [.. Enumerable.Range(1, 6).Select(i => Given.Nominee($"P{i}", Sector.Practitioner))]));
        Assert.Equal(2, story.Delegation().Seated.Count());

        story.With(new NominateCandidates(Detroit, [Given.Nominee("Dee", Sector.Resident), Given.Nominee("Ana", Sector.Policy)]));
        Assert.True(story.Sits("Dee") && story.Sits("Ana"));
    }

    [Fact]
    public void One_organisation_takes_no_more_seats_than_the_plan_lets_it()
    {
        var story = Given.FormingExchange();
        story.With(new NominateCandidates(Detroit, [.. Enumerable.Range(1, 3).Select(i => Given.Nominee($"P{i}", i == 1 ? Sector.Policy : Sector.NonProfit, "Land Bank"))]));
        Assert.Equal(2, story.Delegation().Seated.Count());
    }

    [Fact]
    public void The_same_person_twice_is_nominated_once()
    {
        var story = Given.FormingExchange();
        story.With(new NominateCandidates(Detroit, [Given.Nominee("Ana", Sector.Policy), Given.Nominee("Ana", Sector.Resident) with { Candidate = Ids.Candidate("Ana again") }]));
        Assert.Single(story.Delegation().Candidates);
        story.Ask(Story.Owner, new NominateCandidates(Detroit, [Given.Nominee("Ana", Sector.Policy)])).Refused<AllNominatedAlready>();
    }

    [Fact]
    public void The_id_of_another_nomination_is_not_taken_over()
    {
        var story = Given.NominatedDelegation().With(new AddCity(Ids.Delegation("Flint"), "Flint"));
        story.Ask(Story.Owner, new NominateCandidates(Ids.Delegation("Flint"), [Given.Nominee("Ana", Sector.Policy)])).Refused<AllNominatedAlready>();
        story.Ask(Story.Owner, new NominateCandidates(Detroit, [Given.Nominee("Ana", Sector.Policy) with { Person = Ids.Person("Gus") }])).Refused<AllNominatedAlready>();
    }

    [Fact]
    public void Names_that_come_after_the_decision_are_alternates()
    {
        var story = Given.NominatedDelegation().With(new WithdrawCandidate(Detroit, Ids.Candidate("Ben"))).With(new ConfirmDelegation(Detroit, true));
        story.Send(Story.Owner, new NominateCandidates(Detroit, [Given.Nominee("Gus", Sector.Private)])).Gave(typeof(CandidateNominated));
        Assert.False(story.Sits("Gus"));
    }

    [Fact]
    public void A_lead_forms_their_own_delegation_and_no_other()
    {
        var story = Given.NominatedDelegation().With(new AddCity(Ids.Delegation("Flint"), "Flint"));
        story.With(Story.Lead, new NominateCandidates(Detroit, [Given.Nominee("Gus", Sector.Private)]));
        story.With(Story.Lead, new ChooseSeats(Detroit, [Ids.Candidate("Gus")]));
        story.Ask(Story.Lead, new NominateCandidates(Ids.Delegation("Flint"), [Given.Nominee("Hana", Sector.Private)])).Refused<CoordinatorsOnly>();
        story.Ask(Story.Lead, new ConfirmDelegation(Detroit, true)).Refused<CoordinatorsOnly>();
        story.Ask(Story.Lead, new SetSeatPlan(Detroit, SeatPlan.Default)).Refused<CoordinatorsOnly>();
    }

    [Fact]
    public void Chosen_seats_hold_those_named_and_nobody_else()
    {
        var story = Given.NominatedDelegation().With(new ChooseSeats(Detroit, [Ids.Candidate("Fay"), Ids.Candidate("Ana"), Ids.Candidate("Fay")]));
        Assert.Equal(2, story.Delegation().Seated.Count());
        Assert.True(story.Sits("Fay") && story.Sits("Ana"));
        Assert.Equal(new SeatNumber(1), story.Delegation().SeatOf(Ids.Candidate("Ana")));
        story.Ask(Story.Owner, new ChooseSeats(Detroit, [Ids.Candidate("nobody")])).Refused<CandidateUnknown>();
        story.Ask(Story.Owner, new ChooseSeats(Detroit, [.. story.Delegation().Candidates.Keys])).Refused<MoreSeatedThanSeats>();
    }

    [Fact]
    public void Why_people_were_seated_stays_with_the_decision_and_can_be_undone_with_it()
    {
        var story = Given.NominatedDelegation();
        story.With(new ChooseSeats(Detroit, [Ids.Candidate("Ana"), Ids.Candidate("Fay")], 3));

        var decision = DecisionLog.Of(story.Commits, Detroit)[^1];
        Assert.Equal((DecisionKind.SeatsChanged, 3), (decision.Kind, decision.Reason));
        Assert.Equal(3, story.Delegation().LastReason);

        story.With(new UndoLast());
        Assert.Equal(["Ana", "Ben", "Cleo", "Dee"], story.Delegation().Seated.Select(c => new[] { "Ana", "Ben", "Cleo", "Dee", "Fay" }.Single(n => Ids.Candidate(n) == c.Id)));
        Assert.Equal(3, story.Delegation().LastReason);
    }

    [Fact]
    public void Why_the_seats_stay_as_they_are_is_kept_too()
    {
        var story = Given.NominatedDelegation();
        ImmutableArray<CandidateId> seated = [.. story.Delegation().Seated.Select(c => c.Id)];

        story.Send(Story.Owner, new ChooseSeats(Detroit, seated, 4)).Gave(typeof(SeatsChosen));
        Assert.Equal((DecisionKind.SeatsKept, 4), (DecisionLog.Of(story.Commits, Detroit)[^1].Kind, DecisionLog.Of(story.Commits, Detroit)[^1].Reason));
        story.Send(Story.Owner, new ChooseSeats(Detroit, seated)).Gave();
    }

    [Fact]
    public void An_invited_delegate_keeps_the_seat_until_recalled()
    {
        var story = Given.InvitedDelegates();
        Assert.Equal(Ids.Person("Dee"), story.Ask(Story.Owner, new ChooseSeats(Detroit, [.. new[] { "Ana", "Ben", "Cleo" }.Select(Ids.Candidate)])).Refused<CandidateIsInvited>().Person);
        story.Ask(Story.Owner, new WithdrawCandidate(Detroit, Ids.Candidate("Dee"))).Refused<CandidateIsInvited>();
        story.With(new RecallInvitations([Ids.Invitation("Dee")])).With(new WithdrawCandidate(Detroit, Ids.Candidate("Dee")));
        Assert.False(story.Sits("Dee"));
    }

    [Fact]
    public void Who_declined_can_be_withdrawn_and_can_t_answer_any_more()
    {
        var story = Given.InvitedDelegates().Answered("Dee", RsvpAnswer.Declined);
        story.Send(Story.Owner, new WithdrawCandidate(Detroit, Ids.Candidate("Dee"))).Gave(typeof(InvitationRecalled), typeof(CandidateWithdrawn));
        story.Ask(Story.Guest("Dee"), story.Answer("Dee", RsvpAnswer.Accepted)).Refused<InvitationIsRecalled>();
    }

    [Fact]
    public void Who_declined_can_be_chosen_again_and_invited_anew()
    {
        var story = Given.InvitedDelegates().Answered("Dee", RsvpAnswer.Declined);
        story.Send(Story.Owner, new ChooseSeats(Detroit, [.. Given.Delegates.Select(Ids.Candidate)])).Gave(typeof(InvitationRecalled), typeof(SeatTaken));
        story.With(new SendInvitations([Given.Invite("Dee", suffix: " again")], false));
        Assert.Null(story.InvitationOf("Dee").Rsvp);
    }

    [Fact]
    public void A_candidate_who_must_be_in_is_no_longer_missed_when_withdrawn()
    {
        var story = Given.NominatedDelegation().With(new SetSeatPlan(Detroit, Given.FourSeats with { MustHave = [Ids.Candidate("Fay")] }));
        Assert.Contains(Composition.BalanceOf(story.Delegation()).Gaps, g => g is MustHaveMissing);
        story.With(new WithdrawCandidate(Detroit, Ids.Candidate("Fay")));
        Assert.Empty(story.Delegation().Plan.MustHave);
    }

    [Fact]
    public void A_delegation_that_misses_its_plan_is_decided_only_by_somebody_who_saw_the_gaps()
    {
        var story = Given.NominatedDelegation().With(new WithdrawCandidate(Detroit, Ids.Candidate("Ana")));
        Assert.Equal([new SectorShort(Sector.Policy, 0, 1), new SeatsFree(1)], story.Ask(Story.Owner, new ConfirmDelegation(Detroit, false)).Refused<DoesNotFitPlan>().Gaps);
        story.Send(Story.Owner, new ConfirmDelegation(Detroit, true)).Gave(typeof(DelegationConfirmed));
        story.Ask(Story.Owner, new ConfirmDelegation(Detroit, false)).ChangedNothing();
        Given.FormingExchange().Ask(Story.Owner, new ConfirmDelegation(Detroit, true)).Refused<NobodySeated>();
    }

    [Fact]
    public void Mostly_government_is_a_warning_and_no_gap()
    {
        var people = new[] { Sector.Policy, Sector.Practitioner, Sector.Resident }.Select((s, i) => new Candidate(Ids.Candidate($"{i}"), Ids.Person($"{i}"), s, null, i)).ToArray();
        var balance = Composition.BalanceOf(new SeatPlan(3, [], 2, []), [.. people]);
        Assert.Equal([new MostlyGovernment(2, 3)], balance.Gaps);
        Assert.True(balance.FitsPlan);
    }
}
