namespace Microsoft.Bot.Builder.Adapters;

/// <summary>Compares what was expected with what came; throws if it differs.</summary>
public delegate void ValidateReply(IActivity expected, IActivity actual);

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
    public TestFlow(TestAdapter adapter, BotCallbackHandler callback = null) => (_adapter, _callback, _play) = (adapter, callback, () => Task.CompletedTask);

    /// <summary>An empty flow with a bot.</summary>
    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, bot.OnTurnAsync) { }

    /// <summary>A flow and one more step.</summary>
    public TestFlow(Func<Task> testTask, TestFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        (_adapter, _callback, _play) = (flow._adapter, flow._callback, testTask ?? (() => Task.CompletedTask));
    }

    /// <summary>Plays the flow.</summary>
    public Task StartTestAsync() => _play();

    /// <summary>The user says something.</summary>
    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(() => _adapter.SendTextToBotAsync(userSays, _callback, CancellationToken.None));
    }

    /// <summary>The user sends an activity.</summary>
    public TestFlow Send(IActivity userActivity)
    {
        ArgumentNullException.ThrowIfNull(userActivity);
        return Then(() => _adapter.ProcessActivityAsync((Activity)userActivity, _callback));
    }

    /// <summary>The user joins.</summary>
    public TestFlow SendConversationUpdate() => Then(() =>
    {
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.MembersAdded.Add(_adapter.Conversation.User);
        return _adapter.ProcessActivityAsync(update, _callback);
    });

    /// <summary>Time passes.</summary>
    public TestFlow Delay(uint ms) => Then(() => Task.Delay((int)ms));

    /// <summary>Time passes.</summary>
    public TestFlow Delay(TimeSpan timespan) => Then(() => Task.Delay(timespan));

    /// <summary>The user says something, and the bot answers with this.</summary>
    public TestFlow Test(string userSays, string expected, string description = null, uint timeout = Patience)
        => Send(userSays).AssertReply(expected, description ?? userSays, timeout);

    /// <summary>The user says something, and the bot answers with this.</summary>
    public TestFlow Test(string userSays, Activity expected, string description = null, uint timeout = Patience)
        => Send(userSays).AssertReply(expected, description ?? userSays, timeout);

    /// <summary>The user says something, and the bot answers as the check wants.</summary>
    public TestFlow Test(string userSays, Action<IActivity> validateActivity, string description = null, uint timeout = Patience)
        => Send(userSays).AssertReply(validateActivity, description ?? userSays, timeout);

    /// <summary>The bot sends this text.</summary>
    public TestFlow AssertReply(string expected, string description = null, uint timeout = Patience)
        => AssertReply(reply => Same(expected, reply.AsMessageActivity()?.Text, description), description, timeout);

    /// <summary>The bot sends an activity of this type and text.</summary>
    public TestFlow AssertReply(IActivity expected, string description = null, uint timeout = Patience) => AssertReply(
        reply =>
        {
            Same(expected.Type, reply.Type, description);
            if (expected is Activity { Type: ActivityTypes.Message } message) Same(message.Text, ((Activity)reply).Text, description);
        },
        description,
        timeout);

    /// <summary>The bot sends an activity that is the same by this comparison.</summary>
    public TestFlow AssertReply(IActivity expected, IEqualityComparer<IActivity> equalityComparer, string description = null, uint timeout = Patience)
    {
        ArgumentNullException.ThrowIfNull(equalityComparer);
        return AssertReply(reply => { if (!equalityComparer.Equals(expected, reply)) throw Differs($"'{expected}'", $"'{reply}'", description); }, description, timeout);
    }

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

    /// <summary>The bot sends a text with this part.</summary>
    public TestFlow AssertReplyContains(string expected, string description = null, uint timeout = Patience) => AssertReply(
        reply => { if (reply.AsMessageActivity()?.Text?.Contains(expected, StringComparison.Ordinal) != true) throw Differs($"…{expected}…", reply.AsMessageActivity()?.Text, description); },
        description,
        timeout);

    /// <summary>The bot sends one of these texts.</summary>
    public TestFlow AssertReplyOneOf(string[] candidates, string description = null, uint timeout = Patience) => AssertReply(
        reply => { if (!candidates.Contains(reply.AsMessageActivity()?.Text)) throw Differs(string.Join(" or ", candidates), reply.AsMessageActivity()?.Text, description); },
        description,
        timeout);

    /// <summary>The bot sends nothing for so long.</summary>
    public TestFlow AssertNoReply(string description = null, uint timeout = Patience) => Then(async () =>
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(timeout));
        try
        {
            var reply = await _adapter.GetNextReplyAsync(patience.Token).ConfigureAwait(false);
            throw Differs("nothing", reply.AsMessageActivity()?.Text ?? reply.Type, description);
        }
        catch (OperationCanceledException)
        {
            // As it should be.
        }
    });

    private static void Same(string expected, string actual, string description)
    {
        if (expected != actual) throw Differs(expected, actual, description);
    }

    private static InvalidOperationException Differs(string expected, string actual, string description)
        => new($"{description}: expected '{expected}', got '{actual}'".TrimStart(':', ' '));

    private TestFlow Then(Func<Task> step) => new(
        async () =>
        {
            await _play().ConfigureAwait(false);
            await step().ConfigureAwait(false);
        },
        this);
}
