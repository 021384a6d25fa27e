using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>Somebody found in a list.</summary>
public sealed record FoundPersonView(string Name, string? Title, string? Organisation, Sector? Sector, bool HasMail);

/// <summary>A city that the people of a list can be added to.</summary>
/// <param name="Value">Id of the delegation, or <see cref="ImportPreviewCard.ByCity"/>.</param>
/// <param name="Title">What it says.</param>
public sealed record ImportTargetView(string Value, string Title);

/// <summary>A list of nominees as it was understood, before anything of it is stored.</summary>
/// <param name="Ref">The delegation it was sent for; where it was sent for none, the first of the exchange.</param>
/// <param name="Import">Key of the list.</param>
/// <param name="Source">Name of the file; null for what was pasted or typed.</param>
/// <param name="City">The city they are added to; null where it has to be chosen.</param>
/// <param name="Columns">How the columns were understood, a line each.</param>
/// <param name="People">Everybody found.</param>
/// <param name="Notes">What a person should know of the list as a whole, a line each.</param>
/// <param name="Problems">What was noticed or left out, a line each.</param>
/// <param name="Targets">Where there is a choice of cities; else empty.</param>
/// <param name="Target">The choice proposed; null for none.</param>
public sealed record ImportView(
    DelegationRef Ref, string Import, string? Source, string? City, ImmutableArray<string> Columns, ImmutableArray<FoundPersonView> People,
    ImmutableArray<string> Notes, ImmutableArray<string> Problems, ImmutableArray<ImportTargetView> Targets, string? Target)
{
    /// <summary>Whether it has columns that a person can say otherwise of.</summary>
    public bool CanCorrectColumns { get; init; }
}

/// <summary>Shows what was read from a list and asks whether to add it.</summary>
public static class ImportPreviewCard
{
    /// <summary>The input with the city.</summary>
    public const string Target = "target";

    /// <summary>The choice to add everybody to the city their line names.</summary>
    public const string ByCity = "by-city";

    private const int MostPeople = 10;
    private const int MostProblems = 12;
    private const int MostColumns = 14;

    /// <summary>The card.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The list.</param>
    /// <param name="flaw">Why it could not be added; null at first.</param>
    public static AdaptiveCard For(Texts texts, ImportView view, string? flaw = null) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(texts.Say("nominees.preview-heading", ("count", view.People.Length))),
            view.Source is { } source ? Ui.Subtle(source) : null,
            MemberLines.Flaw(flaw),
            .. Section(texts["nominees.columns"], view.Columns.Take(MostColumns)),
            .. People(texts, view),
            Ui.Bullets(view.Notes),
            Problems(texts, view),
            Targets(texts, view),
            view.People.IsEmpty ? null : Ui.Subtle(texts["nominees.nothing-stored"]),
        ],
        view.People.IsEmpty ? null : Ui.Button(texts.Say("nominees.add", ("count", view.People.Length)), DelegationVerbs.ImportAdd, Data(view), "positive", inputs: true),
        view.CanCorrectColumns ? Ui.Button(texts["nominees.correct-columns"], DelegationVerbs.ImportColumns, Data(view)) : null,
        Ui.Button(texts[view.People.IsEmpty ? "nominees.close" : "nominees.cancel"], DelegationVerbs.ImportCancel, Data(view)));

    private static VerbData Data(ImportView view) => view.Ref.Data(("import", view.Import));

    private static IEnumerable<AdaptiveElement?> Section(string heading, IEnumerable<string> lines) =>
        Ui.Bullets(lines) is { } bullets ? [Ui.Section(heading), bullets] : [];

    private static IEnumerable<AdaptiveElement?> People(Texts texts, ImportView view)
    {
        if (view.People.IsEmpty)
            yield break;
        yield return Ui.Section(view.City is { } city ? texts.Say("nominees.people-for", ("city", city)) : texts["nominees.people"]);
        foreach (var person in view.People.Take(MostPeople))
            yield return Person(texts, person);
        if (view.People.Length > MostPeople)
            yield return Ui.Subtle(texts.Say("nominees.more-people", ("count", view.People.Length - MostPeople)));
    }

    private static AdaptiveRichTextBlock Person(Texts texts, FoundPersonView person)
    {
        var block = new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Small };
        block.Inlines.Add(new AdaptiveTextRun(MemberLines.Isolated(MemberLines.Short(person.Name))) { Weight = AdaptiveTextWeight.Bolder });
        var rest = string.Join(", ", new[] { person.Title, person.Organisation }.OfType<string>().Select(MemberLines.Short).Select(MemberLines.Isolated));
        if (rest.Length > 0)
            block.Inlines.Add(new AdaptiveTextRun($", {rest}"));
        var sector = person.Sector ?? Sector.Unknown;
        block.Inlines.Add(new AdaptiveTextRun($" · {texts[$"sector.{sector.Code}"]}") { IsSubtle = true });
        if (!person.HasMail)
            block.Inlines.Add(new AdaptiveTextRun($" · {texts["delegation.no-mail"]}") { IsSubtle = true });
        return block;
    }

    private static AdaptiveElement? Problems(Texts texts, ImportView view) => view.Problems.IsEmpty ? null : Ui.Box(
        AdaptiveContainerStyle.Warning,
        Ui.Section(texts.Say("nominees.problems", ("count", view.Problems.Length))),
        Ui.Bullets(view.Problems.Take(MostProblems)),
        view.Problems.Length > MostProblems ? Ui.Subtle(texts.Say("nominees.more-problems", ("count", view.Problems.Length - MostProblems))) : null);

    private static AdaptiveChoiceSetInput? Targets(Texts texts, ImportView view) => view.Targets.IsEmpty || view.People.IsEmpty ? null : new()
    {
        Id = Target,
        Label = texts["nominees.target"],
        IsRequired = true,
        ErrorMessage = texts["nominees.target-missing"],
        Style = AdaptiveChoiceInputStyle.Compact,
        Wrap = true,
        Choices = [.. view.Targets.Select(t => Ui.Choice(t.Title, t.Value))],
        Value = view.Target,
    };
}
