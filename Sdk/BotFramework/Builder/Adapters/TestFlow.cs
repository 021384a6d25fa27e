namespace Microsoft.Bot.Builder.Adapters;

/// <summary>
/// A scripted conversation, played as it is written. Each call gives a new flow that ends with that step; awaiting
/// <see cref="StartTestAsync"/> throws where the bot did something else. Times are in milliseconds.
/// </summary>
public class TestFlow
{
    private const uint Patience = 3000;
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _callback;
    private readonly Task _played;

    /// <summary>An empty flow with a bot.</summary>
    public TestFlow(TestAdapter adapter, BotCallbackHandler callback = null)
        : this(adapter, callback, Task.CompletedTask) { }

    private TestFlow(TestAdapter adapter, BotCallbackHandler callback, Task played) => (_adapter, _callback, _played) = (adapter, callback, played);

    /// <summary>Waits for the end of the flow.</summary>
    public Task StartTestAsync() => _played;

    /// <summary>The user says something.</summary>
    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(() => _adapter.SendTextToBotAsync(userSays, _callback, CancellationToken.None));
    }

    /// <summary>The user says something, and the bot answers with this.</summary>
    public TestFlow Test(string userSays, string expected, string description = null, uint timeout = Patience)
        => Send(userSays).AssertReply(expected, description ?? userSays, timeout);

    /// <summary>The bot sends a message of this text; spaces around either don't count.</summary>
    public TestFlow AssertReply(string expected, string description = null, uint timeout = Patience) => AssertReply(
        reply =>
        {
            var actual = reply.AsMessageActivity() is { } message ? message.Text?.Trim() : $"an activity {reply.Type}";
            if (actual != expected?.Trim()) throw new InvalidOperationException($"{description}: expected '{expected}', got '{actual}'".TrimStart(':', ' '));
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

    private TestFlow Then(Func<Task> step)
    {
        return new(_adapter, _callback, PlayAsync());

        async Task PlayAsync()
        {
            await _played.ConfigureAwait(false);
            await step().ConfigureAwait(false);
        }
    }
}
