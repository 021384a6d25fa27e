namespace CoordinatorBot.Edges.Teams;

/// <summary>
/// In which hurry requests to Teams are made: it follows the flow of a turn or a duty down to the HTTP handler, since neither SDK can hand it
/// through. Without one a request is treated as a reply.
/// </summary>
internal sealed class Pace
{
    private static readonly AsyncLocal<Pace?> Flowing = new();

    private readonly TimeProvider _time;
    private readonly long _begun;
    private readonly TimeSpan _patience;

    private Pace(TimeProvider time, TimeSpan patience, bool keepsRates) =>
        (_time, _begun, _patience, KeepsRates) = (time, time.GetTimestamp(), patience, keepsRates);

    /// <summary>The pace of the current flow; null where none was set.</summary>
    public static Pace? Current => Flowing.Value;

    /// <summary>Whether requests wait until the rates allow them.</summary>
    public bool KeepsRates { get; }

    /// <summary>How long requests may still be held up, all together.</summary>
    public TimeSpan Left => _patience - _time.GetElapsedTime(_begun);

    /// <summary>From here down, until the calling async method returns: somebody waits for the replies.</summary>
    public static void OfTurn(TimeProvider time, TimeSpan patience) => Flowing.Value = Reply(time, patience);

    /// <summary>From here down, until the calling async method returns: nobody waits.</summary>
    public static void OfDuty(TimeProvider time, TimeSpan patience) => Flowing.Value = new Pace(time, patience, keepsRates: true);

    /// <summary>The pace of a single reply.</summary>
    public static Pace Reply(TimeProvider time, TimeSpan patience) => new(time, patience, keepsRates: false);
}
