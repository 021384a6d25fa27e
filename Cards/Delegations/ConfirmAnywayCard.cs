using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>Asks whether a delegation is to be decided although it departs from its plan.</summary>
public static class ConfirmAnywayCard
{
    /// <summary>Input of the reason.</summary>
    public const string Reason = "reason";

    /// <summary>The card.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The delegation.</param>
    /// <param name="mostReason">Most characters of a reason.</param>
    public static AdaptiveCard For(Texts texts, DelegationView view, int mostReason) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(texts.Say("delegation.anyway-heading", ("city", view.City))),
            Ui.Box(AdaptiveContainerStyle.Warning, Ui.Section(texts["delegation.anyway-gaps"]), Ui.Bullets(view.Gaps(texts))),
            Ui.Text(texts["delegation.anyway-question"]),
            Ui.TextInput(Reason, texts["delegation.anyway-reason"], null, mostReason, lines: true),
        ],
        Ui.Button(texts["delegation.anyway"], DelegationVerbs.ConfirmAnyway, view.Ref.Data(), "positive", inputs: true),
        Ui.Button(texts["delegation.choose-seats"], DelegationVerbs.Seats, view.Ref.Data()),
        Ui.Button(texts["delegation.edit-plan"], DelegationVerbs.Plan, view.Ref.Data()),
        Ui.Button(texts["delegation.back"], DelegationVerbs.Show, view.Ref.Data()));
}
