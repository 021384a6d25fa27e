using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>What is done about the review of nominees.</summary>
public abstract record ReviewCommand : Command;

/// <summary>Names who reviews the nominees of an exchange: these and nobody else. For coordinators.</summary>
/// <param name="Reviewers">At most <see cref="Review.MostReviewers"/>; empty for no review.</param>
public sealed record NameReviewers(ImmutableArray<PersonId> Reviewers) : ReviewCommand;

/// <summary>What a reviewer says of one nominee.</summary>
/// <param name="Candidate">The nominee.</param>
/// <param name="Score">1 to 5; passed over beside a conflict of interest.</param>
/// <param name="Conflict">Whether a conflict of interest is declared: the reviewer is then left out for this nominee.</param>
public readonly record struct GivenScore(CandidateId Candidate, int? Score, bool Conflict);

/// <summary>A reviewer says what they think of nominees; what was said before is replaced.</summary>
/// <param name="Scores">What; a nominee of whom nothing is said stays open.</param>
public sealed record GiveScores(ImmutableArray<GivenScore> Scores) : ReviewCommand;
