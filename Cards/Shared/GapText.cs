using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Cards.Shared;

/// <summary>Says in what a group of people departs from its seat plan. The texts are <c>gap.{type}</c>.</summary>
public static class GapText
{
    /// <summary>The text of a gap, without a full stop.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="gap">The gap.</param>
    /// <param name="nameOf">The name of a candidate.</param>
    public static string Of(Texts texts, Gap gap, Func<CandidateId, string> nameOf) => gap switch
    {
        SeatsFree g => texts.Say("gap.SeatsFree", ("count", g.Count)),
        SectorShort { Have: 0 } g => texts.Say("gap.SectorMissing", ("sector", SectorOf(texts, g.Sector))),
        SectorShort g => texts.Say("gap.SectorShort", ("sector", SectorOf(texts, g.Sector)), ("have", g.Have), ("min", g.Min)),
        SectorOver g => texts.Say("gap.SectorOver", ("sector", SectorOf(texts, g.Sector)), ("have", g.Have), ("max", g.Max)),
        OrganisationOver g => texts.Say("gap.OrganisationOver", ("have", g.Have), ("max", g.Max)),
        MustHaveMissing g => texts.Say("gap.MustHaveMissing", ("person", nameOf(g.Candidate))),
        RoleShort g => texts.Say("gap.RoleShort", ("role", texts[$"role.{g.Role}"]), ("have", g.Have), ("min", g.Min)),
        GovernmentOver g => texts.Say("gap.GovernmentOver", ("have", g.Have), ("max", g.Max), ("percent", g.Percent)),
        NewcomersShort g => texts.Say("gap.NewcomersShort", ("have", g.Have), ("min", g.Min)),
        NewcomersOver g => texts.Say("gap.NewcomersOver", ("have", g.Have), ("max", g.Max)),
        ReturnersShort g => texts.Say("gap.ReturnersShort", ("have", g.Have), ("min", g.Min)),
        ReturnersOver g => texts.Say("gap.ReturnersOver", ("have", g.Have), ("max", g.Max)),
        LanguageShort g => texts.Say("gap.LanguageShort", ("language", PlanRuleText.LanguageOf(g.Language)), ("have", g.Have), ("min", g.Min)),
        TogetherAfterAll g => texts.Say("gap.TogetherAfterAll", ("one", nameOf(g.One)), ("other", nameOf(g.Other))),
        MostlyGovernment g => texts.Say("gap.MostlyGovernment", ("have", g.Have), ("of", g.Of)),
        SectorsUnknown g => texts.Say("gap.SectorsUnknown", ("count", g.Count)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string SectorOf(Texts texts, Sector sector) => texts[$"sector.{sector.Code}"];
}
