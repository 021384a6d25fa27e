namespace Microsoft.Bot.Builder.Adapters;

/// <summary>
/// A scripted conversation. Each call gives a new flow that ends with that step; <see cref="StartTestAsync"/> plays it, and
/// throws where the bot did something else. Times are in milliseconds.
/// </summary>
public class TestFlow
{
    private const uint Patience = 3000;
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _callback;
    private readonly Func<Task> _play;

    /// <summary>An empty flow with a bot.</summary>
    public TestFlow(TestAdapter adapter, BotCallbackHandler callback = null)
        : this(adapter, callback, () => Task.CompletedTask) { }

    private TestFlow(TestAdapter adapter, BotCallbackHandler callback, Func<Task> play) => (_adapter, _callback, _play) = (adapter, callback, play);

    /// <summary>Plays the flow.</summary>
    public Task StartTestAsync() => _play();

    /// <summary>The user says something.</summary>
    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(() => _adapter.SendTextToBotAsync(userSays, _callback, CancellationToken.None));
    }

    /// <summary>The user says something, and the bot answers with this.</summary>
    public TestFlow Test(string userSays, string expected, string description = null, uint timeout = Patience)
        => Send(userSays).AssertReply(expected, description ?? userSays, timeout);

    /// <summary>The bot sends this text.</summary>
    public TestFlow AssertReply(string expected, string description = null, uint timeout = Patience) => AssertReply(
        reply =>
        {
            if (reply.AsMessageActivity()?.Text is var actual && actual != expected) throw new InvalidOperationException($"{description}: expected '{expected}', got '{actual}'".TrimStart(':', ' '));
        },
        description,
        timeout);

    /// <summary>The bot sends what passes the check, in time.</summary>
    public TestFlow AssertReply(Action<IActivity> validateActivity, string description = null, uint timeout = Patience) => Then(async () =>
    {
        using var patience = new CancellationTokenSource(System.Diagnostics.Debugger.IsAttached ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(timeout));
        IActivity reply;
        try
        {
            reply = await _adapter.GetNextReplyAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"No reply within {timeout} ms: {description}");
        }

        validateActivity(reply);
    });

    private TestFlow Then(Func<Task> step) => new(_adapter, _callback, async () =>
    {
        await _play().ConfigureAwait(false);
        await step().ConfigureAwait(false);
    });
}
