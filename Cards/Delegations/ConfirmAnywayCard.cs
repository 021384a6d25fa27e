using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>Asks whether a delegation is to be decided although it departs from its plan.</summary>
public static class ConfirmAnywayCard
{
    /// <summary>The card.</summary>
    public static AdaptiveCard For(Texts texts, DelegationView view) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(texts.Say("delegation.anyway-heading", ("city", view.City))),
            Ui.Box(AdaptiveContainerStyle.Warning, Ui.Section(texts["delegation.anyway-gaps"]), Ui.Bullets(view.Gaps(texts))),
            Ui.Text(texts["delegation.anyway-question"]),
        ],
        Ui.Button(texts["delegation.anyway"], DelegationVerbs.ConfirmAnyway, view.Ref.Data(), "positive"),
        Ui.Button(texts["delegation.choose-seats"], DelegationVerbs.Seats, view.Ref.Data()),
        Ui.Button(texts["delegation.edit-plan"], DelegationVerbs.Plan, view.Ref.Data()),
        Ui.Button(texts["delegation.back"], DelegationVerbs.Show, view.Ref.Data()));
}
