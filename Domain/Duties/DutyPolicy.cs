namespace CoordinatorBot.Domain.Duties;

/// <summary>How long to wait, how often to try.</summary>
/// <param name="First">Wait after the first failed try. Default 30 s.</param>
/// <param name="Factor">What each further wait is multiplied by. Default 3.</param>
/// <param name="Most">Longest wait. Default 1 h.</param>
/// <param name="Attempts">Tries before giving up. Default 6: about a quarter of a day with the waits above.</param>
/// <param name="UnsureAttempts">Tries in all for an act that is not idempotent and ended unsure. Default 2: sent again once, and counted.</param>
/// <param name="TimeLimit">After how long a try without an outcome is unsure. Default 2 min, above any HTTP time-out of the bot.</param>
/// <param name="MessageSettle">How long a change to a message rests before it is shown. Default 1 min.</param>
public sealed record DutyPolicy(
    TimeSpan First, double Factor, TimeSpan Most, int Attempts, int UnsureAttempts, TimeSpan TimeLimit, TimeSpan MessageSettle)
{
    /// <summary>The defaults of the parameters above.</summary>
    public static DutyPolicy Default { get; } = new(
        TimeSpan.FromSeconds(30), 3, TimeSpan.FromHours(1), 6, 2, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1));

    /// <summary>
    /// The wait after a failed try: first × factor^(tries - 1), at most <see cref="Most"/>, spread by up to a quarter. The spread comes
    /// from the key, so that it is the same on every look and differs between keys that failed together.
    /// </summary>
    public TimeSpan Wait(DutyKey key, int attempts)
    {
        var plain = Math.Min(First.TotalMilliseconds * Math.Pow(Factor, Math.Max(0, attempts - 1)), Most.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(plain * (1 + Spread(key, attempts) / 4));
    }

    // FNV-1a: string.GetHashCode differs from process to process.
    private static double Spread(DutyKey key, int attempts)
    {
        var hash = 2166136261u;
        foreach (var c in key.Value)
            hash = (hash ^ c) * 16777619u;
        hash = (hash ^ (uint)attempts) * 16777619u;
        return hash % 1000 / 1000.0;
    }
}
