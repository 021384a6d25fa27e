using System.Collections.Immutable;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Cards.Invitations;

/// <summary>Letters to delegates whom Teams doesn't reach: what the card says, and a link to the page that shows the card.</summary>
public static class InvitationLetters
{
    /// <summary>The invitation as it stands: to be answered, or taken back.</summary>
    /// <param name="view">The invitation.</param>
    /// <param name="name">Whom it greets.</param>
    /// <param name="link">Their page.</param>
    /// <param name="texts">Their language.</param>
    public static Letter Invitation(InvitationView view, string name, Uri link, Texts texts) => new(texts.Language, InvitationCard.Summary(view, texts),
        [
            new LetterPart.Words(texts.Say("letter.greeting", ("name", name))),
            .. view.Standing is InvitationStanding.Open
                ? [new LetterPart.Words(texts.Say("letter.intro", ("coordinator", view.Coordinator), ("city", view.City)))]
                : ImmutableArray<LetterPart>.Empty,
            new LetterPart.Heading(view.Design.Title),
            .. InvitationContent.Parts(view, texts),
            .. Closing(view, link, texts),
        ]);

    /// <summary>News in a letter of its own.</summary>
    public static Letter News(InvitationView view, DelegateNews news, string name, Uri link, Texts texts) => new(texts.Language, NewsCard.Summary(view, news, texts),
        [
            new LetterPart.Words(texts.Say("letter.greeting", ("name", name))),
            .. NewsNotice(view, news, texts),
            new LetterPart.Heading(view.Design.Title),
            .. InvitationContent.Parts(view, texts),
            .. Closing(view, link, texts),
        ]);

    /// <summary>A reminder in a letter of its own.</summary>
    public static Letter Reminder(InvitationView view, string name, Uri link, Texts texts) => new(texts.Language, ReminderCard.Summary(view, texts),
        [
            new LetterPart.Words(texts.Say("letter.greeting", ("name", name))),
            new LetterPart.Notice(ReminderCard.Left(view, texts)),
            new LetterPart.Heading(view.Design.Title),
            .. InvitationContent.Parts(view, texts),
            .. Closing(view, link, texts),
        ]);

    /// <summary>What the card says, for a page without cards.</summary>
    public static IEnumerable<LetterPart> Content(InvitationView view, Texts texts) => InvitationContent.Parts(view, texts);

    private static IEnumerable<LetterPart> NewsNotice(InvitationView view, DelegateNews news, Texts texts) => news switch
    {
        DelegateNews.TermsMoved => [],
        DelegateNews.Cancelled => [new LetterPart.Notice(texts.Say("news.cancelled", ("coordinator", view.Coordinator)))],
        DelegateNews.Restored => [new LetterPart.Notice(texts["news.restored"])],
    };

    /// <summary>The end of every letter to a delegate: how to answer, and why this came by mail.</summary>
    public static IEnumerable<LetterPart> Closing(InvitationView view, Uri link, Texts texts)
    {
        if (view.Standing is not (InvitationStanding.Recalled or InvitationStanding.Cancelled))
        {
            yield return new LetterPart.Link(texts[view.MayAnswer && view.Standing is not InvitationStanding.Answered ? "letter.answer" : "letter.see"], link);
            yield return new LetterPart.Aside(texts["letter.link-is-yours"]);
        }

        yield return new LetterPart.Aside(texts.Say(view.CoordinatorMail is null ? "letter.footer-unread" : "letter.footer", ("coordinator", view.Coordinator)));
    }
}
