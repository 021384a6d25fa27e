using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Cards.Invitations;

/// <summary>Somebody who would be invited.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Detail">Title and organisation; null where neither is known.</param>
/// <param name="By">By which way the invitation reaches them; null for none.</param>
/// <param name="Candidate">Who they are in their delegation.</param>
public sealed record Invitee(string Name, string? Detail, Surface? By, CandidateId Candidate)
{
    /// <summary>Whether it is known which language they read.</summary>
    public bool LanguageIsKnown { get; init; }
}

/// <summary>A delegation of which people would be invited.</summary>
/// <param name="Delegation">Which.</param>
/// <param name="City">Its city.</param>
/// <param name="Gaps">In what it departs from its plan, in words; empty where it was decided or fits.</param>
/// <param name="People">Who would be invited.</param>
public sealed record InvitedDelegation(DelegationId Delegation, string City, ImmutableArray<string> Gaps, ImmutableArray<Invitee> People);

/// <summary>What sending would do.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Preview">Identity of the preview: what is sent is what it showed.</param>
/// <param name="Title">Title of the exchange.</param>
/// <param name="Terms">Where and when.</param>
/// <param name="Due">Last day to answer.</param>
/// <param name="Delegations">Who gets what.</param>
/// <param name="Sample">The card as the first of them will see it.</param>
public sealed record InvitePreview(
    ExchangeId Exchange, Guid Preview, string Title, Terms Terms, DateOnly Due, ImmutableArray<InvitedDelegation> Delegations, AdaptiveCard? Sample)
{
    /// <summary>How many people.</summary>
    public int Count => Delegations.Sum(d => d.People.Length);
}

/// <summary>Somebody who was invited and whom the card didn't reach.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Reason">Why, and what helps, in words.</param>
public sealed record NotReached(string Name, string Reason);

/// <summary>What became of sending.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Preview">The preview that was sent.</param>
/// <param name="Title">Title of the exchange.</param>
/// <param name="Sent">Invitations sent.</param>
/// <param name="Delivered">Of these, cards delivered.</param>
/// <param name="PassedOver">People of the preview who had lost their seat or been invited meanwhile.</param>
/// <param name="NotReached">Whom the card didn't reach.</param>
/// <param name="Round">How often the card was refreshed: tells one press from the next.</param>
public sealed record InviteResult(
    ExchangeId Exchange, Guid Preview, string Title, int Sent, int Delivered, int PassedOver, ImmutableArray<NotReached> NotReached, int Round);

/// <summary>The coordinator's cards of inviting: who gets what, are you sure, what became of it.</summary>
public static class InviteCards
{
    /// <summary>Verb that shows a new preview. Data: exchange, delegation (or none), once.</summary>
    public const string PreviewVerb = "invitation.preview";

    /// <summary>Verb that sends what was previewed. Data: exchange, preview, sure; inputs: <see cref="LanguageOf"/>.</summary>
    public const string SendVerb = "invitation.send";

    /// <summary>Verb that shows how delivery stands. Changes nothing. Data: exchange, preview, round.</summary>
    public const string ProgressVerb = "invitation.progress";

    /// <summary>Verb that adds mail addresses to people whom nothing reaches. Data: exchange, preview; inputs: <see cref="MailOf"/>.</summary>
    public const string AddMailVerb = "invitation.add-mail";

    /// <summary>Above so many people sending asks once more.</summary>
    public const int AskAgainAbove = 10;

    // Above so many, names are listed without their titles: the card stays small and can be taken in.
    private const int DetailedUpTo = 24;

    // More fields than these nobody fills on a card; the rest follows once these are.
    private const int MostMails = 8;

    /// <summary>Input of somebody's mail address.</summary>
    public static string MailOf(CandidateId candidate) => $"mail-{candidate}";

    /// <summary>Input of the language in which those of a delegation are written to whose own isn't known.</summary>
    public static string LanguageOf(DelegationId delegation) => $"language-{delegation}";

    /// <summary>Who gets what.</summary>
    /// <param name="view">What sending would do.</param>
    /// <param name="texts">The coordinator's language.</param>
    /// <param name="notice">What became of the last press; null for nothing.</param>
    public static AdaptiveCard Preview(InvitePreview view, Texts texts, string? notice = null)
    {
        var count = view.Count;
        var byMail = view.Delegations.SelectMany(d => d.People).Where(p => p.By is Surface.Mail).ToList();
        var unreached = view.Delegations.SelectMany(d => d.People).Where(p => p.By is null).ToList();
        return Ui.Card(texts.Language,
            [
                Ui.Heading(texts.Say("invite.preview-title", ("count", count))),
                Ui.Subtle(view.Title),
                notice is null ? null : Ui.Box(AdaptiveContainerStyle.Accent, Ui.Text(notice)),
                Ui.Fact(texts["invitation.when"], InvitationContent.When(view.Terms, texts)),
                Ui.Fact(texts["invitation.where"], InvitationContent.Where(view.Terms)),
                Ui.Fact(texts["invitation.deadline"], InvitationContent.Deadline(view.Due, view.Terms, texts)),
                .. view.Delegations.SelectMany(d => Delegation(d, texts, count <= DetailedUpTo)),
                byMail.Count == 0 ? null : Ui.Box(AdaptiveContainerStyle.Accent, [Ui.Text(texts.Say("invite.by-mail", ("count", byMail.Count))), Ui.Bullets(byMail.Select(p => p.Name))]),
                unreached.Count == 0 ? null : Ui.Box(AdaptiveContainerStyle.Warning, [Ui.Text(texts.Say("invite.unreached", ("count", unreached.Count))), Ui.Bullets(unreached.Select(p => p.Name))]),
                .. view.Delegations.Select(d => LanguageQuestion(d, texts)),
                Ui.Subtle(texts["invite.preview-hint"]),
            ],
            Ui.Button(texts.Say("invite.send", ("count", count)), SendVerb, Data(view, sure: false), "positive", inputs: true),
            unreached.Count == 0 ? null : new AdaptiveShowCardAction { Title = texts.Say("invite.add-mail", ("count", unreached.Count)), Card = AddMail(view, unreached, texts) },
            view.Sample is null ? null : new AdaptiveShowCardAction { Title = texts["invite.show-sample"], Card = view.Sample });
    }

    private static AdaptiveCard AddMail(InvitePreview view, List<Invitee> unreached, Texts texts) => Ui.Card(texts.Language,
        [
            Ui.Text(texts["invite.add-mail-help"]),
            .. unreached.Take(MostMails).Select(p =>
            {
                var input = Ui.TextInput(MailOf(p.Candidate), texts.Say("invite.mail-of", ("name", p.Name)), null, InvitationWords.MailMost);
                input.Style = AdaptiveTextInputStyle.Email;
                return input;
            }),
            unreached.Count > MostMails ? Ui.Subtle(texts.Say("invite.mail-more", ("count", unreached.Count - MostMails))) : null,
        ],
        Ui.Button(texts["invite.save-mail"], AddMailVerb, Data(view, sure: false), "positive", inputs: true));

    /// <summary>Are you sure: asked where many people would get a message.</summary>
    public static AdaptiveCard AskAgain(InvitePreview view, Texts texts) => Ui.Card(texts.Language,
        [
            Ui.Heading(texts.Say("invite.sure-title", ("count", view.Count))),
            Ui.Subtle(view.Title),
            Ui.Bullets(view.Delegations.Select(d => texts.Say("invite.sure-line", ("city", d.City), ("count", d.People.Length)))),
            Ui.Text(texts["invite.sure-text"]),
        ],
        Ui.Button(texts.Say("invite.sure-send", ("count", view.Count)), SendVerb, Data(view, sure: true), "positive"),
        Ui.Button(texts["invite.back"], PreviewVerb, VerbData.Of(("exchange", view.Exchange.ToString()), ("preview", view.Preview.ToString("N")))));

    /// <summary>What became of it.</summary>
    public static AdaptiveCard Result(InviteResult view, Texts texts)
    {
        var waiting = view.Sent - view.Delivered - view.NotReached.Length;
        var data = VerbData.Of(("exchange", view.Exchange.ToString()), ("preview", view.Preview.ToString("N")), ("round", (view.Round + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var card = Ui.Card(texts.Language,
            [
                Ui.Heading(texts.Say("invite.result-title", ("count", view.Sent))),
                Ui.Subtle(view.Title),
                Ui.Box(waiting == 0 && view.NotReached.IsEmpty ? AdaptiveContainerStyle.Good : AdaptiveContainerStyle.Accent,
                    Ui.Text(texts.Say("invite.delivered", ("delivered", view.Delivered), ("count", view.Sent))),
                    waiting > 0 ? Ui.Subtle(texts.Say("invite.waiting", ("count", waiting))) : null),
                view.NotReached.IsEmpty ? null : Ui.Box(AdaptiveContainerStyle.Warning,
                    [Ui.Text(texts.Say("invite.not-reached", ("count", view.NotReached.Length))), Ui.Bullets(view.NotReached.Take(12).Select(n => texts.Say("invite.not-reached-line", ("name", n.Name), ("reason", n.Reason))))]),
                view.PassedOver > 0 ? Ui.Subtle(texts.Say("invite.passed-over", ("count", view.PassedOver))) : null,
                Ui.Subtle(texts["invite.result-hint"]),
            ],
            waiting > 0 ? Ui.Button(texts["invite.refresh"], ProgressVerb, data) : null);
        card.Refresh = new AdaptiveRefresh { Action = Ui.Button(texts["invite.refresh"], ProgressVerb, data), UserIds = null };
        return card;
    }

    private static IEnumerable<AdaptiveElement?> Delegation(InvitedDelegation d, Texts texts, bool detailed)
    {
        yield return Ui.Section(texts.Say("invite.delegation", ("city", d.City), ("count", d.People.Length)));
        if (!d.Gaps.IsEmpty)
            yield return Ui.Box(AdaptiveContainerStyle.Warning, [Ui.Text(texts.Say("invite.gaps", ("count", d.Gaps.Length))), Ui.Bullets(d.Gaps)]);
        yield return detailed
            ? Ui.Bullets(d.People.Select(p => p.Detail is null ? p.Name : texts.Say("invite.person", ("name", p.Name), ("detail", p.Detail))))
            : Ui.Text(texts.List(d.People.Select(p => p.Name)));
    }

    // Whom nobody knows the language of: without a word they would all be written to in English.
    private static AdaptiveChoiceSetInput? LanguageQuestion(InvitedDelegation d, Texts texts) => d.People.Count(p => !p.LanguageIsKnown) is > 0 and var count
        ? Ui.ChoiceInput(
            LanguageOf(d.Delegation), texts.Say("invite.language", ("city", d.City), ("count", count)), texts.Language.Code,
            Language.All.Select(l => Ui.Choice(Texts.In(l)["page.language"], l.Code)))
        : null;

    private static VerbData Data(InvitePreview view, bool sure) =>
        VerbData.Of(("exchange", view.Exchange.ToString()), ("preview", view.Preview.ToString("N")), ("sure", sure ? "true" : "false"));
}
