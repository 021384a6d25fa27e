using System.Collections.Immutable;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>How far somebody's invitation is.</summary>
public enum AnswerState
{
    /// <summary>Not invited.</summary>
    None,

    /// <summary>Invited, hasn't answered the terms as they are now.</summary>
    Waiting,

    /// <summary>Didn't answer in time, and holds no seat any more.</summary>
    Lapsed,

    /// <summary>Comes.</summary>
    Accepted,

    /// <summary>Doesn't know yet.</summary>
    Tentative,

    /// <summary>Doesn't come.</summary>
    Declined,

    /// <summary>Named somebody else.</summary>
    SubstituteProposed,
}

/// <summary>A nominee with what is known of the person.</summary>
/// <param name="Id">The nomination.</param>
/// <param name="Person">The person.</param>
/// <param name="Name">Their name; of somebody forgotten a word for it.</param>
/// <param name="Title">What they do.</param>
/// <param name="Organisation">Where they work.</param>
/// <param name="Mail">Their mail address.</param>
/// <param name="InTeams">Whether they can be reached in Teams without one.</param>
/// <param name="Sector">What they stand for here.</param>
/// <param name="Seat">The seat they hold; null for an alternate.</param>
/// <param name="Answer">How far their invitation is.</param>
public sealed record MemberView(
    CandidateId Id, PersonId Person, string Name, string? Title, string? Organisation, string? Mail, bool InTeams, Sector Sector, SeatNumber? Seat, AnswerState Answer)
{
    /// <summary>Whether nobody could send them an invitation.</summary>
    public bool IsUnreachable => Mail is null && !InTeams;
}

/// <summary>A delegation as somebody who forms it sees it.</summary>
/// <param name="Ref">Which.</param>
/// <param name="Title">Title of the exchange.</param>
/// <param name="City">The city.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Lead">Name of its lead; null for none.</param>
/// <param name="LeadId">Its lead.</param>
/// <param name="Plan">What it should be made of.</param>
/// <param name="Balance">How it stands against that.</param>
/// <param name="Members">All nominees: those with a seat by its number, then the alternates in order.</param>
/// <param name="MayDecide">Whether the viewer coordinates the exchange; a lead forms their delegation, but doesn't decide it.</param>
public sealed record DelegationView(
    DelegationRef Ref, string Title, string City, DelegationStage Stage, string? Lead, PersonId? LeadId, SeatPlan Plan, Balance Balance,
    ImmutableArray<MemberView> Members, bool MayDecide)
{
    /// <summary>Those who hold a seat, by its number.</summary>
    public IEnumerable<MemberView> Seated => Members.Where(m => m.Seat is not null);

    /// <summary>Those who don't, in the order in which they move up.</summary>
    public IEnumerable<MemberView> Alternates => Members.Where(m => m.Seat is null);

    /// <summary>How many hold a seat and have not been invited.</summary>
    public int ToInvite => Seated.Count(m => m.Answer is AnswerState.None);

    /// <summary>In what it departs from its plan, the most serious first.</summary>
    public IEnumerable<string> Gaps(Texts texts) => Balance.Gaps.Select(g => GapText.Of(texts, g, NameOf));

    internal string NameOf(CandidateId candidate) => MemberLines.Isolated(Members.First(m => m.Id == candidate).Name);
}
