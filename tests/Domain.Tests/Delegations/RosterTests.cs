using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Tests.Delegations;

public sealed class RosterTests
{
    private static readonly DelegationId Detroit = Ids.Delegation("Detroit");

    [Fact]
    public void A_lead_puts_the_delegation_forward_and_a_coordinator_decides_or_sends_it_back_with_a_reason()
    {
        var story = Given.NominatedDelegation().With(Story.Lead, new ProposeDelegation(Detroit));
        Assert.Equal(DelegationStage.Proposed, story.Delegation().Stage);
        Assert.Equal([Story.Owner.Person!.Value], Assert.Single(BlockersOf(story).OfType<ProposalWaits>()).Owes);

        story.Ask(Story.Owner, new SendBackDelegation(Detroit, 0)).Refused<ReasonMissing>();
        story.Ask(Story.Lead, new SendBackDelegation(Detroit, 1)).Refused<CoordinatorsOnly>();
        story.With(new SendBackDelegation(Detroit, 1));
        Assert.Equal(DelegationStage.Forming, story.Delegation().Stage);
        story.Ask(Story.Owner, new SendBackDelegation(Detroit, 1)).Refused<NotProposed>();

        story.With(Story.Lead, new ProposeDelegation(Detroit)).With(new ConfirmDelegation(Detroit, false));
        Assert.Equal(DelegationStage.Confirmed, story.Delegation().Stage);
        story.Ask(Story.Lead, new ProposeDelegation(Detroit)).Refused<DecidedAlready>();
        story.After(TimeSpan.FromMinutes(1));
        Assert.Equal([LeadNews.SentBack, LeadNews.Approved], story.Agenda.Owed.Select(d => d.Want.Act).OfType<TellLead>().Select(a => a.News).Order().Reverse());
    }

    [Fact]
    public void Undoing_a_decision_leads_back_to_what_was_put_forward_and_costs_no_message()
    {
        var story = Given.NominatedDelegation().With(Story.Lead, new ProposeDelegation(Detroit)).With(new ConfirmDelegation(Detroit, false)).With(new UndoLast());
        Assert.Equal(DelegationStage.Proposed, story.Delegation().Stage);
        story.After(TimeSpan.FromHours(1));
        Assert.DoesNotContain(story.Agenda.Owed, d => d.Want.Act is TellLead);
        story.With(Story.Lead, new UndoLast());
        Assert.Equal(DelegationStage.Forming, story.Delegation().Stage);
    }

    [Fact]
    public void The_roster_is_frozen_when_its_day_is_over_and_thaws_when_the_day_moves_on()
    {
        var story = Given.InvitedDelegates();
        story.On(story.Exchange.Deadlines!.RosterFreeze, 23).Deliver();
        Assert.Equal(DelegationStage.Confirmed, story.Delegation().Stage);
        story.On(story.Exchange.Deadlines.RosterFreeze.AddDays(1), 0).Deliver();
        Assert.Equal(DelegationStage.Frozen, story.Delegation().Stage);

        story.With(new SetDeadlines(story.Exchange.Deadlines with { RosterFreeze = story.Today.AddDays(5) }));
        Assert.Equal(DelegationStage.Confirmed, story.Delegation().Stage);
        story.On(story.Today.AddDays(6)).Deliver();
        Assert.Equal(DelegationStage.Frozen, story.Delegation().Stage);
    }

    [Fact]
    public void A_delegation_decided_after_the_day_is_frozen_from_then_on()
    {
        var story = Given.NominatedDelegation();
        story.On(story.Exchange.Deadlines!.RosterFreeze.AddDays(1)).Deliver();
        Assert.Equal(DelegationStage.Forming, story.Delegation().Stage);
        Assert.Equal(DelegationStage.Frozen, story.With(new ConfirmDelegation(Detroit, true)).Deliver().Delegation().Stage);
    }

    [Fact]
    public void After_the_freeze_nothing_about_who_comes_changes_without_a_reason()
    {
        var story = Frozen();
        story.Ask(Story.Owner, new ChooseSeats(Detroit, [Ids.Candidate("Ana")])).Refused<RosterIsFrozen>();
        story.Ask(Story.Owner, new WithdrawCandidate(Detroit, Ids.Candidate("Ana"))).Refused<RosterIsFrozen>();
        story.Ask(Story.Owner, new PromoteAlternate(Detroit, story.InvitationOf("Dee").Seat, Ids.Candidate("Eli"), Ids.Invitation("Eli"))).Refused<RosterIsFrozen>();
        story.Ask(Story.Owner, new ChangeRoster(Detroit, [Ids.Candidate("Eli")], [], 0)).Refused<ReasonMissing>();
        story.Send(Story.Owner, new PromoteAlternate(Detroit, story.InvitationOf("Dee").Seat, Ids.Candidate("Eli"), Ids.Invitation("Eli"), 1))
            .Gave(typeof(ChangeReasoned), typeof(SeatTaken), typeof(InvitationSent));
        story.With(Story.Lead, new NominateCandidates(Detroit, [Given.Nominee("Gus", Sector.Private)]));
        story.With(Story.Lead, new WithdrawCandidate(Detroit, Ids.Candidate("Gus")));
    }

    [Fact]
    public void A_substitute_for_a_frozen_roster_needs_a_reason()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.SubstituteProposed, 1);
        foreach (var name in new[] { "Ben", "Cleo", "Dee" })
            story.Answered(name, RsvpAnswer.Accepted);
        story.On(story.Exchange.Deadlines!.RosterFreeze.AddDays(1)).Deliver();
        AcceptSubstitute accept = new(Ids.Invitation("Ana"), Given.Nominee("Sue", Sector.Policy), Ids.Invitation("Sue"));
        story.Ask(Story.Owner, accept).Refused<RosterIsFrozen>();
        story.With(accept with { Reason = 1 });
        Assert.True(story.Sits("Sue"));
    }

    [Fact]
    public void A_lead_s_change_of_a_frozen_roster_is_a_request_that_a_coordinator_answers()
    {
        var story = Frozen();
        ChangeRoster swap = new(Detroit, [Ids.Candidate("Fay")], [Ids.Candidate("Ben")], 2);
        story.Send(Story.Lead, swap).Gave(typeof(ChangeRequested));
        Assert.True(story.Sits("Ben"));
        Assert.Equal(1, Assert.Single(BlockersOf(story).OfType<ChangeWaits>()).Number);

        story.Ask(Story.Lead, new AnswerChange(Detroit, 1, true, 0)).Refused<CoordinatorsOnly>();
        story.Ask(Story.Owner, new AnswerChange(Detroit, 1, false, 0)).Refused<ReasonMissing>();
        story.Send(Story.Owner, new AnswerChange(Detroit, 1, true, 0)).Gave(typeof(ChangeAnswered), typeof(InvitationRecalled), typeof(SeatVacated), typeof(SeatTaken));
        Assert.Equal((false, true), (story.Sits("Ben"), story.Sits("Fay")));
        Assert.Equal([Ids.Person("Fay")], Assert.Single(BlockersOf(story).OfType<NotInvited>()).People);
        story.Ask(Story.Owner, new AnswerChange(Detroit, 1, true, 0)).Refused<NoChangeWaits>();
    }

    [Fact]
    public void A_request_is_taken_back_by_undo_or_declined_with_a_reason_and_nothing_changes()
    {
        var story = Frozen().With(Story.Lead, new ChangeRoster(Detroit, [], [Ids.Candidate("Ben")], 2)).With(Story.Lead, new UndoLast());
        Assert.Empty(story.Delegation().Requests);

        story.With(Story.Lead, new ChangeRoster(Detroit, [], [Ids.Candidate("Ben")], 2));
        var number = Assert.Single(story.Delegation().Requests).Key;
        story.Send(Story.Owner, new AnswerChange(Detroit, number, false, 3)).Gave(typeof(ChangeAnswered));
        Assert.True(story.Sits("Ben"));
        story.After(TimeSpan.FromMinutes(1));
        Assert.Equal(new TellLead(Detroit, LeadNews.ChangeDeclined, 3), story.Agenda.Owed.Select(d => d.Want.Act).OfType<TellLead>().Single());
    }

    [Fact]
    public void A_request_that_no_longer_fits_is_refused_when_it_is_approved()
    {
        var story = Frozen().With(Story.Lead, new ChangeRoster(Detroit, [Ids.Candidate("Eli")], [], 2))
            .With(new ChangeRoster(Detroit, [Ids.Candidate("Fay")], [], 3));
        story.Ask(Story.Owner, new AnswerChange(Detroit, 1, true, 0)).Refused<MoreSeatedThanSeats>();
    }

    [Fact]
    public void Before_the_freeze_a_roster_is_simply_changed() =>
        Given.InvitedDelegates().Ask(Story.Lead, new ChangeRoster(Detroit, [], [Ids.Candidate("Ben")], 1)).Refused<RosterIsOpen>();

    [Fact]
    public void Those_without_a_seat_are_told_once_and_who_is_on_hold_stays_an_alternate()
    {
        var story = Given.NominatedDelegation();
        TellOthers hold = new(Detroit, [Ids.Candidate("Eli"), Ids.Candidate("Ana")], Told.OnHold);
        story.Ask(Story.Owner, hold).Refused<NotDecidedYet>();
        story.With(new ConfirmDelegation(Detroit, false)).Send(Story.Owner, hold).Gave(typeof(CandidateTold));
        story.Deliver().Ask(Story.Owner, hold).Refused<NobodyToTell>();
        Assert.Contains(Alternates.For(story.State, story.Delegation(), new SeatNumber(1)), a => a.Candidate.Id == Ids.Candidate("Eli"));

        story.With(hold with { People = [Ids.Candidate("Eli"), Ids.Candidate("Fay")], Word = Told.NotChosen });
        Assert.Equal(2, story.Agenda.Owed.Count(d => d.Want.Act is TellCandidate { Word: Told.NotChosen }));
        Assert.Null(Alternates.For(story.State, story.Delegation(), new SeatNumber(1)).FirstOrDefault()?.Candidate);
        story.Deliver().Ask(Story.Owner, hold with { People = [Ids.Candidate("Fay")] }).Refused<NobodyToTell>();
    }

    [Fact]
    public void The_owner_stays_and_anybody_else_is_taken_off_by_the_owner_or_by_themselves()
    {
        var story = Given.NominatedDelegation();
        story.Ask(Story.Colleague, new RemoveCoordinator(Story.Owner.Person!.Value)).Refused<OwnerStays>();
        story.Ask(Story.Owner, new RemoveCoordinator(Story.Owner.Person.Value)).Refused<OwnerStays>();
        story.With(new AddCoordinator(Ids.Person("Third"))).Ask(Story.Colleague, new RemoveCoordinator(Ids.Person("Third"))).Refused<NotYourExchange>();
        story.Ask(Story.Owner, new RemoveCoordinator(Ids.Person("Nobody"))).Refused<NoCoordinator>();
        story.With(new RemoveCoordinator(Ids.Person("Third"))).With(new UndoLast());
        Assert.True(story.Exchange.IsCoordinatedBy(Ids.Person("Third")));
        story.With(Story.Colleague, new RemoveCoordinator(Story.Colleague.Person!.Value)).Ask(Story.Colleague, new ChooseSeats(Detroit, [])).Refused<NotYourExchange>();
    }

    // Dee declined; the others accepted.
    private static Story Frozen()
    {
        var story = Given.InvitedDelegates().Answered("Dee", RsvpAnswer.Declined);
        foreach (var name in new[] { "Ana", "Ben", "Cleo" })
            story.Answered(name, RsvpAnswer.Accepted);
        return story.On(story.Exchange.Deadlines!.RosterFreeze.AddDays(1)).Deliver();
    }

    private static System.Collections.Immutable.ImmutableArray<Blocker> BlockersOf(Story story) => Blockers.Of(story.State, DutyPolicy.Default, story.Now);
}
