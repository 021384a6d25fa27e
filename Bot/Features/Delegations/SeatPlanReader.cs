using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Reads the form for a seat plan.</summary>
internal static partial class SeatPlanReader
{
    /// <summary>What was written, as it was written.</summary>
    public static SeatPlanForm FormOf(Press press) => new(
        press.Written(SeatPlanCard.Seats), [.. Sector.All.Select(s => press.Written(SeatPlanCard.InputOf(s)))],
        press.Written(SeatPlanCard.Most), press.Choices(SeatPlanCard.MustHave),
        press.Text(SeatPlanCard.More) is null ? null : new SeatPlanMoreForm(
            [.. Enum.GetValues<RoleInChange>().Select(r => press.Written(SeatPlanCard.InputOf(r)))],
            press.Written(SeatPlanCard.Government), press.Written(SeatPlanCard.Newcomers), press.Written(SeatPlanCard.Returners), press.Written(SeatPlanCard.Languages),
            press.Choices(SeatPlanCard.Apart), press.Written(SeatPlanCard.ApartOne), press.Written(SeatPlanCard.ApartOther)));

    /// <summary>The plan as written, or why it is none. What the form doesn't show stays as it was.</summary>
    public static (SeatPlan? Plan, string? Flaw) Read(Texts texts, SeatPlanForm form, SeatPlan before)
    {
        var (min, max) = SeatPlan.SeatRange;
        if (Number(form.Seats) is not { } seats || seats < min || seats > max)
            return (null, texts.Say("delegation.plan-seats-number", ("min", min), ("max", max)));
        if (Number(form.Most) is not { } most || most < 1 || most > max)
            return (null, texts.Say("delegation.plan-most-number", ("min", 1), ("max", max)));
        var ranges = ImmutableArray.CreateBuilder<SectorRange>();
        foreach (var (sector, said) in Sector.All.Zip(form.Sectors))
        {
            if (said.Length == 0)
                continue;
            if (RangeOf(said) is not { } range)
                return (null, texts.Say("delegation.plan-range", ("sector", texts[$"sector.{sector.Code}"]), ("said", said)));
            ranges.Add(new SectorRange(sector, range));
        }

        var plan = before with { Seats = seats, Sectors = ranges.ToImmutable(), MostFromOneOrganisation = most, MustHave = [.. form.MustHave.Select(Candidate)] };
        return form.More is { } more ? ReadMore(texts, more, plan) : (plan, null);
    }

    private static (SeatPlan? Plan, string? Flaw) ReadMore(Texts texts, SeatPlanMoreForm form, SeatPlan plan)
    {
        var roles = ImmutableArray.CreateBuilder<RoleMinimum>();
        foreach (var (role, said) in Enum.GetValues<RoleInChange>().Zip(form.Roles))
        {
            if (said.Length > 0 && Number(said) is not >= 0)
                return Bad(texts, texts[$"role.{role}"], said);
            if (Number(said) is > 0 and var least)
                roles.Add(new RoleMinimum(role, least));
        }

        if (form.Government.Length > 0 && Number(form.Government.TrimEnd('%', ' ')) is null)
            return Bad(texts, texts["delegation.plan-government"], form.Government);
        if (form.Newcomers.Length > 0 && RangeOf(form.Newcomers) is null)
            return Bad(texts, texts["delegation.plan-newcomers"], form.Newcomers);
        if (form.Returners.Length > 0 && RangeOf(form.Returners) is null)
            return Bad(texts, texts["delegation.plan-returners"], form.Returners);
        if (LanguagesOf(form.Languages) is not { } languages)
            return Bad(texts, texts["delegation.plan-languages"], form.Languages);
        var apart = form.Apart.Select(a => a.Split(' ')).Where(p => p.Length == 2).Select(p => new Apart(Candidate(p[0]), Candidate(p[1])))
            .Concat(form.One.Length > 0 && form.Other.Length > 0 ? [new Apart(Candidate(form.One), Candidate(form.Other))] : []);
        return (plan with
        {
            Roles = roles.ToImmutable(),
            MostGovernment = Number(form.Government.TrimEnd('%', ' ')),
            Newcomers = RangeOf(form.Newcomers),
            Returners = RangeOf(form.Returners),
            Languages = languages,
            Apart = [.. apart.DistinctBy(a => a.One.Value.CompareTo(a.Other.Value) < 0 ? (a.One, a.Other) : (a.Other, a.One))],
        }, null);
    }

    private static (SeatPlan?, string) Bad(Texts texts, string field, string said) => (null, texts.Say("delegation.plan-bad", ("field", field), ("said", said)));

    // "es 2, en" is two who work in Spanish and one in English.
    private static ImmutableArray<LanguageMinimum>? LanguagesOf(string said)
    {
        var languages = ImmutableArray.CreateBuilder<LanguageMinimum>();
        foreach (var part in said.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (LanguageWritten().Match(part) is not { Success: true } match)
                return null;
            languages.Add(new LanguageMinimum(match.Groups["code"].Value.ToLowerInvariant(), match.Groups["min"].Success ? Number(match.Groups["min"].Value)!.Value : 1));
        }

        return languages.ToImmutable();
    }

    private static CandidateId Candidate(string said) => new(Guid.TryParse(said, out var id) ? id : Guid.Empty);

    private static Domain.Delegations.Range? RangeOf(string said) => RangeWritten().Match(said) is { Success: true } match
        && Number(match.Groups["min"].Value) is { } min && Number(match.Groups["max"].Success ? match.Groups["max"].Value : match.Groups["min"].Value) is { } max
        ? new Domain.Delegations.Range(min, max)
        : null;

    private static int? Number(string said) => int.TryParse(said, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^\s*(?<min>\d{1,4})\s*(?:(?:-|–|—|\.\.|to|a|à|al)\s*(?<max>\d{1,4}))?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex RangeWritten();

    [GeneratedRegex(@"^(?<code>\p{L}{2})[ :=]*(?<min>\d{1,4})?$")]
    private static partial Regex LanguageWritten();
}
