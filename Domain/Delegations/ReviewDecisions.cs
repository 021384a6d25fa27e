using System.Collections.Immutable;

using CoordinatorBot.Domain.Access;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>Decides what is asked of the review.</summary>
internal static class ReviewDecisions
{
    public static Outcome Decide(ExchangeState state, Envelope e)
    {
        if (state.Exchange is not { } x)
            return new ExchangeUnknown();
        return e.Command switch
        {
            NameReviewers c => Permission.ToCoordinate(x, e.Actor) ?? DelegationDecisions.Open(x) ?? Name(state.Review, c),
            GiveScores c => e.Actor.Person is { } reviewer && state.Review.IsBy(reviewer) ? DelegationDecisions.Open(x) ?? Give(state, reviewer, c) : new NotAReviewer(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Outcome Name(Review review, NameReviewers c)
    {
        var named = c.Reviewers.Distinct().ToImmutableArray();
        if (named.Length > Review.MostReviewers)
            return new TooManyReviewers(Review.MostReviewers);
        return named.SequenceEqual(review.Reviewers) ? Outcome.Accept() : new ReviewersNamed(named);
    }

    private static Outcome Give(ExchangeState state, PersonId reviewer, GiveScores c)
    {
        var events = ImmutableArray.CreateBuilder<Event>();
        foreach (var given in c.Scores.DistinctBy(s => s.Candidate))
        {
            if (state.Delegations.Values.Select(d => d.Candidates.GetValueOrDefault(given.Candidate)).FirstOrDefault(k => k is not null) is not { } candidate)
                return new CandidateUnknown();
            if (given is { Score: null, Conflict: false })
                continue;
            if (candidate.Person == reviewer)
                return new ReviewsThemselves();
            if (given is { Conflict: false, Score: { } score } && (score < Review.Range.Min || score > Review.Range.Max))
                return new ScoreOutOfRange(score, Review.Range.Min, Review.Range.Max);
            var opinion = new Opinion(reviewer, given.Conflict ? null : given.Score);
            if (state.Review.Of(candidate.Id, reviewer) != opinion)
                events.Add(opinion.Score is { } s ? new CandidateScored(candidate.Id, reviewer, s) : new ConflictDeclared(candidate.Id, reviewer));
        }

        return Outcome.Accept(events.ToImmutable());
    }
}
