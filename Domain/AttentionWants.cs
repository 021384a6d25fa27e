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
    public static DutyKey KeyOf(DateOnly day) => new($"attention/{day:yyyy-MM-dd}");

    public static IEnumerable<Want> Wants(ExchangeState state, DutyPolicy policy)
    {
        if (state.Exchange is not { } x || x.Stage is Stage.Cancelled || state.Attention is not { Count: > 0 } a)
            yield break;
        yield return new Want(KeyOf(a.Day), a.Count, new ShowAttention(a.Day), x.Owner,
            InvitationWants.Settled(a.First, a.Last, policy), a.Last.AddDays(2), Urgency.Soon);
    }
}
