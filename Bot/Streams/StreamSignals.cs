using System.Collections.Immutable;
using System.Threading.Channels;

using CoordinatorBot.Ports;

namespace CoordinatorBot.Streams;

/// <summary>A stream was appended to in this process.</summary>
/// <param name="Stream">Which one.</param>
/// <param name="Due">When it wants to be looked at; null for not by itself.</param>
public readonly record struct StreamSignal(StreamName Stream, DateTimeOffset? Due);

/// <summary>
/// Tells at once who waits for it that a stream went on. A hint, not a record: one that is lost (a full queue, another process) is made up
/// for by what the store lists as due and touched.
/// </summary>
public sealed class StreamSignals
{
    private const int Queue = 10_000;

    private ImmutableArray<ChannelWriter<StreamSignal>> _listeners = [];

    /// <summary>Signals from now on.</summary>
    public ChannelReader<StreamSignal> Listen()
    {
        var channel = Channel.CreateBounded<StreamSignal>(new BoundedChannelOptions(Queue) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
        ImmutableInterlocked.Update(ref _listeners, static (all, one) => all.Add(one), channel.Writer);
        return channel.Reader;
    }

    /// <summary>A stream was appended to.</summary>
    public void Tell(StreamSignal signal)
    {
        foreach (var listener in _listeners)
            listener.TryWrite(signal);
    }
}
