namespace CoordinatorBot.Domain.People;

/// <summary>What is said about who is who among the people of an exchange.</summary>
public abstract record PeopleCommand : Command;

/// <summary>Two are one person: whatever the exchange says of the second it says of the first from now on. It can't be undone, so it is asked before.</summary>
/// <param name="Kept">Who they are.</param>
/// <param name="Merged">The other, a nominee or lead of this exchange; never somebody whom Teams knows.</param>
public sealed record MergePeople(PersonId Kept, PersonId Merged) : PeopleCommand;

/// <summary>Two are not the same person, however alike: nobody is asked again.</summary>
/// <param name="First">One of them.</param>
/// <param name="Second">The other.</param>
public sealed record KeepApart(PersonId First, PersonId Second) : PeopleCommand;
