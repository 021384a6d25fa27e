using System.Collections.Immutable;
using System.Globalization;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>What is written into the form for a seat plan, as text, so that it can be shown again as it was.</summary>
/// <param name="Seats">Number of seats.</param>
/// <param name="Sectors">A range for each of <see cref="Sector.All"/>, in that order: "1-2"; empty for as many as come.</param>
/// <param name="Most">Most people from one organisation.</param>
/// <param name="MustHave">Ids of the candidates who must be in.</param>
/// <param name="More">The wishes that most plans leave open; null while they aren't shown.</param>
public sealed record SeatPlanForm(string Seats, ImmutableArray<string> Sectors, string Most, ImmutableArray<string> MustHave, SeatPlanMoreForm? More = null)
{
    /// <summary>The form as a plan fills it.</summary>
    public static SeatPlanForm Of(SeatPlan plan) => new(
        Text(plan.Seats),
        [.. Sector.All.Select(sector => plan.Sectors.Any(s => s.Sector == sector) ? Text(plan.RangeOf(sector)) : "")],
        Text(plan.MostFromOneOrganisation),
        [.. plan.MustHave.Select(m => m.ToString())],
        SeatPlanMoreForm.Of(plan) is { IsEmpty: false } more ? more : null);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Text(Domain.Delegations.Range range) => range.Min == range.Max ? Text(range.Min) : $"{Text(range.Min)}-{Text(range.Max)}";
}

/// <summary>The form for what a delegation should be made of.</summary>
public static class SeatPlanCard
{
    // With the further wishes the card would grow too large.
    private const int MostBesideMore = 30;

    /// <summary>The input with the number of seats.</summary>
    public const string Seats = "seats";

    /// <summary>The input with the most people from one organisation.</summary>
    public const string Most = "most";

    /// <summary>The input with those who must be in.</summary>
    public const string MustHave = "mustHave";

    /// <summary>The input with the largest share of government.</summary>
    public const string Government = "government";

    /// <summary>The input with the range of newcomers.</summary>
    public const string Newcomers = "newcomers";

    /// <summary>The input with the range of those who took part before.</summary>
    public const string Returners = "returners";

    /// <summary>The input with the languages.</summary>
    public const string Languages = "languages";

    /// <summary>The input with the pairs that stay apart.</summary>
    public const string Apart = "apart";

    /// <summary>The input with one of a further pair.</summary>
    public const string ApartOne = "apartOne";

    /// <summary>The input with the other of a further pair.</summary>
    public const string ApartOther = "apartOther";

    /// <summary>The data that says that the further wishes are shown.</summary>
    public const string More = "more";

    /// <summary>The input with the fewest of a role.</summary>
    public static string InputOf(RoleInChange role) => $"role-{role}";

    /// <summary>The input with the range of a sector.</summary>
    public static string InputOf(Sector sector) => $"sector-{sector.Code}";

    /// <summary>The card.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The delegation.</param>
    /// <param name="form">What is in the inputs.</param>
    /// <param name="flaw">Why it could not be saved; null at first.</param>
    public static AdaptiveCard For(Texts texts, DelegationView view, SeatPlanForm form, string? flaw = null) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(texts.Say("delegation.plan-heading", ("city", view.City))),
            MemberLines.Flaw(flaw),
            Row(
                Number(Seats, texts.Say("delegation.plan-seats", ("min", SeatPlan.SeatRange.Min), ("max", SeatPlan.SeatRange.Max)), form.Seats, texts["delegation.plan-number"]),
                Number(Most, texts["delegation.plan-most"], form.Most, texts["delegation.plan-number"])),
            Ui.Section(texts["delegation.plan-sectors"]),
            Ui.Subtle(texts["delegation.plan-sectors-hint"]),
            .. Sector.All.Zip(form.Sectors).Chunk(2).Select(pair => Row([.. pair.Select(p => SectorInput(texts, p.First, p.Second))])),
            MustHaves(texts, view, form),
            .. form.More is { } more ? SeatPlanMore.For(texts, view, more) : [],
        ],
        Ui.Button(texts["delegation.save"], DelegationVerbs.SetPlan, form.More is null ? view.Ref.Data() : view.Ref.Data((More, "yes")), "positive", inputs: true),
        form.More is null ? Ui.Button(texts["delegation.plan-more"], DelegationVerbs.PlanMore, view.Ref.Data(), inputs: true) : null,
        Ui.Button(texts["delegation.back"], DelegationVerbs.Show, view.Ref.Data()));

    internal static AdaptiveColumnSet Row(params ReadOnlySpan<AdaptiveElement> cells)
    {
        var row = new AdaptiveColumnSet { Spacing = AdaptiveSpacing.Small };
        foreach (var cell in cells)
        {
            var column = new AdaptiveColumn { Width = AdaptiveWidth.Stretch };
            column.VerticalContentAlignment = AdaptiveVerticalContentAlignment.Bottom;
            column.Items.Add(cell);
            row.Columns.Add(column);
        }

        return row;
    }

    // No Min and Max: the host would hold the form back with a message of its own, where the server says what is the matter.
    private static AdaptiveNumberInput Number(string id, string label, string value, string error) => new()
    {
        Id = id,
        Label = label,
        IsRequired = true,
        ErrorMessage = error,
        Value = Ui.Typed(value),
    };

    private static AdaptiveTextInput SectorInput(Texts texts, Sector sector, string value) => new()
    {
        Id = InputOf(sector),
        Label = texts[$"sector.{sector.Code}"],
        Value = value.Length == 0 ? null : value,
        Placeholder = texts["delegation.plan-free"],
        MaxLength = 20,
    };

    private static AdaptiveChoiceSetInput? MustHaves(Texts texts, DelegationView view, SeatPlanForm form) => view.Members.IsEmpty ? null : new()
    {
        Id = MustHave,
        Label = texts["delegation.plan-must-have"],
        IsMultiSelect = true,
        Style = AdaptiveChoiceInputStyle.Compact,
        Wrap = true,
        Choices = [.. view.Members.OrderByDescending(m => form.MustHave.Contains(m.Id.ToString())).Take(form.More is null ? ChooseSeatsCard.MostPeople : MostBesideMore).Select(m => Ui.Choice(MemberLines.Choice(texts, m), m.Id.ToString()))],
        Value = string.Join(',', form.MustHave),
    };
}
