using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Digests;

/// <summary>The stream of one staff channel.</summary>
public static class ChannelStream
{
    /// <summary>The kind.</summary>
    public static StreamKind<ChannelState> Kind { get; } = new("channel", ChannelState.Initial, Decide, Evolve, Wants, s => s.Ledger);

    /// <summary>What a person may do, and what follows. Anybody in the channel may ask for a digest; a coordinator subscribes it.</summary>
    public static Outcome Decide(ChannelState state, Envelope e) => e.Command switch
    {
        DutyCommand c when e.Actor.Standing is Standing.Bot || (c is RetryDuties && e.Actor.Standing is Standing.Coordinator) =>
            DutyDecisions.Decide(c, Wants(state, e.At), state.Ledger, DutyPolicy.Default, e.At),
        AskForDigest => state.Cadence is { } cadence ? new DigestAsked(cadence.Last(e.At)) : new ChannelNotSubscribed(),
        _ when e.Actor is not { Standing: Standing.Coordinator, Person: not null } => new CoordinatorsOnly(),
        SubscribeChannel c => c.Cadence == state.Cadence ? Outcome.Accept() : new ChannelSubscribed(e.Actor.Person.Value, c.Cadence),
        UnsubscribeChannel => state.Cadence is null ? new ChannelNotSubscribed() : new ChannelUnsubscribed(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The state after a commit.</summary>
    public static ChannelState Evolve(ChannelState state, Commit commit)
    {
        foreach (var happened in commit.Events)
            state = happened switch
            {
                ChannelSubscribed e => state with { Cadence = e.Cadence, Subscriber = e.By, Since = commit.At },
                ChannelUnsubscribed => state with { Cadence = null },
                // Never below what was shown: a new cadence may lead back to a day that has its digest already.
                DigestAsked e => state with { Asked = e.Period, Asks = Math.Max(e.Period == state.Asked ? state.Asks + 1 : 1, state.Ledger[KeyOf(e.Period)].Done) },
                DigestRead e => state with { Period = e.Period, Base = e.From, ReadTo = e.To },
                _ => state with { Ledger = state.Ledger.Evolve(happened, commit.At) },
            };
        return state;
    }

    /// <summary>
    /// The digest of the newest occasion and of the next. Asked for in between, the newest is updated in place. A digest is of use until the one after it: a channel that could
    /// not be reached for days gets one digest with all that changed, not one a day.
    /// </summary>
    public static IEnumerable<Want> Wants(ChannelState state, DateTimeOffset now)
    {
        if (state.Cadence is not { } cadence)
            yield break;
        var last = cadence.Last(now);
        var scheduled = cadence.When(last) > state.Since;
        var asks = state.Asked == last ? state.Asks : 0;
        var next = cadence.Next(now);
        if (scheduled || asks > 0)
            yield return Digest(last, 1 + asks, asks > 0, cadence.When(last), cadence.When(next));
        yield return Digest(next, 1, false, cadence.When(next), null);
    }

    private static DutyKey KeyOf(DateOnly period) => new($"digest/{period:yyyy-MM-dd}");

    private static Want Digest(DateOnly period, int revision, bool asked, DateTimeOffset from, DateTimeOffset? until) =>
        new(KeyOf(period), revision, new PostDigest(period, asked), null, from, until, Urgency.AtOnce);
}
