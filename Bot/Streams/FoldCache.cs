namespace CoordinatorBot.Streams;

/// <summary>The streams folded last, so that only what is new has to be read. What is in it is never shown without asking the store.</summary>
internal sealed class FoldCache<TState>(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, LinkedListNode<(Guid Stream, Folded<TState> Folded)>> _byStream = [];
    private readonly LinkedList<(Guid Stream, Folded<TState> Folded)> _latestFirst = [];

    public Folded<TState>? Get(Guid stream)
    {
        lock (_lock)
        {
            if (!_byStream.TryGetValue(stream, out var node))
                return null;
            _latestFirst.Remove(node);
            _latestFirst.AddFirst(node);
            return node.Value.Folded;
        }
    }

    public void Set(Guid stream, Folded<TState> folded)
    {
        lock (_lock)
        {
            if (_byStream.TryGetValue(stream, out var node))
            {
                // Readers race with the gate: the one that knows more wins.
                if (node.Value.Folded.Position < folded.Position)
                    node.Value = (stream, folded);
                return;
            }

            _byStream[stream] = _latestFirst.AddFirst((stream, folded));
            if (_byStream.Count <= capacity)
                return;
            _byStream.Remove(_latestFirst.Last!.Value.Stream);
            _latestFirst.RemoveLast();
        }
    }

    public void Forget(Guid stream)
    {
        lock (_lock)
        {
            if (_byStream.Remove(stream, out var node))
                _latestFirst.Remove(node);
        }
    }
}
