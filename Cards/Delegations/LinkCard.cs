using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>A link of the person's own to a page of the bot.</summary>
public static class LinkCard
{
    /// <summary>To the board.</summary>
    public static AdaptiveCard ToBoard(Texts texts, string title, Uri link, int hours) => Ui.Card(
        texts.Language,
        [Ui.Heading(texts["board.heading"]), Ui.Subtle(title), Ui.Text(texts.Say("board.link", ("count", hours)))],
        new AdaptiveOpenUrlAction { Title = texts["board.open"], Url = link });
}
