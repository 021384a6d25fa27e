using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Cards.Invitations;

/// <summary>The card a delegate answers: what it is, when, until when, and the answers. Afterwards it shows what was answered.</summary>
public static class InvitationCard
{
    /// <summary>Verb of the answers. Data: exchange, invitation, revision, terms, answer; inputs: <see cref="Note"/> or those of the substitute.</summary>
    public const string AnswerVerb = "invitation.answer";

    /// <summary>Verb that shows the answers again. Changes nothing.</summary>
    public const string ChangeVerb = "invitation.change";

    /// <summary>Verb that Teams asks for the current state with. Changes nothing.</summary>
    public const string ShowVerb = "invitation.show";

    /// <summary>Input of the note.</summary>
    public const string Note = "note";

    /// <summary>Input of the substitute's name.</summary>
    public const string SubstituteName = "substituteName";

    /// <summary>Input of the substitute's mail address.</summary>
    public const string SubstituteMail = "substituteMail";

    /// <summary>Input of why the substitute.</summary>
    public const string SubstituteNote = "substituteNote";

    private static readonly ImmutableArray<string> AnswerKeys = ["invitation.accept", "invitation.tentative", "invitation.decline", "invitation.substitute"];

    /// <summary>The card as it stands.</summary>
    /// <param name="view">The invitation.</param>
    /// <param name="texts">The delegate's language.</param>
    /// <param name="notice">Something to say at the top, such as why an answer was not taken.</param>
    /// <param name="changing">Whether an answered invitation shows the answers again.</param>
    public static AdaptiveCard For(InvitationView view, Texts texts, string? notice = null, bool changing = false)
    {
        var asks = view.MayAnswer && (changing || view.Standing is not InvitationStanding.Answered);
        var card = Ui.Card(texts.Language,
        [
            view.Standing is InvitationStanding.Open ? Ui.Subtle(texts.Say("invitation.intro", ("coordinator", view.Coordinator), ("city", view.City))) : null,
            Ui.Heading(view.Design.Title),
            notice is null ? null : Ui.Box(AdaptiveContainerStyle.Warning, Ui.Text(notice)),
            StandingBox(view, texts),
            ChangedBox(view, texts),
            .. InvitationContent.Facts(view, texts, asks).Select(f => Ui.Fact(f.Label, f.Value)),
            asks ? Ui.TextInput(Note, texts.Say("invitation.note", ("coordinator", view.Coordinator)), view.Words.Note, InvitationWords.NoteMost, lines: true) : null,
        ]);
        if (asks)
            card.Actions.AddRange(Answers(view, texts));
        else if (view.MayAnswer)
            card.Actions.Add(Ui.Button(texts["invitation.change"], ChangeVerb, Data(view)));
        else if (view.MayWithdraw)
            card.Actions.Add(new AdaptiveShowCardAction { Title = texts["invitation.withdraw"], Card = Withdraw(view, texts) });
        // While somebody is changing the answer, a refresh would take the buttons away under their hand.
        if (!changing)
            card.Refresh = new AdaptiveRefresh { Action = Ui.Button(texts["invitation.change"], ShowVerb, Data(view)), UserIds = null };
        return card;
    }

    /// <summary>The card as a delegate will get it, without anything to press.</summary>
    public static AdaptiveCard Sample(InvitationView view, Texts texts)
    {
        var card = For(view, texts);
        card.Body.RemoveAll(e => e is AdaptiveInput);
        card.Actions.Clear();
        card.Refresh = null;
        card.Body.Add(Ui.Subtle(texts.Say("invitation.sample-answers",
            ("answers", texts.List(AnswerKeys.Select(k => $"“{texts[k]}”"))))));
        return card;
    }

    /// <summary>A card for somebody to whom the invitation is not addressed: it says nothing about it.</summary>
    public static AdaptiveCard NotYours(Texts texts) => Ui.Card(texts.Language, [Ui.Text(texts["invitation.not-yours"])]);

    /// <summary>What a notification says.</summary>
    public static string Summary(InvitationView view, Texts texts) => view.Standing is InvitationStanding.Open
        ? texts.Say("invitation.summary", ("coordinator", view.Coordinator), ("title", view.Design.Title))
        : texts.Say("invitation.summary-again", ("title", view.Design.Title));

    private static AdaptiveElement? StandingBox(InvitationView view, Texts texts) => InvitationContent.Standing(view, texts) is { } standing
        ? Ui.Box(standing.Style, [Ui.Text(standing.Text), .. standing.Facts.Select(f => Ui.Fact(f.Label, f.Value)), .. standing.Asides.Select(Ui.Subtle)])
        : null;

    private static AdaptiveElement? ChangedBox(InvitationView view, Texts texts) => InvitationContent.Changes(view, texts) is { IsEmpty: false } changes
        ? Ui.Box(AdaptiveContainerStyle.Accent, [Ui.Text(texts["invitation.moved"]), .. changes.Select(c => Ui.Fact(c.Label, c.Value))])
        : null;

    private static IEnumerable<AdaptiveAction> Answers(InvitationView view, Texts texts)
    {
        yield return Answer("invitation.accept", RsvpAnswer.Accepted, "positive");
        yield return Answer("invitation.tentative", RsvpAnswer.Tentative, null);
        yield return Answer("invitation.decline", RsvpAnswer.Declined, null);
        yield return new AdaptiveShowCardAction { Title = texts["invitation.substitute"], Card = Substitute(view, texts) };

        AdaptiveAction Answer(string key, RsvpAnswer answer, string? style) => Ui.Button(texts[key], AnswerVerb, Data(view, answer), style, inputs: true);
    }

    private static AdaptiveCard Substitute(InvitationView view, Texts texts) => Ui.Card(texts.Language,
        [
            Ui.Text(texts.Say("invitation.substitute-help", ("coordinator", view.Coordinator))),
            Ui.TextInput(SubstituteName, texts["invitation.substitute-name"], view.Words.Substitute?.Name, InvitationWords.NameMost, texts["invitation.substitute-name-missing"]),
            Mail(view, texts),
            Ui.TextInput(SubstituteNote, texts["invitation.substitute-note"], null, InvitationWords.NoteMost, lines: true),
        ],
        Ui.Button(texts["invitation.propose"], AnswerVerb, Data(view, RsvpAnswer.SubstituteProposed), "positive", inputs: true));

    private static AdaptiveCard Withdraw(InvitationView view, Texts texts) => Ui.Card(texts.Language,
        [
            Ui.Text(texts.Say("invitation.withdraw-help", ("coordinator", view.Coordinator))),
            Ui.TextInput(Note, texts.Say("invitation.note", ("coordinator", view.Coordinator)), null, InvitationWords.NoteMost, lines: true),
        ],
        Ui.Button(texts["invitation.withdraw-sure"], AnswerVerb, Data(view, RsvpAnswer.Declined), "destructive", inputs: true));

    private static AdaptiveTextInput Mail(InvitationView view, Texts texts)
    {
        var input = Ui.TextInput(SubstituteMail, texts["invitation.substitute-mail"], view.Words.Substitute?.Mail, InvitationWords.MailMost);
        input.Style = AdaptiveTextInputStyle.Email;
        return input;
    }

    internal static VerbData Data(InvitationView view) =>
        VerbData.Of(("exchange", view.Exchange.ToString()), ("invitation", view.Invitation.ToString()), ("revision", Number(view.Revision)));

    private static VerbData Data(InvitationView view, RsvpAnswer answer) => VerbData.Of(
        ("exchange", view.Exchange.ToString()), ("invitation", view.Invitation.ToString()), ("revision", Number(view.Revision)),
        ("terms", Number(view.TermsRevision)), ("answer", answer.ToString()));

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
