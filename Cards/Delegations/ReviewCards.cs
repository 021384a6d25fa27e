using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>A reviewer as the coordinator sees them.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="Owes">How many nominees they have said nothing of yet.</param>
/// <param name="Said">Of how many they have.</param>
public sealed record ReviewerView(PersonId Id, string Name, int Owes, int Said);

/// <summary>A nominee with their scores.</summary>
/// <param name="Name">Their name.</param>
/// <param name="City">The city that would send them.</param>
/// <param name="Scores">The scores.</param>
public sealed record ScoredView(string Name, string City, Scores Scores);

/// <summary>Who reviews the nominees of an exchange.</summary>
/// <param name="Exchange">Which.</param>
/// <param name="Once">Another one on each card.</param>
/// <param name="Title">Its title.</param>
/// <param name="Reviewers">Who.</param>
/// <param name="Scored">Nominees with a score that the viewer may see, the best first.</param>
public sealed record ReviewersView(ExchangeId Exchange, string Once, string Title, ImmutableArray<ReviewerView> Reviewers, ImmutableArray<ScoredView> Scored);

/// <summary>A nominee as a reviewer sees them: nothing of what others think, before they said what they think themselves.</summary>
/// <param name="Id">The nomination.</param>
/// <param name="Name">Their name.</param>
/// <param name="Work">Title and organisation.</param>
/// <param name="City">The city that would send them.</param>
/// <param name="Sector">What they stand for.</param>
/// <param name="Reason">Why they were nominated.</param>
/// <param name="Contribution">What they are expected to bring.</param>
/// <param name="Said">What the reviewer said; null for nothing yet.</param>
/// <param name="Scores">All scores; null while the reviewer may not see them.</param>
public sealed record ReviewedView(CandidateId Id, string Name, string Work, string City, Sector Sector, string? Reason, string? Contribution, Opinion? Said, Scores? Scores);

/// <summary>What a reviewer has before them.</summary>
/// <param name="Exchange">Which exchange.</param>
/// <param name="Once">Another one on each card.</param>
/// <param name="Title">Its title.</param>
/// <param name="Nominees">Whom to judge on this sheet.</param>
/// <param name="Owed">How many are still to be judged in all.</param>
/// <param name="Of">How many there are to be judged.</param>
/// <param name="From">Where this sheet begins among all, from 0.</param>
public sealed record ReviewSheetView(ExchangeId Exchange, string Once, string Title, ImmutableArray<ReviewedView> Nominees, int Owed, int Of, int From);

/// <summary>The cards of the review.</summary>
public static class ReviewCards
{
    /// <summary>Shows who reviews.</summary>
    public const string ShowReviewers = "review.reviewers";

    /// <summary>Names who reviews.</summary>
    public const string SaveReviewers = "review.save-reviewers";

    /// <summary>Shows a reviewer what to judge.</summary>
    public const string Sheet = "review.sheet";

    /// <summary>Takes what a reviewer says.</summary>
    public const string Give = "review.give";

    /// <summary>The member of a button's data with the exchange.</summary>
    public const string Exchange = "exchange";

    /// <summary>The member of a button's data that says where a sheet begins.</summary>
    public const string From = "from";

    /// <summary>The member of a button's data with the nominees on a sheet.</summary>
    public const string On = "on";

    /// <summary>The input with those who go on reviewing.</summary>
    public const string Stay = "stay";

    /// <summary>The input with somebody of the directory who shall review.</summary>
    public const string Directory = "directory";

    /// <summary>The input with the mail address of somebody who shall review.</summary>
    public const string Mail = "mail";

    /// <summary>The choice that declares a conflict of interest.</summary>
    public const string Conflict = "conflict";

    /// <summary>Most nominees on one sheet: with long reasons it stays below 25 KB.</summary>
    public const int MostOnSheet = 6;

    private const int MostWords = 400;
    private const int MostScored = 20;

    /// <summary>The input with what is said of a nominee.</summary>
    public static string InputOf(CandidateId candidate) => $"score-{candidate}";

    /// <summary>Who reviews, and who still owes scores.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The reviewers.</param>
    /// <param name="mail">What was written for somebody new.</param>
    /// <param name="note">What was just done; null for nothing.</param>
    /// <param name="flaw">Why it could not be saved; null at first.</param>
    public static AdaptiveCard Reviewers(Texts texts, ReviewersView view, string? mail = null, string? note = null, string? flaw = null) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(texts["review.reviewers-heading"]),
            Ui.Subtle(view.Title),
            MemberLines.Note(note),
            MemberLines.Flaw(flaw),
            Ui.Text(texts["review.reviewers-what"]),
            view.Reviewers.IsEmpty ? Ui.Text(texts["review.reviewers-nobody"]) : null,
            .. view.Reviewers.Select(r => Ui.Fact(MemberLines.Isolated(r.Name), Owed(texts, r))),
            .. Scored(texts, view),
            view.Reviewers.IsEmpty ? null : new AdaptiveChoiceSetInput
            {
                Id = Stay,
                Label = texts["review.stay-label"],
                IsMultiSelect = true,
                Style = AdaptiveChoiceInputStyle.Expanded,
                Wrap = true,
                Choices = [.. view.Reviewers.Select(r => Ui.Choice(r.Name, r.Id.ToString()))],
                Value = string.Join(',', view.Reviewers.Select(r => r.Id)),
            },
            Ui.Section(texts["review.add-label"]),
            new AdaptiveChoiceSetInput
            {
                Id = Directory,
                Label = texts["nominee.directory-label"],
                Placeholder = texts["nominee.directory-hint"],
                Style = AdaptiveChoiceInputStyle.Compact,
                DataQuery = new AdaptiveDataQuery { Dataset = "graph.microsoft.com/users" },
            },
            new AdaptiveTextInput { Id = Mail, Label = texts["review.mail-label"], MaxLength = 254, Style = AdaptiveTextInputStyle.Email, Value = mail },
        ],
        Ui.Button(texts["delegation.save"], SaveReviewers, VerbData.Of((Exchange, view.Exchange.ToString()), ("once", view.Once)), "positive", inputs: true));

    /// <summary>Asks somebody to review.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="exchange">The exchange.</param>
    /// <param name="title">Its title.</param>
    /// <param name="owed">How many nominees wait for them.</param>
    public static AdaptiveCard Ask(Texts texts, ExchangeId exchange, string title, int owed) => Ui.Card(
        texts.Language,
        [Ui.Heading(texts.Say("review.ask-heading", ("title", title))), Ui.Text(texts.Say("review.ask", ("count", owed))), Ui.Subtle(texts["review.blind"])],
        Ui.Button(texts["review.begin"], Sheet, VerbData.Of((Exchange, exchange.ToString())), "positive"));

    /// <summary>The sheet on which a reviewer judges nominees.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">What is on it.</param>
    /// <param name="note">What was just done; null for nothing.</param>
    /// <param name="flaw">Why it could not be saved; null at first.</param>
    public static AdaptiveCard For(Texts texts, ReviewSheetView view, string? note = null, string? flaw = null) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(texts["review.heading"]),
            Ui.Subtle(view.Title),
            MemberLines.Note(note),
            MemberLines.Flaw(flaw),
            Ui.Text(view.Of == 0 ? texts["review.nobody"] : view.Owed == 0 ? texts["review.all-done"] : texts.Say("review.owed", ("count", view.Owed), ("of", view.Of))),
            view.Of == 0 ? null : Ui.Subtle(texts["review.blind"]),
            .. view.Nominees.SelectMany(n => Nominee(texts, n)),
        ],
        view.Nominees.IsEmpty ? null : Ui.Button(texts["review.save"], Give, Data(view, view.From, (On, string.Join(',', view.Nominees.Select(n => n.Id)))), "positive", inputs: true),
        view.From > 0 ? Ui.Button(texts["review.earlier"], Sheet, Data(view, Math.Max(0, view.From - MostOnSheet))) : null,
        view.From + view.Nominees.Length < view.Of ? Ui.Button(texts["review.later"], Sheet, Data(view, view.From + MostOnSheet)) : null);

    private static VerbData Data(ReviewSheetView view, int from, params ReadOnlySpan<(string, string)> more) =>
        VerbData.Of([(Exchange, view.Exchange.ToString()), (From, $"{from}"), ("once", view.Once), .. more]);

    private static string Owed(Texts texts, ReviewerView reviewer) => reviewer.Owes == 0
        ? texts.Say("review.given-all", ("count", reviewer.Said))
        : texts.Say("review.owes", ("count", reviewer.Owes), ("said", reviewer.Said));

    private static IEnumerable<AdaptiveElement?> Scored(Texts texts, ReviewersView view)
    {
        if (view.Scored.IsEmpty)
            yield break;
        yield return Ui.Section(texts["review.scored-heading"]);
        foreach (var one in view.Scored.Take(MostScored))
            yield return Ui.Fact(
                MemberLines.Isolated(MemberLines.Short(one.Name)),
                texts.Say("review.scored", ("mean", Math.Round(one.Scores.Average!.Value, 1)), ("count", one.Scores.Count), ("city", one.City)));
        if (view.Scored.Length > MostScored)
            yield return Ui.Subtle(texts.Say("past.more", ("count", view.Scored.Length - MostScored)));
    }

    private static IEnumerable<AdaptiveElement?> Nominee(Texts texts, ReviewedView n) =>
    [
        Ui.Section(MemberLines.Isolated(MemberLines.Short(n.Name))),
        Ui.Subtle(string.Join(" · ", new[] { n.Work, n.City, texts[$"sector.{n.Sector.Code}"] }.Where(t => t.Length > 0))),
        Ui.Fact(texts["review.reason"], Excerpt(n.Reason)),
        Ui.Fact(texts["review.contribution"], Excerpt(n.Contribution)),
        new AdaptiveChoiceSetInput
        {
            Id = InputOf(n.Id),
            Label = texts.Say("review.score-label", ("person", MemberLines.Isolated(MemberLines.Short(n.Name)))),
            Placeholder = texts["review.score-choose"],
            Style = AdaptiveChoiceInputStyle.Compact,
            Choices =
            [
                .. Enumerable.Range(Review.Range.Min, Review.Range.Max).Reverse().Select(s => Ui.Choice(texts[$"review.score.{s}"], $"{s}")),
                Ui.Choice(texts["review.conflict"], Conflict),
            ],
            Value = n.Said switch { null => null, { Score: { } score } => $"{score}", _ => Conflict },
        },
        n.Scores is { Count: > 0, Average: { } mean } scores ? Ui.Subtle(texts.Say("review.others", ("mean", Math.Round(mean, 1)), ("count", scores.Count))) : null,
    ];

    private static string? Excerpt(string? words) => words is { Length: > MostWords } ? words[..(char.IsHighSurrogate(words[MostWords - 2]) ? MostWords - 2 : MostWords - 1)] + "…" : words;
}
