using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain;

/// <summary>Shows the owner what needs them: one card a day, changed in place.</summary>
/// <param name="Day">The day, UTC.</param>
public sealed record ShowAttention(DateOnly Day) : Act;

/// <summary>What the bot should bring about for those who coordinate.</summary>
internal static class AttentionWants
{
    // Over a weekend of quiet hours, and a day to be of use.
    private const int AttentionDays = 4;

    public static DutyKey KeyOf(DateOnly day) => new($"attention/{day:yyyy-MM-dd}");

    /// <summary>Whether a key is that of such a card, of any day: its own failure must not raise the next.</summary>
    public static bool IsAttention(DutyKey key) => key.Value.StartsWith("attention/", StringComparison.Ordinal);

    /// <summary>Whether the owner was shown all there is.</summary>
    public static bool IsShown(ExchangeState state) => state.Ledger[KeyOf(state.Attention.Day)].Done >= state.Attention.Count;

    public static IEnumerable<Want> Wants(ExchangeState state, DutyPolicy policy)
    {
        if (state.Exchange is not { } x || state.Attention is not { Count: > 0 } a)
            yield break;
        // Called off, only what failed since matters: somebody may not have heard of it.
        if (x.Stage is Stage.Cancelled && a.Last <= state.CancelledAt)
            yield break;
        yield return new Want(KeyOf(a.Day), a.Count, new ShowAttention(a.Day), x.Owner,
            InvitationWants.Settled(a.First, a.Last, policy), a.Last.AddDays(AttentionDays), Urgency.Soon);
    }
}
