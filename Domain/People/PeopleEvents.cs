namespace CoordinatorBot.Domain.People;

/// <summary>What was found out about who is who.</summary>
public abstract record PeopleEvent : Event;

/// <summary>Two are one person.</summary>
/// <param name="Kept">Who they are from now on.</param>
/// <param name="Merged">The other, of whom the exchange speaks no longer.</param>
public sealed record PeopleMerged(PersonId Kept, PersonId Merged) : PeopleEvent;

/// <summary>Two are not the same person.</summary>
/// <param name="First">One of them.</param>
/// <param name="Second">The other.</param>
public sealed record PeopleKeptApart(PersonId First, PersonId Second) : PeopleEvent;

/// <summary>That two are not the same person was taken back; they may be asked about again.</summary>
/// <param name="First">One of them.</param>
/// <param name="Second">The other.</param>
public sealed record PeopleAskedAgain(PersonId First, PersonId Second) : PeopleEvent;
