using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Invitations;

/// <summary>The card that tells a coordinator what needs them, with the buttons to settle it.</summary>
public static class AttentionCard
{
    /// <summary>Verb that shows how things stand. Changes nothing. Data: exchange.</summary>
    public const string ShowVerb = "attention.show";

    /// <summary>Verb that gives a free seat to an alternate and invites them. Data: exchange, delegation, seat, candidate, once; input: the reason, once the roster is frozen.</summary>
    public const string NextVerb = "attention.invite-next";

    /// <summary>Verb that puts the substitute on the seat. Data: exchange, invitation, words.</summary>
    public const string SubstituteVerb = "attention.substitute";

    /// <summary>Verb that keeps the delegate. Data: exchange, invitation, words.</summary>
    public const string KeepVerb = "attention.keep";

    /// <summary>Verb that tries again to deliver. Data: exchange, key, since.</summary>
    public const string RetryVerb = "attention.retry";

    // More would not fit the card, nor anybody's head; the rest follows as these are settled.
    private const int Most = 8;

    // Where so many didn't answer, the time was too short rather than the wrong people asked.
    private const int ManyLapsed = 3;

    /// <summary>The card.</summary>
    /// <param name="view">What needs them.</param>
    /// <param name="texts">The coordinator's language.</param>
    /// <param name="notice">What became of the last press; null for nothing.</param>
    public static AdaptiveCard For(AttentionView view, Texts texts, string? notice = null)
    {
        var exchange = view.Exchange.ToString();
        var card = Ui.Card(texts.Language,
        [
            Ui.Heading(view.Items.IsEmpty ? texts["attention.settled"] : texts.Say("attention.title", ("count", view.Items.Length))),
            Ui.Subtle(view.Title),
            notice is null ? null : Ui.Box(AdaptiveContainerStyle.Accent, Ui.Text(notice)),
            .. view.Items.Take(Most).Select(i => Item(view, i, texts)),
            view.Items.Length > Most ? Ui.Subtle(texts.Say("attention.more", ("count", view.Items.Length - Most))) : null,
        ]);
        card.Refresh = new AdaptiveRefresh { Action = Ui.Button(texts["attention.refresh"], ShowVerb, VerbData.Of(("exchange", exchange))), UserIds = null };
        return card;
    }

    /// <summary>What a notification says.</summary>
    public static string Summary(AttentionView view, Texts texts) => view.Items.IsEmpty
        ? texts["attention.settled"]
        : texts.Say("attention.summary", ("count", view.Items.Length), ("title", view.Title));

    private static AdaptiveElement? Item(AttentionView view, AttentionItem item, Texts texts) => item switch
    {
        SeatsToFill i => Seats(view, i, texts),
        SubstituteToDecide i => Substitute(view, i, texts),
        SeatToDecide i => RosterItems.Seat(view, i, texts),
        ProposalToDecide i => RosterItems.Proposal(view, i, texts),
        ChangeToDecide i => RosterItems.Change(view, i, texts),
        MessageToRetry i => Message(view, i, texts),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static AdaptiveElement? Seats(AttentionView view, SeatsToFill item, Texts texts) => Ui.Box(AdaptiveContainerStyle.Emphasis,
    [
        Ui.Section(texts.Say("attention.seats", ("city", item.City), ("count", item.Free))),
        .. item.Left.Select(l => Ui.Text(Left(l, texts))),
        item.Left.Count(l => l.How is SeatLeft.Lapsed) >= ManyLapsed ? Ui.Subtle(texts.Say("attention.lapsed-hint", ("edit", texts.WordOf("edit")))) : null,
        item.NextName is null ? Ui.Subtle(texts["attention.no-alternate"]) : Ui.Fact(texts["attention.next"], item.NextName),
        item.Next is not { } next ? null : Buttons(Ui.Button(texts.Say("attention.invite", ("name", item.NextName)), AttentionVerbs.AskNext, VerbData.Of(
            ("exchange", view.Exchange.ToString()), ("delegation", item.Delegation.ToString()), ("seat", AttentionVerbs.Text(item.Seat.Value)), ("candidate", next.ToString()),
            ("once", AttentionVerbs.Text(view.Ever))), "positive")),
    ]);

    private static string Left(Leaver left, Texts texts) => left.How switch
    {
        SeatLeft.Lapsed => texts.Say("attention.lapsed", ("name", left.Name)),
        SeatLeft.GivenAway => texts.Say("attention.gave-away", ("name", left.Name)),
        SeatLeft.Withdrew when left.Note is null => texts.Say("attention.withdrew", ("name", left.Name)),
        SeatLeft.Withdrew => texts.Say("attention.withdrew-note", ("name", left.Name), ("note", left.Note)),
        SeatLeft.Declined when left.Note is null => texts.Say("attention.declined", ("name", left.Name)),
        SeatLeft.Declined => texts.Say("attention.declined-note", ("name", left.Name), ("note", left.Note)),
    };

    private static AdaptiveElement? Substitute(AttentionView view, SubstituteToDecide item, Texts texts)
    {
        var data = VerbData.Of(
            ("exchange", view.Exchange.ToString()), ("invitation", item.Invitation.ToString()),
            ("words", item.Words.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return Ui.Box(AdaptiveContainerStyle.Emphasis,
            Ui.Section(texts.Say("attention.substitute", ("city", item.City), ("name", item.Delegate))),
            Ui.Fact(texts["attention.proposed"], item.Mail is null ? item.Substitute : $"{item.Substitute}, {item.Mail}"),
            Ui.Fact(texts["attention.note"], item.Note),
            Ui.Fact(texts.Say("alternate.left-reason", ("name", item.Delegate)), item.SeatReason),
            Ui.Fact(texts["alternate.brings"], item.SeatBrings),
            item.Mail is null ? Ui.Subtle(texts["attention.substitute-no-mail"]) : null,
            Buttons(
                item.Frozen
                    ? AttentionVerbs.Asking(texts.Say("attention.invite-instead", ("name", item.Substitute)), texts["alternate.frozen"], SubstituteVerb, data, texts, "positive")
                    : Ui.Button(texts.Say("attention.invite-instead", ("name", item.Substitute)), SubstituteVerb, data, "positive"),
                Ui.Button(texts.Say("attention.keep", ("name", item.Delegate)), KeepVerb, data)));
    }

    private static AdaptiveElement? Message(AttentionView view, MessageToRetry item, Texts texts) => Ui.Box(AdaptiveContainerStyle.Warning,
        Ui.Section(item.Name is null ? texts["attention.undelivered-channel"] : texts.Say("attention.undelivered", ("name", item.Name))),
        Ui.Text(item.Reason),
        Buttons(Ui.Button(texts["attention.retry"], RetryVerb, VerbData.Of(
            ("exchange", view.Exchange.ToString()), ("key", item.Key), ("since", item.Since.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture))))));

    internal static AdaptiveActionSet Buttons(params ReadOnlySpan<AdaptiveAction> actions)
    {
        var set = new AdaptiveActionSet();
        set.Actions.AddRange(actions);
        return set;
    }
}
