using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Delegations.Selection;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

using Range = CoordinatorBot.Domain.Delegations.Range;

namespace CoordinatorBot.Domain.Tests.Delegations.Selection;

public sealed class ProposalTests
{
    private static readonly DelegationId Detroit = Ids.Delegation("Detroit");

    private static readonly string[] Names = ["Ana", "Ben", "Cleo", "Dee", "Eli", "Fay", "Gus"];

    [Fact]
    public void The_proposal_fits_the_plan_covers_the_most_and_takes_whoever_was_nominated_first()
    {
        var proposed = Assert.IsType<Proposed>(For(Given.NominatedDelegation()));

        Assert.Equal(["Ana", "Ben", "Cleo", "Dee"], proposed.Chosen.Select(Name));
        Assert.True(proposed is { IsProven: true, Gap: 0, Score: null, Balance.FitsPlan: true });
        Assert.Equal([("Eli", LeftOutReason.CameLater), ("Fay", LeftOutReason.CameLater)], proposed.LeftOut.Select(l => (Name(l.Candidate), l.Reason!.Value)));
    }

    [Fact]
    public void Scores_weigh_more_than_coverage_and_order()
    {
        var story = Given.NominatedDelegation().With(new NameReviewers([Story.Owner.Person!.Value]))
            .With(new GiveScores([new(Ids.Candidate("Cleo"), 1, false), new(Ids.Candidate("Ben"), 3, false), new(Ids.Candidate("Eli"), 5, false)]));

        var proposed = Assert.IsType<Proposed>(For(story));

        Assert.Equal(["Ana", "Ben", "Dee", "Eli"], proposed.Chosen.Select(Name));
        Assert.Equal(LeftOutReason.ScoresLess, proposed.LeftOut.Single(l => Name(l.Candidate) == "Cleo").Reason);
    }

    [Fact]
    public void Who_is_kept_in_is_in_and_who_is_kept_out_is_out()
    {
        var proposed = Assert.IsType<Proposed>(For(Given.NominatedDelegation(), new Kept([Ids.Candidate("Fay")], [Ids.Candidate("Ben")])));

        // With Fay in, Eli brings one sector more than Dee.
        Assert.Equal(["Ana", "Cleo", "Eli", "Fay"], proposed.Chosen.Select(Name));
        Assert.Equal(LeftOutReason.CoversLess, proposed.LeftOut.Single(l => Name(l.Candidate) == "Dee").Reason);
        Assert.Equal(LeftOutReason.KeptOut, proposed.LeftOut.Single(l => Name(l.Candidate) == "Ben").Reason);
    }

    [Fact]
    public void Who_was_invited_stays_and_who_declined_stays_out()
    {
        var story = Given.InvitedDelegates().Answered("Cleo", RsvpAnswer.Declined);

        var proposed = Assert.IsType<Proposed>(For(story, new Kept([], [Ids.Candidate("Ana")])));

        Assert.All(["Ana", "Ben", "Dee"], n => Assert.Contains(n, proposed.Chosen.Select(Name)));
        Assert.Equal(LeftOutReason.WontCome, proposed.LeftOut.Single(l => Name(l.Candidate) == "Cleo").Reason);
    }

    [Fact]
    public void Every_wish_of_a_plan_is_kept_at_once_and_the_balance_speaks_of_it()
    {
        var story = Rich(out var plan);

        var proposed = Assert.IsType<Proposed>(For(story));

        Assert.True(proposed.Balance.FitsPlan, string.Join(", ", proposed.Balance.Gaps));
        Assert.Equal(4, proposed.Chosen.Length);
        var worst = Composition.BalanceOf(plan, [.. new[] { "Ana", "Ben", "Eli", "Dee" }.Select(n => story.Delegation().Candidates[Ids.Candidate(n)])]);
        Assert.Contains(new GovernmentOver(3, 2, 50), worst.Gaps);
        Assert.Contains(new TogetherAfterAll(Ids.Candidate("Ana"), Ids.Candidate("Ben")), worst.Gaps);
        Assert.Contains(new LanguageShort("es", 0, 1), worst.Gaps);
        Assert.Contains(new RoleShort(RoleInChange.Convener, 0, 1), worst.Gaps);
        Assert.Contains(new NewcomersShort(0, 1), worst.Gaps);
    }

    [Fact]
    public void When_none_fits_the_fewest_wishes_that_conflict_are_named_and_each_change_offered_helps()
    {
        // Only Ana stands for policy, and she must be apart from Dee, who must be in.
        var story = Given.NominatedDelegation();
        story.With(new SetSeatPlan(Detroit, story.Delegation().Plan with { MustHave = [Ids.Candidate("Dee")], Apart = [new(Ids.Candidate("Ana"), Ids.Candidate("Dee"))] }));

        var none = Assert.IsType<NoneFits>(For(story));

        Assert.Equal([PlanRuleKind.SectorMin, PlanRuleKind.MustHave, PlanRuleKind.Apart], none.Conflict.Select(r => r.Kind));
        Assert.Equal(3, none.Changes.Length);
        Assert.All(none.Changes, c => Assert.IsType<Proposed>(Proposals.For(story.State, story.Delegation() with { Plan = c.Plan }, c.Kept)));
        Assert.Equal([PlanRuleKind.SectorMin], none.Wanted.Select(r => r.Kind));
        story.With(new NominateCandidates(Detroit, [Given.Nominee("Gus", Sector.Policy)]));
        Assert.IsType<Proposed>(For(story));
    }

    [Fact]
    public void Too_few_people_for_the_seats_is_said_with_both_numbers() =>
        Assert.True(For(Given.NominatedDelegation(), new Kept([], [Ids.Candidate("Ana"), Ids.Candidate("Ben"), Ids.Candidate("Cleo")])) is TooFewPeople { People: 3, Seats: 4 });

    [Fact]
    public void One_seat_fewer_is_offered_where_no_more_people_go_together()
    {
        var story = Unseated();
        story.With(new SetSeatPlan(Detroit, new SeatPlan(5, [], 2, []) { Apart = [new(Ids.Candidate("Ana"), Ids.Candidate("Ben")), new(Ids.Candidate("Cleo"), Ids.Candidate("Dee"))] }));

        var none = Assert.IsType<NoneFits>(For(story));

        Assert.Equal([PlanRuleKind.SeatsMin, PlanRuleKind.Apart, PlanRuleKind.Apart], none.Changes.Select(c => c.Loosened.Single().Kind).Order());
        var fewer = none.Changes.Single(c => c.Plan.Seats == 4);
        Assert.IsType<Proposed>(For(story.With(new SetSeatPlan(Detroit, fewer.Plan)), fewer.Kept));
    }

    [Fact]
    public void One_seat_more_is_offered_where_one_too_many_must_be_in_as_far_as_the_exchange_has_room()
    {
        var story = Unseated();
        story.With(new SetSeatPlan(Detroit, new SeatPlan(3, [], 3, [])));
        var kept = new Kept([.. Names.Take(4).Select(n => Ids.Candidate(n))], []);

        Assert.Contains(Assert.IsType<NoneFits>(For(story, kept)).Changes, c => c is { Plan.Seats: 4, Loosened: [{ Kind: PlanRuleKind.SeatsMax }] } && c.Kept.In.Length == 4);

        var others = story.State.InOrder.Where(d => d.Id != Detroit).Sum(d => d.Plan.Seats);
        story.With(new ChangeDesign(story.Exchange.Design with { SizeCap = others + 3 }));
        Assert.DoesNotContain(Assert.IsType<NoneFits>(For(story, kept)).Changes, c => c.Plan.Seats > 3);
    }

    [Fact]
    public void With_too_few_people_as_many_seats_are_offered_as_there_are_people_with_what_else_it_takes()
    {
        var story = Unseated();
        story.With(new SetSeatPlan(Detroit, new SeatPlan(8, [], 3, [])));

        var few = Assert.IsType<TooFewPeople>(For(story));
        Assert.Equal((6, 8, 6), (few.People, few.Seats, few.Changes.Single().Plan.Seats));
        Assert.IsType<Proposed>(For(story.With(new SetSeatPlan(Detroit, few.Changes.Single().Plan))));

        // Two of them don't go together: either that is given up, too, or one seat more is.
        story.With(new SetSeatPlan(Detroit, new SeatPlan(8, [], 3, []) { Apart = [new(Ids.Candidate("Ana"), Ids.Candidate("Ben"))] }));
        var changes = Assert.IsType<TooFewPeople>(For(story)).Changes;
        Assert.Equal([(6, 0), (5, 1)], changes.Select(c => (c.Plan.Seats, c.Plan.Apart.Length)));
        Assert.All(changes, c => Assert.IsType<Proposed>(For(story.With(new SetSeatPlan(Detroit, c.Plan)))));
    }

    [Fact]
    public void Those_who_hold_seats_are_not_offered_fewer_than_they_are()
    {
        var story = Given.NominatedDelegation();
        Assert.Empty(Assert.IsType<TooFewPeople>(For(story, new Kept([], [Ids.Candidate("Ana"), Ids.Candidate("Ben"), Ids.Candidate("Cleo")]))).Changes);
    }

    [Fact]
    public void A_swap_is_seen_before_it_is_made()
    {
        var d = Given.NominatedDelegation().Delegation();
        var swap = Swap.Of(d.Plan, [.. d.Seated], Ids.Candidate("Dee"), d.Candidates[Ids.Candidate("Eli")])!;

        Assert.True(swap.Before.FitsPlan);
        Assert.Contains(new SectorShort(Sector.Resident, 0, 1), swap.After.Gaps);
        Assert.Null(Swap.Of(d.Plan, [.. d.Seated], Ids.Candidate("Fay"), d.Candidates[Ids.Candidate("Eli")]));
    }

    [Fact]
    public void A_share_of_government_that_can_t_be_meant_is_refused()
    {
        var story = Given.FormingExchange();
        story.Ask(Story.Owner, new SetSeatPlan(Detroit, SeatPlan.Default with { MostGovernment = 101 })).Refused<SizeOutOfRange>();
        Assert.Equal(new GovernmentAboveShare(2, 0, 10), story.Ask(Story.Owner, new SetSeatPlan(Detroit, SeatPlan.Default with { MostGovernment = 10 })).Refused<GovernmentAboveShare>());
    }

    [Fact]
    public void Wishes_that_can_t_be_meant_are_refused_with_their_flaw()
    {
        var story = Given.NominatedDelegation();
        var plan = story.Delegation().Plan;
        Refusal? Of(SeatPlan p) => story.Ask(Story.Owner, new SetSeatPlan(Detroit, p)).Refusal;
        Assert.IsType<LanguageUnknown>(Of(plan with { Languages = [new("spa", 1)] }));
        Assert.IsType<SaidTwice>(Of(plan with { Roles = [new(RoleInChange.Leader, 1), new(RoleInChange.Leader, 2)] }));
        Assert.IsType<MinimumsExceedSeats>(Of(plan with { Newcomers = new Range(3, 4), Returners = new Range(2, 4) }));
        Assert.IsType<ApartAndMustHave>(Of(plan with { MustHave = [Ids.Candidate("Ana"), Ids.Candidate("Ben")], Apart = [new(Ids.Candidate("Ben"), Ids.Candidate("Ana"))] }));
        Assert.IsType<CandidateUnknown>(Of(plan with { Apart = [new(Ids.Candidate("Ana"), Ids.Candidate("nobody"))] }));
    }

    [Fact]
    public void Who_is_withdrawn_leaves_the_wishes_of_the_plan_too()
    {
        var story = Given.NominatedDelegation();
        story.With(new SetSeatPlan(Detroit, story.Delegation().Plan with { Apart = [new(Ids.Candidate("Ana"), Ids.Candidate("Fay"))] })).With(new WithdrawCandidate(Detroit, Ids.Candidate("Fay")));
        Assert.Empty(story.Delegation().Plan.Apart);
    }

    [Fact]
    public void A_plan_is_stored_with_all_its_wishes()
    {
        var story = Rich(out var plan);
        var stored = CommitJson.Read(CommitJson.Write(story.Commits.Last(c => c.Events.Any(e => e is SeatPlanSet))));
        Assert.Equal(plan, stored.Events.OfType<SeatPlanSet>().Single().Plan);
    }

    private static Story Unseated() => Given.NominatedDelegation().With(new ChooseSeats(Detroit, []));

    private static Story Rich(out SeatPlan plan)
    {
        Nomination With(string name, Sector sector, RoleInChange role, string language, bool newcomer) => Given.Nominee(name, sector) with { Role = role, Language = language, Newcomer = newcomer };
        var story = Given.FormingExchange().With(new NominateCandidates(Detroit,
        [
            With("Ana", Sector.Policy, RoleInChange.Leader, "en", false), With("Ben", Sector.Practitioner, RoleInChange.KeyActor, "en", false),
            With("Cleo", Sector.NonProfit, RoleInChange.Convener, "es", true), With("Dee", Sector.Resident, RoleInChange.Influencer, "en", false),
            With("Eli", Sector.Practitioner, RoleInChange.KeyActor, "en", false), With("Fay", Sector.Resident, RoleInChange.Influencer, "es", true),
        ]));
        plan = new SeatPlan(4, [new(Sector.Policy, new(1, 2))], 2, [])
        {
            Roles = [new(RoleInChange.Convener, 1)],
            MostGovernment = 50,
            Newcomers = new Range(1, 2),
            Returners = new Range(2, 4),
            Languages = [new("es", 1)],
            Apart = [new(Ids.Candidate("Ana"), Ids.Candidate("Ben"))],
        };
        story.With(new ChooseSeats(Detroit, []));
        return story.With(new SetSeatPlan(Detroit, plan));
    }

    private static ProposalOutcome For(Story story, Kept? kept = null) => Proposals.For(story.State, story.Delegation(), kept ?? Kept.Nobody);

    private static string Name(Candidate candidate) => Names.Single(n => Ids.Candidate(n) == candidate.Id);
}
