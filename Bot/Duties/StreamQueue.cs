using System.Runtime.CompilerServices;
using System.Threading.Channels;

using CoordinatorBot.Ports;

namespace CoordinatorBot.Duties;

/// <summary>Streams to look at: each once, never by two at a time, and once more where it is added while it is looked at.</summary>
internal sealed class StreamQueue
{
    private readonly Channel<StreamName> _waiting = Channel.CreateUnbounded<StreamName>();
    private readonly Dictionary<StreamName, Entry> _entries = [];

    public void Add(StreamName stream, bool listed)
    {
        lock (_entries)
        {
            var known = _entries.TryGetValue(stream, out var entry);
            _entries[stream] = entry with { Wanted = true, Listed = entry.Listed || listed };
            if (!known)
                _waiting.Writer.TryWrite(stream);
        }
    }

    /// <summary>The next streams; each is the caller's alone until it is done.</summary>
    public async IAsyncEnumerable<(StreamName Stream, bool Listed)> TakeAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var stream in _waiting.Reader.ReadAllAsync(cancellationToken))
        {
            bool listed;
            lock (_entries)
            {
                listed = _entries[stream].Listed;
                _entries[stream] = default;
            }

            yield return (stream, listed);
        }
    }

    public void Done(StreamName stream)
    {
        lock (_entries)
        {
            if (_entries[stream].Wanted)
                _waiting.Writer.TryWrite(stream);
            else
                _entries.Remove(stream);
        }
    }

    private readonly record struct Entry(bool Wanted, bool Listed);
}
