using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.Tests.Whole;

namespace CoordinatorBot.Domain.Tests.Exchanges;

public sealed class UndoTests
{
    private static readonly DelegationId Detroit = Ids.Delegation("Detroit");

    public static TheoryData<string> Undoable => [.. Commands(Given.NominatedDelegation()).Select(c => c.GetType().Name)];

    [Theory]
    [MemberData(nameof(Undoable))]
    public void Undone_it_is_as_it_was(string kind)
    {
        var story = Given.NominatedDelegation().With(new AddCity(Ids.Delegation("Flint"), "Flint"))
            .With(new SetSeatPlan(Ids.Delegation("Flint"), Given.FourSeats)).With(new NameLead(Ids.Delegation("Flint"), Ids.Person("Kim")));
        var before = StateText.Visible(story.State);
        story.With(Commands(story).Single(c => c.GetType().Name == kind));
        Assert.NotEqual(before, StateText.Visible(story.State));

        Assert.IsType<CommandUndone>(story.Send(Story.Owner, new UndoLast()).Events[0]);

        Assert.Equal(before, StateText.Visible(story.State));
    }

    private static IEnumerable<Command> Commands(Story story) =>
    [
        new ChangeDesign(story.Exchange.Design with { Theme = "Vacant land" }),
        new SetTerms(Given.Albany with { StartsOn = new DateOnly(2027, 5, 10), EndsOn = new DateOnly(2027, 5, 10) }),
        new SetDeadlines(story.Exchange.Deadlines! with { RsvpDue = story.Exchange.Deadlines.RosterFreeze }),
        new AddCoordinator(Ids.Person("Kim")),
        new PutSession(story.Exchange.Design.Agenda[0], story.Exchange.Design.Agenda[0] with { Title = "Land banks" }),
        new RemoveSession(story.Exchange.Design.Agenda[^1]),
        new MoveSession(story.Exchange.Design.Agenda[0], Earlier: false),
        new CancelExchange(),
        new AddCity(Ids.Delegation("Dayton"), "Dayton"),
        new RemoveCity(Ids.Delegation("Flint")),
        new SetSeatPlan(Detroit, Given.FourSeats with { Seats = 6, MustHave = [Ids.Candidate("Eli")] }),
        new NameLead(Detroit, null),
        new NominateCandidates(Detroit, [Given.Nominee("Gus", Sector.Private)]),
        new CorrectCandidate(Detroit, Ids.Candidate("Ana"), Sector.Private, null),
        new WithdrawCandidate(Detroit, Ids.Candidate("Ana")),
        new ChooseSeats(Detroit, [Ids.Candidate("Fay"), Ids.Candidate("Ana")]),
        new ConfirmDelegation(Detroit, false),
        new SendInvitations([Given.Invite("Ana"), Given.Invite("Ben")], false),
    ];

    [Fact]
    public void Undone_twice_it_takes_back_what_came_before()
    {
        var story = Given.FormingExchange().With(new ChangeDesign(Design(Given.FormingExchange(), "One"))).With(new ChangeDesign(Design(Given.FormingExchange(), "Two")));
        Assert.Equal("One", story.With(new UndoLast()).Exchange.Design.Theme);
        Assert.Null(story.With(new UndoLast()).Exchange.Design.Theme);
    }

    [Fact]
    public void What_one_answer_did_is_undone_together()
    {
        var story = Given.NominatedDelegation();
        var before = StateText.Visible(story.State);
        story.InOneAct([.. new[] { "Flint", "Dayton", "Toledo", "Akron" }.Select(c => new AddCity(Ids.Delegation(c), c))]);
        Assert.True(story.Exchange.Design.SizeCap >= 30);
        Assert.Equal(5, story.State.Delegations.Count);

        var undone = story.Send(Story.Owner, new UndoLast());

        Assert.Equal(4, undone.Events.OfType<CommandUndone>().Count());
        Assert.Equal(before, StateText.Visible(story.State));
        story.Send(Story.Owner, new UndoLast());
        Assert.Empty(story.Delegation().Candidates);
    }

    [Fact]
    public void An_act_is_undone_whole_or_not_at_all()
    {
        var story = Given.NominatedDelegation().InOneAct(new AddCity(Ids.Delegation("Flint"), "Flint"), new AddCity(Ids.Delegation("Dayton"), "Dayton"));
        story.With(Story.Colleague, new NameLead(Ids.Delegation("Flint"), Ids.Person("Kim")));

        story.Ask(Story.Owner, new UndoLast()).Refused<CannotUndoAnyMore>();

        Assert.Equal(3, story.State.Delegations.Count);
    }

    [Fact]
    public void A_long_act_is_never_undone_in_part()
    {
        var story = Given.NominatedDelegation();
        var before = StateText.Visible(story.State);
        story.InOneAct([.. Enumerable.Range(1, 30).Select(i => new CorrectCandidate(Detroit, Ids.Candidate("Ana"), i % 2 == 0 ? Sector.Policy : Sector.Private, null))]);

        story.With(new UndoLast());

        Assert.Equal(before, StateText.Visible(story.State));
    }

    [Fact]
    public void Undo_takes_back_one_s_own_and_not_a_colleague_s()
    {
        var story = Given.NominatedDelegation();
        story.With(Story.Owner, new NameLead(Detroit, Ids.Person("Kim"))).With(Story.Colleague, new ChangeDesign(Design(story, "Theirs")));

        story.With(Story.Owner, new UndoLast());

        Assert.Equal("Theirs", story.Exchange.Design.Theme);
        Assert.Equal(Story.Lead.Person, story.Delegation().Lead);
    }

    [Fact]
    public void What_a_colleague_changed_since_is_not_overwritten()
    {
        var story = Given.NominatedDelegation();
        story.With(Story.Owner, new ChangeDesign(Design(story, "Mine"))).With(Story.Colleague, new ChangeDesign(Design(story, "Theirs")));

        story.Ask(Story.Owner, new UndoLast()).Refused<CannotUndoAnyMore>();

        Assert.Equal("Theirs", story.Exchange.Design.Theme);
    }

    [Fact]
    public void Undo_never_reaches_past_something_that_can_t_be_undone()
    {
        var story = Given.InvitedDelegates().With(new RecallInvitations([Ids.Invitation("Ana")]));
        story.Ask(Story.Owner, new UndoLast()).Refused<NothingToUndo>();
    }

    [Fact]
    public void An_invitation_that_was_answered_is_not_undone()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.Accepted);
        story.Ask(Story.Owner, new UndoLast()).Refused<CannotUndoAnyMore>();
    }

    [Fact]
    public void A_decision_is_not_taken_back_under_people_a_colleague_invited()
    {
        var story = Given.NominatedDelegation().With(new ConfirmDelegation(Detroit, false)).With(Story.Colleague, new SendInvitations([Given.Invite("Ana")], false));
        story.Ask(Story.Owner, new UndoLast()).Refused<CannotUndoAnyMore>();
    }

    [Fact]
    public void Terms_that_somebody_answered_or_was_told_of_are_moved_again_and_not_taken_back()
    {
        var moved = new SetTerms(Given.Albany with { Venue = "City Hall" });
        var story = Given.InvitedDelegates().With(moved);
        Assert.Null(story.Ask(Story.Owner, new UndoLast()).Refusal);
        story.After(TimeSpan.FromMinutes(5)).Deliver().Ask(Story.Owner, new UndoLast()).Refused<CannotUndoAnyMore>();

        Given.InvitedDelegates().With(moved).Answered("Ana", RsvpAnswer.Accepted).Ask(Story.Owner, new UndoLast()).Refused<CannotUndoAnyMore>();
    }

    [Fact]
    public void A_move_undone_within_a_minute_costs_nobody_a_message()
    {
        var story = Given.InvitedDelegates().With(new SetTerms(Given.Albany with { Venue = "City Hall" })).With(new UndoLast()).After(TimeSpan.FromMinutes(5));
        Assert.DoesNotContain(story.Agenda.Owed, d => d.Want.Act is TellDelegate);
    }

    [Fact]
    public void A_city_that_came_back_otherwise_is_not_there_twice()
    {
        var story = Given.NominatedDelegation().With(new AddCity(Ids.Delegation("Flint"), "Flint")).With(new RemoveCity(Ids.Delegation("Flint")));
        story.With(Story.Colleague, new AddCity(Ids.Delegation("Flint again"), "flint"));
        story.Ask(Story.Owner, new UndoLast()).Refused<CannotUndoAnyMore>();
    }

    [Fact]
    public void A_city_that_comes_back_still_knows_who_of_it_was_told()
    {
        var story = Given.NominatedDelegation().With(new ConfirmDelegation(Detroit, false)).With(Story.Colleague, new TellOthers(Detroit, [Ids.Candidate("Eli")], Told.OnHold));
        story.With(new UndoLast()).With(new UndoLast());
        foreach (var candidate in story.Delegation().Candidates.Keys)
            story.With(new WithdrawCandidate(Detroit, candidate));
        var told = story.Delegation().TellingOf;

        story.With(new RemoveCity(Detroit)).After(TimeSpan.FromMinutes(5)).With(new UndoLast());

        Assert.Equal(told, story.Delegation().TellingOf);
        Assert.Single(told);
    }

    [Fact]
    public void Undo_doesn_t_lower_the_cap_under_cities_that_came_since()
    {
        var story = Given.NominatedDelegation();
        story.With(new ChangeDesign(story.Exchange.Design with { SizeCap = 10 })).With(new ChangeDesign(story.Exchange.Design with { SizeCap = 40 }));
        story.With(Story.Colleague, new AddCity(Ids.Delegation("Flint"), "Flint")).With(Story.Colleague, new AddCity(Ids.Delegation("Dayton"), "Dayton"));
        story.Ask(Story.Owner, new UndoLast()).Refused<CannotUndoAnyMore>();
    }

    [Fact]
    public void A_lead_undoes_what_they_did_for_their_city_and_a_stranger_nothing()
    {
        var story = Given.NominatedDelegation().With(Story.Lead, new NominateCandidates(Detroit, [Given.Nominee("Gus", Sector.Private)]));
        story.Ask(Story.Stranger, new UndoLast()).Refused<CoordinatorsOnly>();
        story.With(Story.Lead, new UndoLast());
        Assert.DoesNotContain(Ids.Candidate("Gus"), story.Delegation().Candidates.Keys);
    }

    [Fact]
    public void An_act_too_large_for_one_commit_is_undone_in_parts_that_fit()
    {
        var story = Given.FormingExchange();
        story.InOneAct([.. Enumerable.Range(0, 10).Select(part => new NominateCandidates(Detroit, [.. Enumerable.Range(0, 1_000).Select(i => Given.Nominee($"{part}/{i}", Sector.Resident))]))]);
        Assert.Equal(10_000, story.Delegation().Candidates.Count);

        for (var undone = 0; undone < 4 && story.Delegation().Candidates.Count > 0; undone++)
        {
            story.With(new UndoLast());
            Assert.InRange(CommitJson.Write(story.Commits[^1]).Length, 1, 1024 * 1024);
        }

        Assert.Empty(story.Delegation().Candidates);
    }

    [Fact]
    public void Once_it_is_under_way_the_roster_is_not_undone()
    {
        var story = Given.InvitedDelegates().With(Story.Colleague, new NominateCandidates(Detroit, [Given.Nominee("Gus", Sector.Private)]));
        story.On(Given.Albany.StartsOn).Deliver().Ask(Story.Colleague, new UndoLast()).Refused<TooLateInStage>();
    }

    private static Design Design(Story story, string theme) => story.Exchange.Design with { Theme = theme };
}
