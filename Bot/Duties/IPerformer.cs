using System.Collections.Immutable;

using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;

namespace CoordinatorBot.Duties;

/// <summary>A duty to be performed, with what it needs.</summary>
/// <typeparam name="TState">The fold of the stream it belongs to.</typeparam>
/// <param name="Stream">The stream.</param>
/// <param name="State">Its state as of the claim.</param>
/// <param name="Duty">What is to be done, and which try this is.</param>
public sealed record Performance<TState>(Guid Stream, TState State, Duty Duty)
{
    /// <summary>What the other side calls what was brought about before; null where nothing was, or where it has no name.</summary>
    public string? Before => Duty.Progress is { Done: > 0, Receipt: var receipt } ? receipt : null;
}

/// <summary>How a try ended.</summary>
public abstract record Performed
{
    private Performed()
    {
    }

    /// <summary>It is brought about.</summary>
    /// <param name="Receipt">What the other side calls it; null where there is no such thing.</param>
    public sealed record Done(string? Receipt = null) : Performed
    {
        /// <summary>Events of the feature that follow, recorded in the same commit.</summary>
        public ImmutableArray<Event> Follows { get; init; } = [];
    }

    /// <summary>It is not brought about, or that isn't known.</summary>
    /// <param name="Code">Why, as a code of <see cref="FailureCode"/>; <see cref="FailureCode.Unsure"/> where it may have been.</param>
    public sealed record Failed(string Code) : Performed
    {
        /// <summary>Events of the feature that follow, recorded in the same commit.</summary>
        public ImmutableArray<Event> Follows { get; init; } = [];
    }

    /// <summary>
    /// Not now, and surely not brought about: the other side said 429. No try and no event: the same try goes on at that time.
    /// For waits of seconds, within the time limit of a try; a longer one counts as <see cref="FailureCode.Unavailable"/>.
    /// Waits that are known before belong to <see cref="IAdmission{TState}"/>.
    /// </summary>
    /// <param name="Until">When to go on.</param>
    public sealed record Wait(DateTimeOffset Until) : Performed;
}

/// <summary>Performs the acts of one type. One for each type: two refuse to start.</summary>
/// <typeparam name="TState">The fold of the streams whose duties it performs.</typeparam>
public interface IPerformer<TState>
{
    /// <summary>The type of <see cref="Domain.Duties.Act"/> it performs.</summary>
    Type Act { get; }

    /// <summary>
    /// Brings it about. An exception counts as <see cref="FailureCode.Fault"/> and is tried again, so what may have been delivered must be
    /// told as <see cref="FailureCode.Unsure"/>.
    /// </summary>
    /// <param name="performance">What is to be done.</param>
    /// <param name="cancellationToken">The try has taken too long; the outcome then counts as unsure.</param>
    ValueTask<Performed> PerformAsync(Performance<TState> performance, CancellationToken cancellationToken);
}

/// <summary>Performs acts of a type, with the act at hand.</summary>
/// <typeparam name="TState">The fold of the streams whose duties it performs.</typeparam>
/// <typeparam name="TAct">The type of act.</typeparam>
public abstract class Performer<TState, TAct> : IPerformer<TState>
    where TAct : Act
{
    /// <inheritdoc/>
    public Type Act => typeof(TAct);

    /// <inheritdoc/>
    public ValueTask<Performed> PerformAsync(Performance<TState> performance, CancellationToken cancellationToken) =>
        PerformAsync((TAct)performance.Duty.Want.Act, performance, cancellationToken);

    /// <inheritdoc cref="IPerformer{TState}.PerformAsync"/>
    protected abstract ValueTask<Performed> PerformAsync(TAct act, Performance<TState> performance, CancellationToken cancellationToken);
}
