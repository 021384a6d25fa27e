using System.Collections.Immutable;

using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Digests;

/// <summary>How often a channel reads.</summary>
public enum CadenceKind
{
    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Once a week.</summary>
    Weekly,
}

/// <summary>When a channel gets its digest.</summary>
/// <param name="Kind">How often.</param>
/// <param name="At">Wall-clock time; 08:00 by default.</param>
/// <param name="Zone">Zone of the subscriber.</param>
/// <param name="Day">Day of a weekly digest; Monday by default.</param>
public sealed record Cadence(CadenceKind Kind, TimeOnly At, Zone Zone, DayOfWeek Day = DayOfWeek.Monday)
{
    /// <summary>Daily at 08:00.</summary>
    public static Cadence Default(Zone zone) => new(CadenceKind.Daily, new TimeOnly(8, 0), zone);

    /// <summary>The last occasion at or before an instant.</summary>
    public DateOnly Last(DateTimeOffset now)
    {
        var day = Zone.DateOf(now);
        while (!Falls(day) || When(day) > now)
            day = day.AddDays(-1);
        return day;
    }

    /// <summary>The first occasion after an instant.</summary>
    public DateOnly Next(DateTimeOffset now)
    {
        var day = Zone.DateOf(now);
        while (!Falls(day) || When(day) <= now)
            day = day.AddDays(1);
        return day;
    }

    /// <summary>The instant of the occasion on a day.</summary>
    public DateTimeOffset When(DateOnly day) => Zone.At(day, At);

    private bool Falls(DateOnly day) => Kind is CadenceKind.Daily || day.DayOfWeek == Day;
}

/// <summary>A staff channel and what it has read.</summary>
/// <param name="Cadence">When it gets its digest; null while it is not subscribed.</param>
/// <param name="Subscriber">The coordinator who subscribed it.</param>
/// <param name="Since">When it was subscribed, or its cadence changed.</param>
/// <param name="Asked">The period in which somebody last asked for a digest at once.</param>
/// <param name="Asks">How often in that period.</param>
/// <param name="Period">Period of the newest digest shown.</param>
/// <param name="Base">Positions of the exchanges' streams where that period began.</param>
/// <param name="ReadTo">Positions the newest digest read to.</param>
/// <param name="Ledger">What was tried and done.</param>
public sealed record ChannelState(
    Cadence? Cadence, PersonId? Subscriber, DateTimeOffset Since, DateOnly Asked, int Asks, DateOnly Period,
    ImmutableDictionary<ExchangeId, long> Base, ImmutableDictionary<ExchangeId, long> ReadTo, Ledger Ledger)
{
    /// <summary>A channel nobody subscribed.</summary>
    public static ChannelState Initial { get; } = new(
        null, null, default, default, 0, default, ImmutableDictionary<ExchangeId, long>.Empty, ImmutableDictionary<ExchangeId, long>.Empty, Ledger.Empty);

    /// <summary>Where the digest of a period starts to read: shown again in its period, it tells the whole period.</summary>
    public ImmutableDictionary<ExchangeId, long> ReadFrom(DateOnly period) => period == Period ? Base : ReadTo;
}

/// <summary>Posts, or updates in place, the digest of a period in the channel.</summary>
/// <param name="Period">The day of the occasion.</param>
/// <param name="Asked">Whether somebody asked for it: then it is shown also when nothing changed.</param>
public sealed record PostDigest(DateOnly Period, bool Asked) : Act;

/// <summary>What happens to a channel.</summary>
public abstract record ChannelEvent : Event;

/// <summary>A coordinator subscribed the channel, or changed when it reads.</summary>
/// <param name="By">Who.</param>
/// <param name="Cadence">When it gets its digest.</param>
public sealed record ChannelSubscribed(PersonId By, Cadence Cadence) : ChannelEvent;

/// <summary>The channel gets no digest any more.</summary>
public sealed record ChannelUnsubscribed : ChannelEvent;

/// <summary>Somebody asked for the digest at once.</summary>
/// <param name="Period">Its period.</param>
public sealed record DigestAsked(DateOnly Period) : ChannelEvent;

/// <summary>A digest was shown, or found to have nothing new.</summary>
/// <param name="Period">Its period.</param>
/// <param name="From">Positions it read from.</param>
/// <param name="To">Positions it read to.</param>
public sealed record DigestRead(DateOnly Period, ImmutableDictionary<ExchangeId, long> From, ImmutableDictionary<ExchangeId, long> To) : ChannelEvent;

/// <summary>What people do with a channel.</summary>
public abstract record ChannelCommand : Command;

/// <summary>Subscribes the channel, or changes when it reads.</summary>
/// <param name="Cadence">When it gets its digest.</param>
public sealed record SubscribeChannel(Cadence Cadence) : ChannelCommand;

/// <summary>Ends the subscription.</summary>
public sealed record UnsubscribeChannel : ChannelCommand;

/// <summary>Asks for the digest at once.</summary>
public sealed record AskForDigest : ChannelCommand;

/// <summary>The channel is not subscribed.</summary>
public sealed record ChannelNotSubscribed : Refusal;
