using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Cards.Invitations;

/// <summary>Why somebody who owes an answer can't be reminded now.</summary>
public enum NotNow
{
    /// <summary>They heard from the bot within a day.</summary>
    Recently,

    /// <summary>Reminders are muted for them.</summary>
    Muted,

    /// <summary>Their last day to answer is over.</summary>
    Over,
}

/// <summary>Those who owe an answer.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Title">Its title.</param>
/// <param name="Once">Makes one press of the card one act.</param>
/// <param name="Now">Who can be reminded now.</param>
/// <param name="Later">Who can't, by name, and why.</param>
public sealed record RemindView(ExchangeId Exchange, string Title, Guid Once, ImmutableArray<ListedInvitation> Now, ImmutableArray<(string Name, NotNow Why)> Later);

/// <summary>The cards with which a coordinator reminds people now: who, are you sure, what became of it.</summary>
public static class RemindCards
{
    /// <summary>Verb that asks before people are reminded. Changes nothing. Data: exchange, once; input: <see cref="ByHandCards.Who"/>.</summary>
    public const string AskVerb = "invitation.ask-remind";

    /// <summary>Verb that reminds them. Data: exchange, once, invitations (ids, separated by commas).</summary>
    public const string SendVerb = "invitation.remind";

    /// <summary>Chooses whom: all who can be, at first.</summary>
    public static AdaptiveCard Choose(RemindView view, Texts texts)
    {
        var who = Ui.ChoiceInput(ByHandCards.Who, texts["remind.who"], string.Join(',', view.Now.Select(i => i.Invitation)), view.Now.Select(i => ByHandCards.Choice(i, texts)));
        (who.IsMultiSelect, who.Style, who.IsRequired, who.ErrorMessage) = (true, AdaptiveChoiceInputStyle.Expanded, true, texts["by-hand.who-missing"]);
        return Ui.Card(texts.Language,
            [
                Ui.Heading(texts["remind.title"]),
                Ui.Subtle(view.Title),
                Ui.Text(texts["remind.help"]),
                view.Now.IsEmpty ? null : who,
                view.Later.IsEmpty ? null : Ui.Section(texts["remind.not-now"]),
                Ui.Bullets(view.Later.GroupBy(l => l.Why, l => l.Name).OrderBy(g => g.Key).Select(g => Later(g.Key, texts.List(g), texts))),
            ],
            view.Now.IsEmpty ? null : Ui.Button(texts["remind.next"], AskVerb, VerbData.Of(("exchange", view.Exchange.ToString()), ("once", view.Once.ToString("N"))), inputs: true));
    }

    /// <summary>Are you sure.</summary>
    public static AdaptiveCard Ask(ExchangeId exchange, Guid once, ImmutableArray<ListedInvitation> chosen, Texts texts) => Ui.Card(texts.Language,
        [
            Ui.Heading(texts.Say("remind.sure", ("count", chosen.Length))),
            Ui.Text(texts.List(chosen.Select(c => c.Name))),
        ],
        Ui.Button(texts.Say("remind.send", ("count", chosen.Length)), SendVerb, VerbData.Of(
            ("exchange", exchange.ToString()), ("once", once.ToString("N")), ("invitations", string.Join(',', chosen.Select(c => c.Invitation)))), "positive"));

    private static string Later(NotNow why, string names, Texts texts) => why switch
    {
        NotNow.Recently => texts.Say("remind.recently", ("names", names)),
        NotNow.Muted => texts.Say("remind.muted", ("names", names)),
        NotNow.Over => texts.Say("remind.over", ("names", names)),
    };
}
