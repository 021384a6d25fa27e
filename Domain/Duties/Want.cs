using System.Text.Json.Serialization;

namespace CoordinatorBot.Domain.Duties;

/// <summary>Names one surface or one occasion, for ever: <c>invitation/{id}/card</c>, <c>digest/2027-03-01</c>.</summary>
[JsonConverter(typeof(DutyKeyConverter))]
public readonly record struct DutyKey(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>How a want may disturb the person it reaches.</summary>
public enum Urgency
{
    /// <summary>Previewed and confirmed by a person, or asked for: goes out at once, at any hour.</summary>
    AtOnce,

    /// <summary>A change to something already shown: follows quietly.</summary>
    Soon,

    /// <summary>A nudge: waits for waking hours, and is let go rather than sent twice.</summary>
    Polite,
}

/// <summary>What is to be done. Closed: each feature adds its own kinds in its folder.</summary>
public abstract record Act
{
    /// <summary>
    /// Whether doing it again does no harm where the outcome of a try is unknown: an update in place, a command.
    /// Otherwise it is done again once at most (<see cref="DutyPolicy.UnsureAttempts"/>).
    /// </summary>
    public virtual bool Idempotent => false;
}

/// <summary>Sends a command to the stream itself when the time has come: a deadline that lapses.</summary>
/// <param name="Command">What to decide then; the state decides whether it still acts.</param>
public sealed record Then(Command Command) : Act
{
    /// <inheritdoc/>
    public override bool Idempotent => true;
}

/// <summary>Something the bot should bring about in the world.</summary>
/// <param name="Key">The surface or occasion.</param>
/// <param name="Revision">What should be shown there, counted from 1; raised by each change.</param>
/// <param name="Act">What to do.</param>
/// <param name="To">The person it reaches; none for a channel or a command.</param>
/// <param name="From">Not before.</param>
/// <param name="Until">Not from then on: it would come too late to be of use.</param>
/// <param name="Urgency">Whether it may disturb.</param>
public sealed record Want(DutyKey Key, int Revision, Act Act, PersonId? To, DateTimeOffset From, DateTimeOffset? Until, Urgency Urgency);
