namespace CoordinatorBot.Domain.People;

/// <summary>Two people, in whichever order they were named.</summary>
public readonly record struct PersonPair
{
    private PersonPair(PersonId lower, PersonId higher) => (Lower, Higher) = (lower, higher);

    /// <summary>The one whose id comes first.</summary>
    public PersonId Lower { get; }

    /// <summary>The other.</summary>
    public PersonId Higher { get; }

    /// <summary>The pair of two people.</summary>
    public static PersonPair Of(PersonId a, PersonId b) => a.Value.CompareTo(b.Value) <= 0 ? new(a, b) : new(b, a);
}
