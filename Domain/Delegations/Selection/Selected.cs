using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>How a selection ended.</summary>
public enum SelectionEnd
{
    /// <summary>No choice has a higher score, nor more worth of that score, and it is proven.</summary>
    Best,

    /// <summary>No choice keeps every rule, and it is proven.</summary>
    Impossible,

    /// <summary>It was stopped: the choice, if there is one, keeps every rule, and its bounds say by how much a better one could be better.</summary>
    Stopped,
}

/// <summary>How long a selection may take: a count, so that the same question has the same answer, or whoever asks says stop.</summary>
/// <param name="Steps">Most steps of the search for score and worth; one takes about 0.03 ms for 200 people.</param>
/// <param name="StepsForTies">Most steps more to settle which of equally good choices comes first.</param>
/// <param name="GoOn">Asked before each step; null for always.</param>
public sealed record SelectionBudget(int Steps, int StepsForTies = 2_000, Func<bool>? GoOn = null)
{
    /// <summary>100,000 steps: about three seconds for 200 people on one core.</summary>
    public static SelectionBudget Usual { get; } = new(100_000);
}

/// <summary>The answer to a <see cref="SelectionProblem"/>.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Chosen">Who is chosen, in ascending order; empty for nobody.</param>
/// <param name="Score">Sum of their scores.</param>
/// <param name="Worth">Worth of the wishes they meet.</param>
/// <param name="ScoreBound">No choice that keeps the rules has a higher score.</param>
/// <param name="WorthBound">None of that score is worth more; null where that was not looked into.</param>
/// <param name="TiesSettled">
/// Whether it is proven that of equally good choices this one comes first. Otherwise it is one where nobody could make room for somebody before
/// them without loss.
/// </param>
/// <param name="Claims">Why, for <see cref="SelectionChecker"/>.</param>
/// <param name="Steps">Steps it took.</param>
public sealed record Selected(
    SelectionEnd End, ImmutableArray<int> Chosen, long Score, long Worth, long ScoreBound, long? WorthBound, bool TiesSettled, ImmutableArray<Claim> Claims, int Steps)
{
    /// <summary>By how much the score of a better choice could be higher; 0 when this is the highest.</summary>
    public long Gap => ScoreBound - Score;
}

/// <summary>What a claim says.</summary>
public enum ClaimKind
{
    /// <summary>Nothing keeps all rules.</summary>
    Nothing,

    /// <summary>Nothing has a higher score than the bound.</summary>
    Score,

    /// <summary>Nothing of the score of the choice is worth more than the bound.</summary>
    Worth,

    /// <summary>Nothing as good begins with the same people as the choice, and then has <see cref="Claim.Person"/> where the choice hasn't.</summary>
    Order,
}

/// <summary>That no choice of some kind exists, with the proof: a tree whose branches leave no case out and whose leaves are each contradicted.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Person">For <see cref="ClaimKind.Order"/>: who; else -1.</param>
/// <param name="Tree">The tree, from its root.</param>
public sealed record Claim(ClaimKind Kind, int Person, ImmutableArray<ProofStep> Tree);

/// <summary>
/// A node of a proof. A leaf is contradicted by its weights. A branching on a person is followed by the part in which they are chosen, then by the part in
/// which they aren't. Where weights settle people, since they contradict the opposite for each of them, the part follows in which those are settled.
/// </summary>
/// <param name="Person">Whom it branches on; <see cref="Leaf"/> or <see cref="Settles"/> for the others.</param>
/// <param name="Weights">What each rule is multiplied by, so that their sum is a contradiction.</param>
/// <param name="Settled">Whom the weights settle.</param>
public readonly record struct ProofStep(int Person, ImmutableArray<Weighted> Weights, ImmutableArray<int> Settled)
{
    /// <summary>In the place of a person: nothing follows.</summary>
    public const int Leaf = -1;

    /// <summary>In the place of a person: weights settle some.</summary>
    public const int Settles = -2;
}

/// <summary>A rule of the problem multiplied by a whole number.</summary>
/// <param name="Rule">
/// 0 the size; from 1 the head counts that can rule anything out, in their order; then the wishes, in theirs; then "the score is high enough"; last "the worth is high enough".
/// </param>
/// <param name="By">The number: of size and head counts any, of the others 0 or more.</param>
public readonly record struct Weighted(int Rule, long By);
