using System.Collections.Immutable;
using System.Globalization;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>The wishes of a seat plan that most plans leave open, as text, so that they can be shown again as they were written.</summary>
/// <param name="Roles">Fewest for each role in the change, in the order of <see cref="RoleInChange"/>; empty for none.</param>
/// <param name="Government">Largest share of government in percent.</param>
/// <param name="Newcomers">A range: "1-2".</param>
/// <param name="Returners">A range.</param>
/// <param name="Languages">Codes with fewest people: "es 2, en 1".</param>
/// <param name="Apart">Pairs kept apart, as "id id".</param>
/// <param name="One">Somebody to keep apart from <paramref name="Other"/>: an id.</param>
/// <param name="Other">The other: an id.</param>
public sealed record SeatPlanMoreForm(
    ImmutableArray<string> Roles, string Government, string Newcomers, string Returners, string Languages, ImmutableArray<string> Apart, string One, string Other)
{
    /// <summary>The form as a plan fills it.</summary>
    public static SeatPlanMoreForm Of(SeatPlan plan) => new(
        [.. Enum.GetValues<RoleInChange>().Select(role => plan.Roles.Where(r => r.Role == role).Select(r => Text(r.Min)).FirstOrDefault(""))],
        plan.MostGovernment is { } percent ? Text(percent) : "",
        plan.Newcomers is { } fresh ? SeatPlanForm.Text(fresh) : "",
        plan.Returners is { } returning ? SeatPlanForm.Text(returning) : "",
        string.Join(", ", plan.Languages.Select(l => $"{l.Language} {Text(l.Min)}")),
        [.. plan.Apart.Select(a => $"{a.One} {a.Other}")], "", "");

    /// <summary>Whether nothing is written in it.</summary>
    public bool IsEmpty => Roles.All(r => r.Length == 0) && Apart.IsEmpty && new[] { Government, Newcomers, Returners, Languages, One, Other }.All(t => t.Length == 0);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The part of the form for a seat plan that is behind "more".</summary>
internal static class SeatPlanMore
{
    private const int MostPeople = 25;

    public static IEnumerable<AdaptiveElement?> For(Texts texts, DelegationView view, SeatPlanMoreForm form)
    {
        yield return Ui.Section(texts["delegation.plan-more"]);
        yield return Ui.Subtle(texts["delegation.plan-more-hint"]);
        yield return Ui.Text(texts["delegation.plan-roles"]);
        foreach (var pair in Enum.GetValues<RoleInChange>().Zip(form.Roles).Chunk(2))
            yield return SeatPlanCard.Row([.. pair.Select(p => Input(SeatPlanCard.InputOf(p.First), texts[$"role.{p.First}"], p.Second, "0"))]);
        yield return SeatPlanCard.Row(
            Input(SeatPlanCard.Newcomers, texts["delegation.plan-newcomers"], form.Newcomers, "1-2"),
            Input(SeatPlanCard.Returners, texts["delegation.plan-returners"], form.Returners, "1-2"));
        yield return SeatPlanCard.Row(
            Input(SeatPlanCard.Government, texts["delegation.plan-government"], form.Government, "50"),
            Input(SeatPlanCard.Languages, texts["delegation.plan-languages"], form.Languages, texts["delegation.plan-languages-hint"], 100));
        if (view.Members.Length < 2)
            yield break;
        if (!form.Apart.IsEmpty)
            yield return Ticked(texts, view, form);
        yield return SeatPlanCard.Row(
            Person(SeatPlanCard.ApartOne, texts["delegation.plan-apart-one"], view, form.One),
            Person(SeatPlanCard.ApartOther, texts["delegation.plan-apart-other"], view, form.Other));
    }

    private static AdaptiveTextInput Input(string id, string label, string value, string example, int most = 20) =>
        new() { Id = id, Label = label, Value = value.Length == 0 ? null : value, Placeholder = example, MaxLength = most };

    private static AdaptiveChoiceSetInput Person(string id, string label, DelegationView view, string value) =>
        Ui.ChoiceInput(id, label, value.Length == 0 ? null : value, view.Members.Take(MostPeople).Select(m => Ui.Choice(NameOf(view, m.Id.ToString()), m.Id.ToString())));

    private static AdaptiveChoiceSetInput Ticked(Texts texts, DelegationView view, SeatPlanMoreForm form) => new()
    {
        Id = SeatPlanCard.Apart,
        Label = texts["delegation.plan-apart"],
        IsMultiSelect = true,
        Style = AdaptiveChoiceInputStyle.Expanded,
        Wrap = true,
        Choices = [.. form.Apart.Select(a => Ui.Choice(string.Join(" · ", a.Split(' ').Select(id => NameOf(view, id))), a))],
        Value = string.Join(',', form.Apart),
    };

    private static string NameOf(DelegationView view, string id) =>
        MemberLines.Isolated(MemberLines.Short(view.Members.FirstOrDefault(m => m.Id.ToString() == id)?.Name ?? "?"));
}
