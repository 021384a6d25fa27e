using System.Collections.Immutable;

using CoordinatorBot.Cards.Text;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Says what was noticed in a list of nominees: where, what, and what to do. The texts are <c>nominees.problem.{type}</c>.</summary>
public static class NomineeProblemText
{
    private const string Prefix = "nominees.problem.";
    private const int MostExcerpt = 80;

    /// <summary>The text of a problem.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="nameAt">The name on a line that was taken.</param>
    /// <param name="joined">Lines that were joined with an earlier one.</param>
    public static string Of(Texts texts, NomineeProblem problem, Func<int, string> nameAt, ImmutableHashSet<int> joined)
    {
        var key = Prefix + problem.GetType().Name;
        var line = ("line", (object?)problem.Line);
        (string, object?) person = ("person", problem is { Line: { } at, Effect: ProblemEffect.Noted } ? nameAt(at) : null);
        return problem switch
        {
            NoName { Raw.Length: 0 } => texts.Say(key + "Empty", line),
            NoName p => texts.Say(key, line, ("said", Excerpt(p.Raw))),
            TooManyFields p => texts.Say(key, line, ("found", p.Found), ("expected", p.Expected)),
            UnclosedQuote => texts.Say(key, line),
            FieldTooLong p => texts.Say(key, line, ("field", FieldOf(texts, p.Field)), ("length", p.Length), ("limit", p.Limit)),
            AboveHeading p => texts.Say(key, line, ("said", Excerpt(p.Raw))),
            NoMail => texts.Say(key, line, person),
            BadMail p => texts.Say(key, line, person, ("said", Excerpt(p.Raw))),
            UnknownSector p => texts.Say(key, line, person, ("said", Excerpt(p.Raw))),
            UnknownRole p => texts.Say(key, line, person, ("said", Excerpt(p.Raw))),
            UnknownLanguage p => texts.Say(key, line, person, ("said", Excerpt(p.Raw))),
            DuplicateOf p => texts.Say(Prefix + (joined.Contains(p.At) ? "DuplicateMerged" : "DuplicateKept"), line, person, ("first", p.First), ("by", texts[$"{Prefix}by-{p.By}"])),
            ControlCharacters p => texts.Say(key, line, person, ("count", p.Count)),
            TooLong p => texts.Say(key, ("characters", p.Characters), ("limit", p.Limit)),
            FileTooBig p => texts.Say(key, ("limit", (int)(p.Limit >> 20))),
            TooManyLines p => texts.Say(key, ("limit", p.Limit)),
            NotText p => texts[$"{key}-{p.Kind}"],
            NoNameColumn { Headings.Count: 0 } => texts[key + "NoHeadings"],
            NoNameColumn p => texts.Say(key, ("headings", string.Join(", ", p.Headings.Take(12).Select(Excerpt)))),
            _ => texts[key],
        };
    }

    /// <summary>What a column holds, in words.</summary>
    public static string FieldOf(Texts texts, NomineeField field) => texts[$"nominees.field.{field}"];

    /// <summary>The beginning of what somebody wrote, short enough for a line.</summary>
    public static string Excerpt(string said) => said.Length <= MostExcerpt ? said : said[..(char.IsHighSurrogate(said[MostExcerpt - 2]) ? MostExcerpt - 2 : MostExcerpt - 1)] + "…";
}
