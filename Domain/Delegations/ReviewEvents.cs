using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>What happens in the review of nominees.</summary>
public abstract record ReviewEvent : Event;

/// <summary>These review the nominees, and nobody else.</summary>
/// <param name="Reviewers">Who, in the order they were named.</param>
public sealed record ReviewersNamed(ImmutableArray<PersonId> Reviewers) : ReviewEvent
{
    /// <summary>Value equality, the list by its items.</summary>
    public bool Equals(ReviewersNamed? other) => other is not null && Reviewers.SequenceEqual(other.Reviewers);

    /// <inheritdoc/>
    public override int GetHashCode() => Reviewers.Length;
}

/// <summary>What one reviewer said of one nominee.</summary>
/// <param name="Candidate">The nominee.</param>
/// <param name="Reviewer">Who.</param>
public abstract record OpinionEvent(CandidateId Candidate, PersonId Reviewer) : ReviewEvent;

/// <summary>A reviewer gave a nominee a score, or changed it.</summary>
/// <param name="Candidate">The nominee.</param>
/// <param name="Reviewer">Who.</param>
/// <param name="Score">1 to 5, 5 the best.</param>
public sealed record CandidateScored(CandidateId Candidate, PersonId Reviewer, int Score) : OpinionEvent(Candidate, Reviewer);

/// <summary>A reviewer declared a conflict of interest and is left out for the nominee.</summary>
/// <param name="Candidate">The nominee.</param>
/// <param name="Reviewer">Who.</param>
public sealed record ConflictDeclared(CandidateId Candidate, PersonId Reviewer) : OpinionEvent(Candidate, Reviewer);

/// <summary>What a reviewer had said of a nominee was taken back.</summary>
/// <param name="Candidate">The nominee.</param>
/// <param name="Reviewer">Who.</param>
public sealed record OpinionWithdrawn(CandidateId Candidate, PersonId Reviewer) : OpinionEvent(Candidate, Reviewer);
