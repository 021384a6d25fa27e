using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Cards.Invitations;

/// <summary>News for a delegate, in a message of its own.</summary>
public static class NewsCard
{
    /// <summary>The card: where dates or place moved, the invitation anew with what changed.</summary>
    public static AdaptiveCard For(InvitationView view, DelegateNews news, Texts texts) => news switch
    {
        DelegateNews.TermsMoved => InvitationCard.For(view, texts),
        DelegateNews.Cancelled => Ui.Card(texts.Language,
        [
            Ui.Heading(view.Design.Title),
            Ui.Box(AdaptiveContainerStyle.Warning, Ui.Text(texts.Say("news.cancelled", ("coordinator", view.Coordinator)))),
            Ui.Fact(texts["invitation.when"], InvitationContent.When(view.Terms, texts)),
            Ui.Fact(texts["invitation.where"], InvitationContent.Where(view.Terms)),
        ]),
        DelegateNews.Restored => InvitationCard.For(view, texts, texts["news.restored"]),
    };

    /// <summary>What a notification says.</summary>
    public static string Summary(InvitationView view, DelegateNews news, Texts texts) => texts.Say($"news.summary.{news}", ("title", view.Design.Title));
}
