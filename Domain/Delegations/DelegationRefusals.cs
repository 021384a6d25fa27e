using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>There is no such delegation in this exchange.</summary>
public sealed record DelegationUnknown : Refusal;

/// <summary>The city takes part already.</summary>
/// <param name="City">The city.</param>
public sealed record CityTakesPart(string City) : Refusal;

/// <summary>The exchange has as many cities as it can have.</summary>
/// <param name="Most">Most cities.</param>
public sealed record TooManyCities(int Most) : Refusal;

/// <summary>People of the city are nominated, so it can't be taken out.</summary>
/// <param name="City">The city.</param>
/// <param name="Candidates">How many.</param>
public sealed record CityHasCandidates(string City, int Candidates) : Refusal;

/// <summary>A range has its ends the wrong way round, or below 0.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Range">What was given.</param>
public sealed record RangeUpsideDown(Sector Sector, Range Range) : Refusal;

/// <summary>The minimums, or the people who must be in, are more than there are seats.</summary>
/// <param name="Needed">Sum of the minimums, or people who must be in.</param>
/// <param name="Seats">Seats there are.</param>
public sealed record MinimumsExceedSeats(int Needed, int Seats) : Refusal;

/// <summary>The maximums add up to fewer than there are seats.</summary>
/// <param name="Possible">Sum of the maximums.</param>
/// <param name="Seats">Seats there are.</param>
public sealed record MaximumsBelowSeats(int Possible, int Seats) : Refusal;

/// <summary>More people hold seats than the new plan has.</summary>
/// <param name="Seated">People who hold one.</param>
/// <param name="Seats">Seats of the new plan.</param>
public sealed record MoreSeatedThanSeats(int Seated, int Seats) : Refusal;

/// <summary>The delegations together would be larger than the exchange may be.</summary>
/// <param name="Together">Seats in all.</param>
/// <param name="Cap">Most people in the exchange.</param>
public sealed record ExceedsSizeCap(int Together, int Cap) : Refusal;

/// <summary>Everybody in the list is nominated already.</summary>
public sealed record AllNominatedAlready : Refusal;

/// <summary>There is no such candidate in this delegation.</summary>
public sealed record CandidateUnknown : Refusal;

/// <summary>The person has been invited; recall the invitation first.</summary>
/// <param name="Person">Who.</param>
public sealed record CandidateIsInvited(PersonId Person) : Refusal;

/// <summary>Nobody holds a seat, so there is nothing to decide.</summary>
public sealed record NobodySeated : Refusal;

/// <summary>The delegation doesn't fit its plan; a person can decide it all the same.</summary>
/// <param name="Gaps">In what.</param>
public sealed record DoesNotFitPlan(ImmutableArray<Gap> Gaps) : Refusal;

/// <summary>The roster is frozen: a change needs a reason, and a lead's the approval of a coordinator.</summary>
/// <param name="City">Whose.</param>
public sealed record RosterIsFrozen(string City) : Refusal;

/// <summary>The roster isn't frozen, so it can simply be changed.</summary>
/// <param name="City">Whose.</param>
public sealed record RosterIsOpen(string City) : Refusal;

/// <summary>It needs a reason.</summary>
public sealed record ReasonMissing : Refusal;

/// <summary>The delegation has been decided.</summary>
/// <param name="City">Whose.</param>
public sealed record DecidedAlready(string City) : Refusal;

/// <summary>The delegation wasn't put forward, or is decided.</summary>
/// <param name="City">Whose.</param>
public sealed record NotProposed(string City) : Refusal;

/// <summary>No such request waits for an answer.</summary>
public sealed record NoChangeWaits : Refusal;

/// <summary>There is nobody without a seat who could be told, or all have been.</summary>
public sealed record NobodyToTell : Refusal;
/// <summary>A role or a language has two minimums.</summary>
public sealed record SaidTwice : Refusal;

/// <summary>A language isn't given as its two-letter code.</summary>
/// <param name="Given">What was given, at most 20 characters.</param>
public sealed record LanguageUnknown(string Given) : Refusal;

/// <summary>The minimums of government are above the largest share of government.</summary>
/// <param name="Needed">Sum of the minimums.</param>
/// <param name="Most">Most people from government by the share.</param>
/// <param name="Percent">The share.</param>
public sealed record GovernmentAboveShare(int Needed, int Most, int Percent) : Refusal;

/// <summary>Two people must be kept apart, but both must be in, or they are one person.</summary>
public sealed record ApartAndMustHave : Refusal;
