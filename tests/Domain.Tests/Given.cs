using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Tests;

/// <summary>
/// Exchanges by the state they are in. Breathing Lights in Albany, 3 to 5 May 2027, told from 4 January on; Detroit sends four people
/// of six nominated: Ana (policy), Ben (practitioner), Cleo (non-profit) and Dee (resident); Eli and Fay are its alternates.
/// </summary>
internal static class Given
{
    public static readonly string[] Delegates = ["Ana", "Ben", "Cleo", "Dee"];

    public static Zone NewYork { get; } = Zone.TryParse("America/New_York", out var zone) ? zone.Value : throw new InvalidOperationException();

    public static Terms Albany { get; } = new("Albany", new DateOnly(2027, 5, 3), new DateOnly(2027, 5, 5), NewYork, null);

    public static SeatPlan FourSeats { get; } = new(4, [new(Sector.Policy, new(1, 1)), new(Sector.Resident, new(1, 2))], 2, []);

    public static Nomination Nominee(string name, Sector sector, string? organisation = null) =>
        new(Ids.Candidate(name), Ids.Person(name), sector, organisation is null ? null : Ids.Organisation(organisation));

    public static NewInvitation Invite(string name, string city = "Detroit", string suffix = "") =>
        new(Ids.Invitation(name + suffix), Ids.Delegation(city), Ids.Candidate(name));

    public static Story NoExchange() => new();

    public static Story DraftExchange() => NoExchange().With(new CreateExchange(Ids.Exchange("Breathing Lights"), "Breathing Lights"));

    public static Story FormingExchange() => DraftExchange().With(new SetTerms(Albany)).With(new AddCity(Ids.Delegation("Detroit"), "Detroit"));

    public static Story NominatedDelegation() => FormingExchange().With(new AddCoordinator(Story.Colleague.Person!.Value))
            .With(new SetSeatPlan(Ids.Delegation("Detroit"), FourSeats))
            .With(new NameLead(Ids.Delegation("Detroit"), Story.Lead.Person))
            .With(new NominateCandidates(Ids.Delegation("Detroit"),
        [
            Nominee("Ana", Sector.Policy, "City of Detroit"), Nominee("Ben", Sector.Practitioner, "City of Detroit"),
            Nominee("Cleo", Sector.NonProfit, "Land Bank"), Nominee("Dee", Sector.Resident),
            Nominee("Eli", Sector.Practitioner, "Housing Fund"), Nominee("Fay", Sector.Resident),
        ]));

    /// <summary>All four invited, on the first day; their cards not shown yet.</summary>
    public static Story InvitingExchange() => NominatedDelegation().With(new SendInvitations([.. Delegates.Select(d => Invite(d))], Anyway: false));

    /// <summary>All four invited, their cards shown.</summary>
    public static Story InvitedDelegates() => InvitingExchange().Deliver().After(TimeSpan.FromMinutes(10));

    public static Story PreparingExchange()
    {
        var story = InvitedDelegates();
        return story.On(story.Exchange.Deadlines!.RosterFreeze.AddDays(1)).Deliver();
    }

    public static Story UnderwayExchange() => InvitedDelegates().On(Albany.StartsOn).Deliver();

    public static Story FollowedUpExchange() => InvitedDelegates().On(Albany.EndsOn.AddDays(1)).Deliver();

    public static Story ClosedExchange() => InvitedDelegates().On(Albany.EndsOn.AddDays(366)).Deliver();

    public static Story CancelledExchange() => InvitedDelegates().With(new CancelExchange());

    /// <summary>An exchange in each stage.</summary>
    public static Story In(Stage stage) => stage switch
    {
        Stage.Draft => DraftExchange(),
        Stage.Forming => NominatedDelegation(),
        Stage.Inviting => InvitedDelegates(),
        Stage.Preparing => PreparingExchange(),
        Stage.Underway => UnderwayExchange(),
        Stage.FollowingUp => FollowedUpExchange(),
        Stage.Closed => ClosedExchange(),
        Stage.Cancelled => CancelledExchange(),
    };
}
