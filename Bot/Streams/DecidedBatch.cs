using CoordinatorBot.Domain;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Streams;

/// <summary>Commands decided in turn, each on the state that the one before leaves: to be stored together or not at all.</summary>
internal sealed class DecidedBatch<TState>(StreamKind<TState> kind, StreamFolder<TState> folder, ICommitCodec codec, Folded<TState> before, DateTimeOffset now)
{
    private readonly Folded<TState> _before = before;
    private readonly Dictionary<CommandId, Answer<TState>> _decided = [];
    private readonly List<(Waiting<TState> Command, Answer<TState> Answer)> _answers = [];
    private int _bytes;

    /// <summary>What the commits lead to.</summary>
    public Folded<TState> After { get; private set; } = before;

    /// <summary>The commits to store.</summary>
    public List<StoredCommit> Commits { get; } = [];

    /// <summary>Commands that were carried out before, with the position of their commit.</summary>
    public List<(Waiting<TState> Command, long Position)> Repeated { get; } = [];

    /// <summary>How many commands were decided.</summary>
    public int Count { get; private set; }

    /// <summary>Decides as many as fit into one append.</summary>
    public void Decide(IReadOnlyList<Waiting<TState>> commands)
    {
        while (Count < commands.Count && Commits.Count < StreamLimits.BatchCommits && TryDecide(commands[Count]))
            Count++;
    }

    /// <summary>Marks the commands whose commits are about to be stored.</summary>
    public void MarkTried()
    {
        foreach (var (command, answer) in _answers)
            command.Tried |= !answer.Outcome.Events.IsEmpty;
    }

    /// <summary>Tells the answers; only once the commits are stored.</summary>
    public void Tell() => _answers.ForEach(a => a.Command.Tell(a.Answer));

    // False: it has to wait for the next append.
    private bool TryDecide(Waiting<TState> command)
    {
        if (command.Abandoned)
            command.Fail(new OperationCanceledException());
        else if (_before.Known.TryGetValue(command.Envelope.Id, out var position))
            Repeated.Add((command, position));
        else if (_decided.TryGetValue(command.Envelope.Id, out var first))
            _answers.Add((command, first with { Repeated = true }));
        else
            return TryDecideNew(command);
        return true;
    }

    private bool TryDecideNew(Waiting<TState> command)
    {
        try
        {
            var outcome = kind.Decide(After.State, command.Envelope);
            if (!outcome.Events.IsEmpty && !TryAdd(command.Envelope, outcome))
                return false;
            var answer = new Answer<TState>(After.State, outcome, After.Position, false);
            _decided.Add(command.Envelope.Id, answer);
            _answers.Add((command, answer));
        }
        catch (Exception e)
        {
            // A fault in the rules concerns the one who met it, not those who wait beside.
            command.Fail(e);
        }

        return true;
    }

    private bool TryAdd(Envelope envelope, Outcome outcome)
    {
        var at = now > After.LastAt ? now : After.LastAt;
        var commit = new Commit(envelope.Id, envelope.Actor, envelope.Command.OnBehalfOf, envelope.Way, at, outcome.Events, envelope.PartOf);
        var body = codec.Write(commit);
        if (body.Length > StreamLimits.BatchBytes)
            throw new InvalidOperationException($"A commit of {envelope.Command.GetType().Name} takes {body.Length:N0} bytes; {StreamLimits.BatchBytes:N0} is the most.");
        if (_bytes + body.Length > StreamLimits.BatchBytes)
            return false;
        After = folder.After(After, commit);
        Commits.Add(new StoredCommit(commit.Id, body));
        _bytes += body.Length;
        return true;
    }
}
