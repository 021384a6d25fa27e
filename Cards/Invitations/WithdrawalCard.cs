using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Cards.Invitations;

/// <summary>Somebody who had accepted doesn't come after all.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Title">Its title.</param>
/// <param name="Name">Who.</param>
/// <param name="City">Their city.</param>
/// <param name="Note">What they wrote; null for nothing.</param>
/// <param name="Alternate">Who could take the seat, by name; null for nobody.</param>
/// <param name="Coordinator">Who decides.</param>
/// <param name="CoordinatorMail">Their mail address; null where there is none.</param>
public sealed record WithdrawalView(ExchangeId Exchange, string Title, string Name, string City, string? Note, string? Alternate, string Coordinator, string? CoordinatorMail);

/// <summary>The message that tells the coordinator, and the lead, of a withdrawal at once.</summary>
public static class WithdrawalCard
{
    /// <summary>The card.</summary>
    /// <param name="view">What happened.</param>
    /// <param name="toLead">Whether it is for the lead, who knows whom to ask but doesn't decide.</param>
    /// <param name="texts">The reader's language.</param>
    public static AdaptiveCard For(WithdrawalView view, bool toLead, Texts texts) => Ui.Card(texts.Language,
        [
            Ui.Heading(texts.Say("withdrawal.title", ("name", view.Name))),
            Ui.Box(AdaptiveContainerStyle.Warning, Ui.Text(Text(view, texts)), Ui.Fact(texts["attention.note"], view.Note)),
            Ui.Fact(texts["withdrawal.alternate"], view.Alternate),
            toLead ? Ui.Subtle(texts.Say("withdrawal.lead", ("coordinator", view.Coordinator))) : null,
        ],
        toLead ? null : Ui.Button(texts["withdrawal.show"], AttentionCard.ShowVerb, VerbData.Of(("exchange", view.Exchange.ToString()))));

    /// <summary>What happened, in a sentence.</summary>
    public static string Text(WithdrawalView view, Texts texts) => texts.Say("withdrawal.text", ("name", view.Name), ("city", view.City), ("title", view.Title));

    /// <summary>What a notification says.</summary>
    public static string Summary(WithdrawalView view, Texts texts) => texts.Say("withdrawal.title", ("name", view.Name));
}
