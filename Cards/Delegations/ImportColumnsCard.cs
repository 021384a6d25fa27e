using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>A column of a list as it is shown.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Heading">Its heading; empty where there is none.</param>
/// <param name="Sample">The value on the first line.</param>
/// <param name="Field">Name of the field it was taken for; null where it is not used.</param>
public sealed record ImportColumnView(int Index, string Heading, string Sample, string? Field);

/// <summary>The form that says what each column of a list holds.</summary>
public static class ImportColumnsCard
{
    /// <summary>The choice for a column that is not used.</summary>
    public const string Unused = "-";

    /// <summary>Most columns on the form; what they were taken for counts for those behind.</summary>
    public const int MostColumns = 15;

    /// <summary>The input with what a column holds.</summary>
    public static string InputOf(int index) => $"column-{index}";

    /// <summary>The card.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="reference">The delegation the list is for.</param>
    /// <param name="import">Key of the list.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="fields">What a column can hold: name and words.</param>
    /// <param name="flaw">Why the list could not be read by them; null at first.</param>
    public static AdaptiveCard For(
        Texts texts, DelegationRef reference, string import, ImmutableArray<ImportColumnView> columns, ImmutableArray<(string Name, string Words)> fields, string? flaw = null) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(texts["nominees.columns"]),
            MemberLines.Flaw(flaw),
            Ui.Text(texts["nominees.columns-what"]),
            .. columns.Take(MostColumns).Select(c => Ui.ChoiceInput(
                InputOf(c.Index), Label(texts, c), c.Field ?? Unused,
                [Ui.Choice(texts["nominees.column-not-used"], Unused), .. fields.Select(f => Ui.Choice(f.Words, f.Name))])),
            columns.Length > MostColumns ? Ui.Subtle(texts.Say("nominees.columns-more", ("count", columns.Length - MostColumns))) : null,
        ],
        Ui.Button(texts["nominees.reread"], DelegationVerbs.ImportReread, reference.Data(("import", import)), "positive", inputs: true),
        Ui.Button(texts["delegation.back"], DelegationVerbs.ImportShow, reference.Data(("import", import))));

    private static string Label(Texts texts, ImportColumnView column)
    {
        var heading = column.Heading.Length > 0 ? $"“{MemberLines.Short(column.Heading)}”" : texts.Say("nominees.column-number", ("number", column.Index + 1));
        return column.Sample.Length == 0 ? heading : texts.Say("nominees.column-sample", ("column", heading), ("sample", MemberLines.Isolated(MemberLines.Short(column.Sample))));
    }
}
