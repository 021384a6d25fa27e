using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>Something a lead hears about their delegation.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Delegation">The delegation.</param>
/// <param name="Title">Title of the exchange.</param>
/// <param name="City">The city.</param>
/// <param name="Coordinator">Who decided, by name.</param>
/// <param name="CoordinatorMail">Their mail address; null where there is none.</param>
/// <param name="News">What.</param>
/// <param name="Reason">Why; null where nobody said.</param>
public sealed record LeadNewsView(ExchangeId Exchange, DelegationId Delegation, string Title, string City, string Coordinator, string? CoordinatorMail, LeadNews News, string? Reason);

/// <summary>The message that tells a lead what a coordinator decided about their delegation.</summary>
public static class LeadNewsCard
{
    /// <summary>The card.</summary>
    public static AdaptiveCard For(LeadNewsView view, Texts texts) => Ui.Card(texts.Language,
        [
            Ui.Heading(view.Title),
            Ui.Box(view.News is LeadNews.Approved or LeadNews.ChangeApproved ? AdaptiveContainerStyle.Good : AdaptiveContainerStyle.Warning, Ui.Text(Summary(view, texts)), Ui.Fact(texts["lead.reason"], view.Reason)),
        ],
        Ui.Button(texts["lead.open"], DelegationVerbs.Show, VerbData.Of(("exchange", view.Exchange.ToString()), ("delegation", view.Delegation.ToString()))));

    /// <summary>What a notification says.</summary>
    public static string Summary(LeadNewsView view, Texts texts) => texts.Say($"lead.{view.News}", ("city", view.City), ("coordinator", view.Coordinator));
}

/// <summary>What somebody reads who was nominated and holds no seat.</summary>
/// <param name="Title">Title of the exchange.</param>
/// <param name="City">Their city.</param>
/// <param name="Coordinator">Whom to ask, by name.</param>
/// <param name="CoordinatorMail">Their mail address; null where there is none.</param>
/// <param name="Word">What they are told.</param>
public sealed record ToldView(string Title, string City, string Coordinator, string? CoordinatorMail, Told Word);

/// <summary>The message to somebody who was nominated and holds no seat.</summary>
public static class ToldCard
{
    /// <summary>The card.</summary>
    public static AdaptiveCard For(ToldView view, Texts texts) => Ui.Card(texts.Language,
    [
        Ui.Heading(view.Title),
        Ui.Text(Text(view, texts)),
        Ui.Fact(texts["told.questions"], view.CoordinatorMail is { } mail ? $"{view.Coordinator}, {mail}" : view.Coordinator),
    ]);

    /// <summary>What they are told.</summary>
    public static string Text(ToldView view, Texts texts) => texts.Say($"told.{view.Word}", ("title", view.Title), ("city", view.City));

    /// <summary>What a notification says.</summary>
    public static string Summary(ToldView view, Texts texts) => texts.Say("told.summary", ("title", view.Title));
}
