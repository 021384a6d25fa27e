using System.Globalization;

using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations.Selection;

namespace CoordinatorBot.Cards.Shared;

/// <summary>Says a rule of a seat plan, and what loosening it comes to. The texts are <c>plan-rule.{kind}</c> and <c>plan-drop.{kind}</c>.</summary>
public static class PlanRuleText
{
    /// <summary>The text of a rule, without a full stop.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="nameOf">The name of a candidate.</param>
    public static string Of(Texts texts, PlanRule rule, Func<CandidateId, string> nameOf) => Say(texts, $"plan-rule.{rule.Kind}", rule, rule.Limit, nameOf);

    /// <summary>What a rule becomes when it is loosened by one person.</summary>
    public static string Loosened(Texts texts, PlanRule rule, Func<CandidateId, string> nameOf) => rule.IsAboutPeople || rule is { IsMinimum: true, Limit: 1 }
        ? Say(texts, $"plan-drop.{rule.Kind}", rule, rule.Limit, nameOf)
        : Say(texts, $"plan-rule.{rule.Kind}", rule, rule.IsMinimum ? rule.Limit - 1 : rule.Limit + 1, nameOf);

    /// <summary>A language by its own name: "español"; its code where the machine knows no name.</summary>
    public static string LanguageOf(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    private static string Say(Texts texts, string key, PlanRule rule, int limit, Func<CandidateId, string> nameOf) => rule.Kind switch
    {
        PlanRuleKind.SectorMin or PlanRuleKind.SectorMax => texts.Say(key, ("sector", texts[$"sector.{rule.Code}"]), ("limit", limit)),
        PlanRuleKind.RoleMin => texts.Say(key, ("role", texts[$"role.{rule.Code}"]), ("limit", limit)),
        PlanRuleKind.LanguageMin => texts.Say(key, ("language", LanguageOf(rule.Code!)), ("limit", limit)),
        PlanRuleKind.MustHave or PlanRuleKind.KeptIn or PlanRuleKind.KeptOut => texts.Say(key, ("person", nameOf(rule.One!.Value))),
        PlanRuleKind.Apart => texts.Say(key, ("person", nameOf(rule.One!.Value)), ("other", nameOf(rule.Other!.Value))),
        _ => texts.Say(key, ("limit", limit)),
    };
}
