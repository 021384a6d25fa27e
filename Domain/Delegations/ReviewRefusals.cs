namespace CoordinatorBot.Domain.Delegations;

/// <summary>The person reviews no nominees of this exchange.</summary>
public sealed record NotAReviewer : Refusal;

/// <summary>A score is outside the scale.</summary>
/// <param name="Given">What was given.</param>
/// <param name="Min">Lowest.</param>
/// <param name="Max">Highest.</param>
public sealed record ScoreOutOfRange(int Given, int Min, int Max) : Refusal;

/// <summary>The reviewer is the nominee.</summary>
public sealed record ReviewsThemselves : Refusal;

/// <summary>More reviewers than an exchange can have.</summary>
/// <param name="Most">Most of them.</param>
public sealed record TooManyReviewers(int Most) : Refusal;
