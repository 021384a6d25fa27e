using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Cards.Invitations;

/// <summary>An invitation in a list a coordinator chooses from.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Name">The delegate.</param>
/// <param name="City">Their city.</param>
/// <param name="Answer">The answer as it counts; null for none.</param>
public sealed record ListedInvitation(InvitationId Invitation, string Name, string City, RsvpAnswer? Answer);

/// <summary>The cards with which a coordinator does by hand what usually happens by itself: records an answer, takes invitations back.</summary>
public static class ByHandCards
{
    /// <summary>Verb that records an answer. Data: exchange, terms, once; inputs: <see cref="Who"/>, <see cref="What"/>, the note.</summary>
    public const string RecordVerb = "invitation.record";

    /// <summary>Verb that asks before invitations are taken back. Data: exchange, once; input: <see cref="Who"/>.</summary>
    public const string AskRecallVerb = "invitation.ask-recall";

    /// <summary>Verb that takes them back. Data: exchange, invitations (ids, separated by commas).</summary>
    public const string RecallVerb = "invitation.recall";

    /// <summary>Input of the invitation or invitations.</summary>
    public const string Who = "who";

    /// <summary>Input of the answer.</summary>
    public const string What = "what";

    /// <summary>Records an answer given by phone.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="terms">Revision of the terms the answer counts for.</param>
    /// <param name="once">Makes one press of this card one answer.</param>
    /// <param name="invitations">To choose from.</param>
    /// <param name="chosen">Chosen already; null for none.</param>
    /// <param name="texts">The language.</param>
    /// <param name="notice">What became of the last press; null for nothing.</param>
    public static AdaptiveCard Record(
        ExchangeId exchange, int terms, Guid once, ImmutableArray<ListedInvitation> invitations, InvitationId? chosen, Texts texts, string? notice = null)
    {
        var who = Ui.ChoiceInput(Who, texts["by-hand.who"], chosen?.ToString(), invitations.Select(i => Choice(i, texts)));
        (who.IsRequired, who.ErrorMessage) = (true, texts["by-hand.who-missing"]);
        var what = Ui.ChoiceInput(What, texts["by-hand.what"], null, new[] { RsvpAnswer.Accepted, RsvpAnswer.Tentative, RsvpAnswer.Declined }.Select(a => Ui.Choice(texts[$"rsvp.{a}"], a.ToString())));
        (what.IsRequired, what.ErrorMessage, what.Style) = (true, texts["by-hand.what-missing"], AdaptiveChoiceInputStyle.Expanded);
        return Ui.Card(texts.Language,
            [
                Ui.Heading(texts["by-hand.record-title"]),
                notice is null ? null : Ui.Box(AdaptiveContainerStyle.Accent, Ui.Text(notice)),
                Ui.Subtle(texts["by-hand.record-help"]),
                who,
                what,
                Ui.TextInput(InvitationCard.Note, texts["by-hand.note"], null, InvitationWords.NoteMost, lines: true),
            ],
            Ui.Button(texts["by-hand.record"], RecordVerb, VerbData.Of(
                ("exchange", exchange.ToString()), ("terms", terms.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("once", once.ToString("N"))), "positive", inputs: true));
    }

    /// <summary>Chooses the invitations to take back.</summary>
    public static AdaptiveCard ChooseRecall(ExchangeId exchange, Guid once, ImmutableArray<ListedInvitation> invitations, IEnumerable<InvitationId> chosen, Texts texts)
    {
        var who = Ui.ChoiceInput(Who, texts["by-hand.recall-who"], string.Join(',', chosen), invitations.Select(i => Choice(i, texts)));
        (who.IsMultiSelect, who.Style, who.IsRequired, who.ErrorMessage) = (true, AdaptiveChoiceInputStyle.Expanded, true, texts["by-hand.who-missing"]);
        return Ui.Card(texts.Language,
            [Ui.Heading(texts["by-hand.recall-title"]), Ui.Subtle(texts["by-hand.recall-help"]), who],
            Ui.Button(texts["by-hand.recall-next"], AskRecallVerb, VerbData.Of(("exchange", exchange.ToString()), ("once", once.ToString("N"))), inputs: true));
    }

    /// <summary>Are you sure.</summary>
    public static AdaptiveCard AskRecall(ExchangeId exchange, ImmutableArray<ListedInvitation> chosen, Texts texts) => Ui.Card(texts.Language,
        [
            Ui.Heading(texts.Say("by-hand.recall-sure", ("count", chosen.Length))),
            Ui.Text(texts.List(chosen.Select(c => c.Name))),
            Ui.Subtle(texts["by-hand.recall-effect"]),
        ],
        Ui.Button(texts.Say("by-hand.recall", ("count", chosen.Length)), RecallVerb, VerbData.Of(
            ("exchange", exchange.ToString()), ("invitations", string.Join(',', chosen.Select(c => c.Invitation)))), "destructive"));

    /// <summary>What became of it.</summary>
    public static AdaptiveCard Done(string text, Texts texts) => Ui.Card(texts.Language, [Ui.Box(AdaptiveContainerStyle.Good, Ui.Text(text))]);

    internal static AdaptiveChoice Choice(ListedInvitation i, Texts texts) => Ui.Choice(
        texts.Say("by-hand.choice", ("name", i.Name), ("city", i.City), ("answer", i.Answer is { } answer ? texts[$"rsvp.{answer}"] : texts["rsvp.none"])), i.Invitation.ToString());
}
