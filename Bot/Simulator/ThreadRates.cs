namespace CoordinatorBot.Simulator;

/// <summary>The published limits of a bot in one thread: messages 7 in 1 s, 8 in 2 s, 60 in 30 s, 1800 in 1 h; reads of members double that.</summary>
internal sealed class ThreadRates(TimeProvider clock)
{
    private static readonly (int Most, TimeSpan Within)[] Messages =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1))];

    private static readonly (int Most, TimeSpan Within)[] MemberReads =
        [(14, TimeSpan.FromSeconds(1)), (16, TimeSpan.FromSeconds(2)), (120, TimeSpan.FromSeconds(30)), (3600, TimeSpan.FromHours(1))];

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Thread, bool Read), Queue<DateTimeOffset>> _calls = [];

    /// <summary>Counts a call, or says how long to wait; a call that has to wait isn't counted.</summary>
    public TimeSpan? Admit(string thread, bool memberRead)
    {
        var limits = memberRead ? MemberReads : Messages;
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (!_calls.TryGetValue((thread, memberRead), out var calls))
                _calls[(thread, memberRead)] = calls = new Queue<DateTimeOffset>();
            while (calls.TryPeek(out var oldest) && now - oldest >= limits[^1].Within)
                calls.Dequeue();
            foreach (var (most, within) in limits)
            {
                var recent = calls.Where(at => now - at < within).ToList();
                if (recent.Count >= most)
                    return recent[^most] + within - now;
            }
            calls.Enqueue(now);
            return null;
        }
    }
}
