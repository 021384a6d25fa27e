using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>Says when there is less time than an exchange usually takes, and which steps are late by the usual calendar.</summary>
internal static class LeadTime
{
    /// <summary>One sentence where time is short; nothing otherwise.</summary>
    public static IEnumerable<string> Notices(Turn turn, ExchangeState state)
    {
        if (state.Exchange is not { Terms: { } terms, Stage: <= Stage.Inviting })
            yield break;
        var (texts, today) = (turn.Texts, terms.Zone.DateOf(turn.At));
        var weeks = (terms.StartsOn.DayNumber - today.DayNumber) / 7;
        var late = Timeline.Plan(today, terms.StartsOn).Where(s => s.Late).Select(s => texts[$"step.{s.Step}"]).ToList();
        if (late.Count > 0)
            yield return texts.Say("exchange.short-of-time", ("count", weeks), ("usual", Timeline.FullLeadWeeks), ("steps", texts.List(late)));
    }
}
