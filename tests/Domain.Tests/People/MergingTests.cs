using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;

namespace CoordinatorBot.Domain.Tests.People;

public sealed class MergingTests
{
    private static readonly DelegationId Detroit = Ids.Delegation("Detroit");

    private static MergePeople Merge(string kept, string merged) => new(Ids.Person(kept), Ids.Person(merged));

    [Fact]
    public void Two_nominations_of_one_person_become_the_one_that_went_further_with_what_is_known_of_either()
    {
        var story = Given.NominatedDelegation()
            .With(new NominateCandidates(Detroit, [Given.Nominee("A. Ruiz", Sector.Unknown, "Land Bank") with { Role = RoleInChange.Convener, Newcomer = true }]))
            .With(new ChooseSeats(Detroit, [Ids.Candidate("Ana"), Ids.Candidate("Dee")]))
            .With(Merge("A. Ruiz", "Dee"));

        var dee = story.Delegation().Candidates[Ids.Candidate("Dee")];
        Assert.False(story.Delegation().Candidates.ContainsKey(Ids.Candidate("A. Ruiz")));
        Assert.Equal((Ids.Person("A. Ruiz"), Sector.Resident, RoleInChange.Convener, true), (dee.Person, dee.Sector, dee.Role, dee.Newcomer));
        Assert.Equal(Ids.Organisation("Land Bank"), dee.Organisation);
        Assert.True(story.Sits("Dee"));
    }

    [Fact]
    public void An_invitation_goes_with_the_person_and_they_alone_answer_it()
    {
        var story = Given.InvitedDelegates().With(new NominateCandidates(Detroit, [Given.Nominee("Anna", Sector.Policy)])).With(Merge("Anna", "Ana"));

        Assert.Equal(Ids.Person("Anna"), story.InvitationOf("Ana").Person);
        story.Ask(Story.Guest("Ana"), new AnswerInvitation(Ids.Invitation("Ana"), RsvpAnswer.Accepted, 1, 0)).Refused<NotYourInvitation>();
        story.With(Story.Guest("Anna"), new AnswerInvitation(Ids.Invitation("Ana"), RsvpAnswer.Accepted, 1, 0));
    }

    [Fact]
    public void Two_who_were_both_invited_are_not_merged()
    {
        var story = Given.InvitedDelegates();
        story.Ask(Story.Owner, Merge("Ana", "Ben")).Refused<BothAreInvited>();
        Assert.True(story.Sits("Ana") && story.Sits("Ben"));
    }

    [Fact]
    public void Whoever_must_be_in_must_still_be_in_under_the_name_that_is_kept()
    {
        var story = Given.NominatedDelegation().With(new SetSeatPlan(Detroit, Given.FourSeats with { MustHave = [Ids.Candidate("Fay")] }));
        story.With(Merge("Dee", "Fay"));
        Assert.Equal([Ids.Candidate("Dee")], story.Delegation().Plan.MustHave);
    }

    [Fact]
    public void A_merge_is_for_good_so_undo_stops_before_it()
    {
        var story = Given.NominatedDelegation().With(Merge("Dee", "Fay"));
        story.Ask(Story.Owner, new UndoLast()).Refused<NothingToUndo>();
        story.Ask(Story.Owner, Merge("Dee", "Fay")).Refused<NobodyToMerge>();
    }

    [Fact]
    public void Who_is_kept_apart_is_remembered_in_whichever_order_until_undone()
    {
        var story = Given.NominatedDelegation().With(Story.Lead, new KeepApart(Ids.Person("Ana"), Ids.Person("Dee")));
        Assert.Empty(story.Ask(Story.Owner, new KeepApart(Ids.Person("Dee"), Ids.Person("Ana"))).Events);
        Assert.Contains(PersonPair.Of(Ids.Person("Dee"), Ids.Person("Ana")), story.State.Apart);
        story.With(Story.Lead, new UndoLast());
        Assert.Empty(story.State.Apart);
    }

    [Fact]
    public void A_lead_says_who_is_who_among_their_own_people_only()
    {
        var story = Given.NominatedDelegation().With(new AddCity(Ids.Delegation("Flint"), "Flint")).With(new NominateCandidates(Ids.Delegation("Flint"), [Given.Nominee("Gus", Sector.Private)]));
        story.Ask(Story.Lead, Merge("Gus", "Ana")).Refused<CoordinatorsOnly>();
        story.Ask(Story.Stranger, Merge("Dee", "Ana")).Refused<CoordinatorsOnly>();
        Assert.Null(story.Ask(Story.Lead, Merge("Dee", "Fay")).Refusal);
        Assert.Null(story.Ask(Story.Owner, Merge("Gus", "Ana")).Refusal);
    }

    [Fact]
    public void One_person_nominated_by_two_cities_stays_a_nominee_of_both()
    {
        var story = Given.NominatedDelegation().With(new AddCity(Ids.Delegation("Flint"), "Flint")).With(new NominateCandidates(Ids.Delegation("Flint"), [Given.Nominee("Gus", Sector.Private)]));
        story.With(Merge("Ana", "Gus"));
        Assert.Equal(Ids.Person("Ana"), story.Delegation("Flint").Candidates[Ids.Candidate("Gus")].Person);
        Assert.Equal(Ids.Person("Ana"), story.Delegation().Candidates[Ids.Candidate("Ana")].Person);
    }
}
