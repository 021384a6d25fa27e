using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>One city's delegation: who holds a seat, who stands behind them, what is missing, what can be done.</summary>
public static class DelegationCard
{
    // With 20 seats and these the card stays below 25 KB, long names and all.
    private const int MostAlternates = 8;

    /// <summary>The card.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The delegation.</param>
    /// <param name="note">What was just done, a line each; null for nothing.</param>
    /// <param name="hint">What to type next; null for nothing.</param>
    public static AdaptiveCard For(Texts texts, DelegationView view, string? note = null, string? hint = null) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(view.City),
            Ui.Subtle(view.Title),
            MemberLines.Note(note),
            Ui.Fact(texts["delegation.stage-label"], texts[$"delegation.stage.{view.Stage}"]),
            Ui.Fact(texts["delegation.lead-label"], view.Lead is null ? null : MemberLines.Isolated(view.Lead)),
            Ui.Row(Standing(texts, view), view.Members.IsEmpty ? null : Ui.Button(texts["seatmap.open"], BoardVerbs.Map, view.Ref.Data()),
                view.Members.Length > 1 ? Ui.Button(texts["proposal.open"], ProposalCard.AskVerb, view.Ref.Data()) : null),
            view.Stage is DelegationStage.Proposed && !view.MayDecide ? Ui.Subtle(texts["delegation.submit-waits"]) : null,
            .. People(texts, view),
            hint is null ? null : Ui.Subtle(hint),
        ],
        [.. Actions(texts, view)]);

    /// <summary>The delegation in a sentence, for the notification and a screen reader: "Detroit: 2 of 6 seats".</summary>
    public static string Summary(Texts texts, DelegationView view) =>
        texts.Say("delegation.summary", ("city", view.City), ("seated", view.Balance.Seated), ("seats", view.Balance.Seats));

    private static AdaptiveElement Standing(Texts texts, DelegationView view)
    {
        var seats = Ui.Section(texts.Say("delegation.seats-taken", ("seated", view.Balance.Seated), ("seats", view.Balance.Seats)));
        return Ui.Box(
            view.Balance.FitsPlan ? AdaptiveContainerStyle.Good : AdaptiveContainerStyle.Warning,
            seats,
            view.Balance.FitsPlan ? Ui.Text(texts["delegation.plan-met"]) : null,
            Ui.Bullets(view.Gaps(texts)))!;
    }

    private static IEnumerable<AdaptiveElement?> People(Texts texts, DelegationView view)
    {
        if (view.Members.IsEmpty)
            yield return Ui.Text(texts["delegation.nobody"]);
        if (view.Seated.Any())
            yield return Ui.Section(texts["delegation.seated"]);
        foreach (var member in view.Seated)
            yield return MemberLines.Of(texts, member, member.Seat!.Value.Value);
        var alternates = view.Alternates.ToList();
        if (alternates.Count > 0)
            yield return Ui.Section(texts["delegation.alternates"]);
        for (var i = 0; i < Math.Min(alternates.Count, MostAlternates); i++)
            yield return MemberLines.Of(texts, alternates[i], i + 1);
        if (alternates.Count > MostAlternates)
            yield return Ui.Subtle(texts.Say("delegation.more-alternates", ("count", alternates.Count - MostAlternates)));
    }

    private static IEnumerable<AdaptiveAction> Actions(Texts texts, DelegationView view)
    {
        var any = view.Members.Length > 0;
        var open = view.Stage < DelegationStage.Confirmed;
        if (view.MayDecide && any && open)
            yield return Ui.Button(texts["delegation.confirm"], DelegationVerbs.Confirm, view.Ref.Data(), "positive");
        if (!view.MayDecide && view.Seated.Any() && view.Stage is DelegationStage.Forming)
            yield return Ui.Button(texts["delegation.submit"], DelegationVerbs.Submit, view.Ref.Data(), "positive");
        if (view.MayDecide && !open && view.ToInvite > 0)
            yield return Ui.Button(texts.Say("delegation.invite", ("count", view.ToInvite)), DelegationVerbs.Invite, view.Ref.Data(), "positive");
        yield return Ui.Button(texts["delegation.add"], DelegationVerbs.Add, view.Ref.Data(), any ? null : "positive");
        if (any)
        {
            yield return Ui.Button(texts["delegation.choose-seats"], DelegationVerbs.Seats, view.Ref.Data());
            yield return Ui.Button(texts["delegation.correct-or-remove"], DelegationVerbs.Nominees, view.Ref.Data());
        }

        if (view.MayDecide)
        {
            yield return Ui.Button(texts["delegation.edit-plan"], DelegationVerbs.Plan, view.Ref.Data());
            yield return Ui.Button(texts["delegation.name-lead"], DelegationVerbs.Lead, view.Ref.Data());
        }
    }
}
