namespace CoordinatorBot.Simulator;

/// <summary>What the connector service is asked to do wrong.</summary>
internal sealed class Faults
{
    /// <summary>The 403 codes that Teams tells apart, in the order the page lists them.</summary>
    public static readonly IReadOnlyList<string> RefusalCodes =
    [
        "ConversationBlockedByUser", "BotNotInConversationRoster", "BotDisabledByAdmin", "MessageWritesBlocked", "NotEnoughPermissions",
    ];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _refusals = [];
    private FaultSettings _settings = new();

    /// <summary>Whether every invoke is sent twice.</summary>
    public bool RepeatInvokes => Settings.RepeatInvokes;

    /// <summary>Whether the rates of a thread are enforced.</summary>
    public bool EnforceRates => Settings.EnforceRates;

    /// <summary>The settings as they stand; the counts go down as they are used up.</summary>
    public FaultSettings Settings
    {
        get
        {
            lock (_gate)
                return _settings;
        }
        set
        {
            lock (_gate)
                _settings = value;
        }
    }

    /// <summary>The 403 code with which messages to a person are refused, if they are.</summary>
    public string? RefusalFor(string personId)
    {
        lock (_gate)
            return _refusals.GetValueOrDefault(personId);
    }

    /// <summary>Refuses messages to a person with a code of <see cref="RefusalCodes"/>; null stops that.</summary>
    public void Refuse(string personId, string? code)
    {
        lock (_gate)
        {
            if (code is null)
                _refusals.Remove(personId);
            else
                _refusals[personId] = code;
        }
    }

    /// <summary>What to do wrong with this call, if anything. Uses up one of the count it is taken from.</summary>
    /// <param name="carriesMessage">Whether the call creates or changes a message: only such are too big.</param>
    /// <param name="createsMessage">Whether the call creates a message: only the answer to such is lost.</param>
    public Fault Next(bool carriesMessage, bool createsMessage)
    {
        lock (_gate)
        {
            var s = _settings;
            if (s.Throttle > 0)
            {
                _settings = s with { Throttle = s.Throttle - 1 };
                return Fault.Throttle;
            }
            if (s.BadGateway > 0)
            {
                _settings = s with { BadGateway = s.BadGateway - 1 };
                return Fault.BadGateway;
            }
            if (s.TooBig > 0 && carriesMessage)
            {
                _settings = s with { TooBig = s.TooBig - 1 };
                return Fault.TooBig;
            }
            if (s.CloseUnanswered > 0 && createsMessage)
            {
                _settings = s with { CloseUnanswered = s.CloseUnanswered - 1 };
                return Fault.CloseUnanswered;
            }
            if (s.NeverAnswer > 0 && createsMessage)
            {
                _settings = s with { NeverAnswer = s.NeverAnswer - 1 };
                return Fault.NeverAnswer;
            }
            return Fault.None;
        }
    }
}

/// <summary>What goes wrong with one call.</summary>
internal enum Fault
{
    None,
    Throttle,
    BadGateway,
    TooBig,
    CloseUnanswered,
    NeverAnswer,
}

/// <summary>How many of the next calls go wrong, and how.</summary>
/// <param name="Throttle">Calls answered 429.</param>
/// <param name="RetryAfter">Seconds named in the Retry-After of those; 1 to 3600.</param>
/// <param name="BadGateway">Calls answered 502, nothing done.</param>
/// <param name="TooBig">Messages answered 413.</param>
/// <param name="CloseUnanswered">New messages that are delivered, and the connection closed without an answer.</param>
/// <param name="NeverAnswer">New messages that are delivered, and the answer never comes.</param>
/// <param name="EnforceRates">Whether more messages to a thread than Teams allows are answered 429.</param>
/// <param name="RepeatInvokes">Whether every invoke is sent twice.</param>
internal sealed record FaultSettings(
    int Throttle = 0, int RetryAfter = 2, int BadGateway = 0, int TooBig = 0, int CloseUnanswered = 0, int NeverAnswer = 0,
    bool EnforceRates = false, bool RepeatInvokes = false);
