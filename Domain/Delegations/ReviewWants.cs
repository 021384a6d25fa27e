using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>Asks somebody to review the nominees.</summary>
/// <param name="Reviewer">Who.</param>
public sealed record AskReviewer(PersonId Reviewer) : Act;

/// <summary>What the bot should bring about for the review: each reviewer is asked once, after the naming has settled.</summary>
internal static class ReviewWants
{
    public static IEnumerable<Want> Wants(ExchangeState state, DutyPolicy policy)
    {
        if (state.Exchange is not { Stage: Stage.Draft or Stage.Forming or Stage.Inviting or Stage.Preparing } || !state.Delegations.Values.Any(d => d.Candidates.Count > 0))
            yield break;
        foreach (var reviewer in state.Review.Reviewers)
            yield return new Want(
                new DutyKey($"review/{reviewer}/ask"), 1, new AskReviewer(reviewer), reviewer,
                InvitationWants.Settled(state.Review.NamedAt, state.Review.NamedAt, policy), state.Review.NamedAt.AddDays(14), Urgency.Soon);
    }
}
