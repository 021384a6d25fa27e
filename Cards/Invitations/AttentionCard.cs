using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Cards.Invitations;

/// <summary>Something a coordinator has to decide about invitations.</summary>
public abstract record AttentionItem;

/// <summary>Seats of a decided delegation are free.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="City">Its city.</param>
/// <param name="Free">How many seats.</param>
/// <param name="Declined">Who declined, with the note they left; null for none.</param>
/// <param name="Next">The alternate who ranks first; null where there is none.</param>
/// <param name="NextName">Their name.</param>
public sealed record SeatsToFill(DelegationId Delegation, string City, int Free, ImmutableArray<(string Name, string? Note)> Declined, CandidateId? Next, string? NextName) : AttentionItem;

/// <summary>A delegate proposes somebody instead.</summary>
/// <param name="Invitation">Their invitation.</param>
/// <param name="Delegate">Their name.</param>
/// <param name="City">Their city.</param>
/// <param name="Substitute">The name of whom they propose.</param>
/// <param name="Mail">The address, where given.</param>
/// <param name="Note">Why, where given.</param>
/// <param name="Words">Revision of what they wrote: what is decided on is what was shown.</param>
public sealed record SubstituteToDecide(InvitationId Invitation, string Delegate, string City, string Substitute, string? Mail, string? Note, int Words) : AttentionItem;

/// <summary>A message did not arrive.</summary>
/// <param name="Key">The duty.</param>
/// <param name="Name">Whom it was for; null for a channel.</param>
/// <param name="Reason">Why, and what helps.</param>
/// <param name="Since">When it was given up, which tells one press of "try again" from the next.</param>
public sealed record MessageToRetry(string Key, string? Name, string Reason, DateTimeOffset Since) : AttentionItem;

/// <summary>All that waits for a coordinator's decision in one exchange.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Title">Its title.</param>
/// <param name="Items">What, the most urgent first.</param>
/// <param name="Ever">Invitations ever sent: makes a press on a later card another one.</param>
public sealed record AttentionView(ExchangeId Exchange, string Title, ImmutableArray<AttentionItem> Items, int Ever);

/// <summary>The card that tells a coordinator what needs them, with the buttons to settle it.</summary>
public static class AttentionCard
{
    /// <summary>Verb that shows how things stand. Changes nothing. Data: exchange.</summary>
    public const string ShowVerb = "attention.show";

    /// <summary>Verb that gives a free seat to an alternate and invites them. Data: exchange, delegation, candidate, once.</summary>
    public const string NextVerb = "attention.invite-next";

    /// <summary>Verb that puts the substitute on the seat. Data: exchange, invitation, words.</summary>
    public const string SubstituteVerb = "attention.substitute";

    /// <summary>Verb that keeps the delegate. Data: exchange, invitation, words.</summary>
    public const string KeepVerb = "attention.keep";

    /// <summary>Verb that tries again to deliver. Data: exchange, key, since.</summary>
    public const string RetryVerb = "attention.retry";

    // More would not fit the card, nor anybody's head; the rest follows as these are settled.
    private const int Most = 8;

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
        MessageToRetry i => Message(view, i, texts),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static AdaptiveElement? Seats(AttentionView view, SeatsToFill item, Texts texts) => Ui.Box(AdaptiveContainerStyle.Emphasis,
    [
        Ui.Section(texts.Say("attention.seats", ("city", item.City), ("count", item.Free))),
        .. item.Declined.Select(d => d.Note is null ? Ui.Text(texts.Say("attention.declined", ("name", d.Name))) : Ui.Text(texts.Say("attention.declined-note", ("name", d.Name), ("note", d.Note)))),
        item.NextName is null ? Ui.Subtle(texts["attention.no-alternate"]) : Ui.Fact(texts["attention.next"], item.NextName),
        item.Next is not { } next ? null : Buttons(Ui.Button(texts.Say("attention.invite", ("name", item.NextName)), NextVerb, VerbData.Of(
            ("exchange", view.Exchange.ToString()), ("delegation", item.Delegation.ToString()), ("candidate", next.ToString()),
            ("once", view.Ever.ToString(System.Globalization.CultureInfo.InvariantCulture))), "positive")),
    ]);

    private static AdaptiveElement? Substitute(AttentionView view, SubstituteToDecide item, Texts texts)
    {
        var data = VerbData.Of(
            ("exchange", view.Exchange.ToString()), ("invitation", item.Invitation.ToString()),
            ("words", item.Words.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return Ui.Box(AdaptiveContainerStyle.Emphasis,
            Ui.Section(texts.Say("attention.substitute", ("city", item.City), ("name", item.Delegate))),
            Ui.Fact(texts["attention.proposed"], item.Mail is null ? item.Substitute : $"{item.Substitute}, {item.Mail}"),
            Ui.Fact(texts["attention.note"], item.Note),
            item.Mail is null ? Ui.Subtle(texts["attention.substitute-no-mail"]) : null,
            Buttons(
                Ui.Button(texts.Say("attention.invite-instead", ("name", item.Substitute)), SubstituteVerb, data, "positive"),
                Ui.Button(texts.Say("attention.keep", ("name", item.Delegate)), KeepVerb, data)));
    }

    private static AdaptiveElement? Message(AttentionView view, MessageToRetry item, Texts texts) => Ui.Box(AdaptiveContainerStyle.Warning,
        Ui.Section(item.Name is null ? texts["attention.undelivered-channel"] : texts.Say("attention.undelivered", ("name", item.Name))),
        Ui.Text(item.Reason),
        Buttons(Ui.Button(texts["attention.retry"], RetryVerb, VerbData.Of(
            ("exchange", view.Exchange.ToString()), ("key", item.Key), ("since", item.Since.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture))))));

    private static AdaptiveActionSet Buttons(params ReadOnlySpan<AdaptiveAction> actions)
    {
        var set = new AdaptiveActionSet();
        set.Actions.AddRange(actions);
        return set;
    }
}
