using System.Collections.Immutable;

using CoordinatorBot.Domain;

namespace CoordinatorBot.Streams;

/// <summary>A stream folded up to a position.</summary>
/// <typeparam name="TState">The fold of the stream's events.</typeparam>
/// <param name="State">What the events come to.</param>
/// <param name="Position">How many commits were folded; 0 where there is no such stream.</param>
public sealed record Folded<TState>(TState State, long Position)
{
    /// <summary>When the last commit was stored.</summary>
    internal DateTimeOffset LastAt { get; init; } = DateTimeOffset.MinValue;

    /// <summary>The commands that made the commits, each with its position: how a repeated one is known.</summary>
    internal ImmutableDictionary<CommandId, long> Known { get; init; } = ImmutableDictionary<CommandId, long>.Empty;
}

/// <summary>What became of a command.</summary>
/// <typeparam name="TState">The fold of the stream's events.</typeparam>
/// <param name="State">The newest state: after the command where it was carried out.</param>
/// <param name="Outcome">What followed, or why nothing did; <see cref="Busy"/> where others wrote all the time.</param>
/// <param name="Position">How many commits the stream had then.</param>
/// <param name="Repeated">The command had been carried out before: the outcome is the one of that time, and nothing was stored now.</param>
public sealed record Answer<TState>(TState State, Outcome Outcome, long Position, bool Repeated);
