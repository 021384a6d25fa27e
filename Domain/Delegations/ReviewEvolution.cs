namespace CoordinatorBot.Domain.Delegations;

/// <summary>Folds what happens in the review.</summary>
internal static class ReviewEvolution
{
    public static ExchangeState Apply(ExchangeState state, ReviewEvent happened, DateTimeOffset at) => state with
    {
        Review = happened switch
        {
            ReviewersNamed e => state.Review with { Reviewers = e.Reviewers, NamedAt = at },
            CandidateScored e => state.Review.With(e.Candidate, new Opinion(e.Reviewer, e.Score)),
            ConflictDeclared e => state.Review.With(e.Candidate, new Opinion(e.Reviewer, null)),
            OpinionWithdrawn e => state.Review.Without(e.Candidate, e.Reviewer),
            _ => throw new System.Diagnostics.UnreachableException(),
        },
    };

    /// <summary>What takes back something that was said of a nominee: what was said before, or nothing.</summary>
    internal static OpinionEvent InverseOf(Review before, OpinionEvent happened) => before.Of(happened.Candidate, happened.Reviewer) switch
    {
        null => new OpinionWithdrawn(happened.Candidate, happened.Reviewer),
        { Score: { } score } => new CandidateScored(happened.Candidate, happened.Reviewer, score),
        _ => new ConflictDeclared(happened.Candidate, happened.Reviewer),
    };

    /// <summary>Whether something that was said still stands as it was said.</summary>
    internal static bool Stands(Review review, ReviewEvent happened) => happened switch
    {
        ReviewersNamed e => review.Reviewers.SequenceEqual(e.Reviewers),
        CandidateScored e => review.Of(e.Candidate, e.Reviewer) == new Opinion(e.Reviewer, e.Score),
        ConflictDeclared e => review.Of(e.Candidate, e.Reviewer) == new Opinion(e.Reviewer, null),
        OpinionWithdrawn e => review.Of(e.Candidate, e.Reviewer) is null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
