using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Invitations;

/// <summary>How one exchange goes after answers.</summary>
/// <param name="RemindDays">Days before somebody's last day to answer on which they are reminded, the most first; none for no reminders. At most 5, each from 1 to 60.</param>
/// <param name="AlternatesAtOnce">Whether the best alternate is invited by itself when a seat of a decided delegation becomes free; otherwise they are proposed to the coordinator.</param>
public sealed record AnswerRules(ImmutableArray<int> RemindDays, bool AlternatesAtOnce)
{
    /// <summary>Most reminders of one invitation.</summary>
    public const int MostReminders = 5;

    /// <summary>Earliest and latest day of a reminder, counted back from the last day to answer.</summary>
    public static (int Min, int Max) DayRange { get; } = (1, 60);

    /// <summary>A week and two days before, alternates as a person decides.</summary>
    public static AnswerRules Default { get; } = new([7, 2], false);

    /// <summary>Value equality, the days by their order.</summary>
    public bool Equals(AnswerRules? other) => other is not null && AlternatesAtOnce == other.AlternatesAtOnce && RemindDays.SequenceEqual(other.RemindDays);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RemindDays.Length, AlternatesAtOnce);
}

/// <summary>Whom the bot doesn't remind in one exchange.</summary>
/// <param name="Everybody">Nobody of it is reminded.</param>
/// <param name="People">Who isn't, apart from that.</param>
public sealed record Muting(bool Everybody, ImmutableSortedSet<Guid> People)
{
    /// <summary>Everybody is reminded.</summary>
    public static Muting None { get; } = new(false, []);

    /// <summary>Whether this person isn't reminded.</summary>
    public bool Mutes(PersonId person) => Everybody || People.Contains(person.Value);

    /// <summary>The same with one person, or everybody, muted or not.</summary>
    internal Muting With(PersonId? person, bool muted) => person is not { } one
        ? this with { Everybody = muted }
        : this with { People = muted ? People.Add(one.Value) : People.Remove(one.Value) };
}
