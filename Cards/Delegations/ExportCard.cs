using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>An export that was made before.</summary>
/// <param name="By">Who made it.</param>
/// <param name="On">The day.</param>
/// <param name="City">One city; null for all.</param>
/// <param name="Columns">What it says of each.</param>
/// <param name="Count">People in it.</param>
public sealed record PastExport(string By, DateOnly On, string? City, ImmutableArray<RosterColumn> Columns, int Count);

/// <summary>What can be exported.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Title">Its title.</param>
/// <param name="Cities">Delegations to choose from.</param>
/// <param name="MayAll">Whether all of them can be exported at once.</param>
/// <param name="Delegation">The one that is chosen at first; null for all.</param>
/// <param name="Columns">Columns that are ticked: those of the last time.</param>
/// <param name="Alternates">Whether those without a seat are in it.</param>
/// <param name="Past">Exports of before, the newest first; of interest to those who coordinate.</param>
/// <param name="Once">Differs from card to card.</param>
public sealed record ExportView(
    ExchangeId Exchange, string Title, ImmutableArray<(DelegationId Id, string City)> Cities, bool MayAll, DelegationId? Delegation,
    ImmutableArray<RosterColumn> Columns, bool Alternates, ImmutableArray<PastExport> Past, string Once);

/// <summary>The form for an export of the roster, and the links to what was made.</summary>
public static class ExportCard
{
    /// <summary>Names of the inputs.</summary>
    public const string Columns = "columns", City = "city", Alternates = "alternates";

    /// <summary>The choice of all cities.</summary>
    public const string AllCities = "all";

    private const int MostPast = 5;

    /// <summary>The form.</summary>
    public static AdaptiveCard For(Texts texts, ExportView view, string? flaw = null) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(texts["export.heading"]),
            Ui.Subtle(view.Title),
            MemberLines.Flaw(flaw),
            Cities(texts, view),
            new AdaptiveChoiceSetInput
            {
                Id = Columns,
                Label = texts["export.columns"],
                IsMultiSelect = true,
                IsRequired = true,
                ErrorMessage = texts["refusal.NothingToExport"],
                Style = AdaptiveChoiceInputStyle.Expanded,
                Choices = [.. Enum.GetValues<RosterColumn>().Select(c => Ui.Choice(texts[$"export.column.{c}"], c.ToString()))],
                Value = string.Join(',', view.Columns),
            },
            Ui.ChoiceInput(Alternates, texts["export.who"], view.Alternates ? "true" : "false", [Ui.Choice(texts["export.seated-only"], "false"), Ui.Choice(texts["export.with-alternates"], "true")]),
            Ui.Subtle(texts["export.recorded"]),
            .. Past(texts, view),
        ],
        Ui.Button(texts["export.make"], BoardVerbs.ExportNow, VerbData.Of(("exchange", view.Exchange.ToString()), ("once", view.Once)), "positive", inputs: true));

    /// <summary>The links to what was made.</summary>
    public static AdaptiveCard Made(Texts texts, string title, int people, ImmutableArray<RosterColumn> columns, Uri csv, Uri page, int minutes) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(texts["export.made"]),
            Ui.Subtle(title),
            Ui.Text(texts.Say("export.made-of", ("count", people), ("columns", texts.List(columns.Select(c => texts[$"export.column.{c}"]))))),
            Ui.Text(texts.Say("export.link", ("count", minutes))),
        ],
        new AdaptiveOpenUrlAction { Title = texts["export.csv"], Url = csv },
        new AdaptiveOpenUrlAction { Title = texts["export.page"], Url = page });

    private static AdaptiveChoiceSetInput? Cities(Texts texts, ExportView view) => view.Cities.Length + (view.MayAll ? 1 : 0) < 2 ? null : Ui.ChoiceInput(
        City, texts["export.city"], view.Delegation?.ToString() ?? AllCities,
        [.. view.MayAll ? [Ui.Choice(texts["export.all-cities"], AllCities)] : Array.Empty<AdaptiveChoice>(), .. view.Cities.Select(c => Ui.Choice(c.City, c.Id.ToString()))]);

    private static IEnumerable<AdaptiveElement?> Past(Texts texts, ExportView view)
    {
        if (view.Past.IsEmpty)
            yield break;
        yield return Ui.Section(texts["export.past"]);
        foreach (var past in view.Past.Take(MostPast))
            yield return Ui.Text(texts.Say("export.past-line", ("day", past.On), ("person", MemberLines.Isolated(past.By)), ("city", past.City ?? texts["export.all-cities"]), ("count", past.Count),
                ("columns", string.Join(", ", past.Columns.Select(c => texts[$"export.column.{c}"])))));
    }
}
