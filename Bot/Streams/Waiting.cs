using CoordinatorBot.Domain;

namespace CoordinatorBot.Streams;

/// <summary>A command at the gate.</summary>
internal sealed class Waiting<TState>(Envelope envelope, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<Answer<TState>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Envelope Envelope { get; } = envelope;

    /// <summary>Nobody waits for it any more: it isn't begun.</summary>
    public bool Abandoned => cancellationToken.IsCancellationRequested;

    /// <summary>An append with it ended unknown: found in the stream, it is our own doing and no repetition.</summary>
    public bool Tried { get; set; }

    public Task<Answer<TState>> Answer => _answer.Task;

    public void Tell(Answer<TState> answer) => _answer.TrySetResult(answer);

    public void Fail(Exception why) => _answer.TrySetException(why);
}
