namespace CoordinatorBot.Domain.People;

/// <summary>Both have been invited from one city, so they can't be made one while both invitations stand.</summary>
/// <param name="Kept">One of them.</param>
/// <param name="Merged">The other.</param>
public sealed record BothAreInvited(PersonId Kept, PersonId Merged) : Refusal;

/// <summary>Who was to be merged is not in this exchange any more.</summary>
public sealed record NobodyToMerge : Refusal;
