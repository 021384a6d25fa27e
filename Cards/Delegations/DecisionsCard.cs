using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>A decision with its words.</summary>
/// <param name="Decision">What was decided.</param>
/// <param name="Day">The day, where the viewer lives.</param>
/// <param name="By">Name of who decided; none where a deadline did.</param>
/// <param name="Reason">Why; none where nobody said.</param>
public sealed record DecisionLine(Decision Decision, DateOnly Day, string? By, string? Reason);

/// <summary>Shows what was decided about a delegation: when, by whom, why, and how it stood against its plan then.</summary>
public static class DecisionsCard
{
    /// <summary>Lines on a card; the newest are shown.</summary>
    public const int Most = 12;

    // Beyond a few names a line is no line any more.
    private const int MostNames = 4;

    /// <summary>The card.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="delegation">What a card about the delegation carries.</param>
    /// <param name="city">Its city.</param>
    /// <param name="lines">The newest first, at most <see cref="Most"/>.</param>
    /// <param name="older">How many more there are.</param>
    /// <param name="nameOf">The name of a person.</param>
    public static AdaptiveCard For(Texts texts, DelegationRef delegation, string city, ImmutableArray<DecisionLine> lines, int older, Func<PersonId, string> nameOf) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(texts.Say("decisions.heading", ("city", city))),
            lines.IsEmpty ? Ui.Text(texts["decisions.none"]) : null,
            .. lines.Select(l => Of(texts, l, nameOf)),
            older > 0 ? Ui.Subtle(texts.Say("decisions.older", ("count", older))) : null,
        ],
        Ui.Button(texts["delegation.back"], DelegationVerbs.Show, delegation.Data()));

    private static AdaptiveElement Of(Texts texts, DecisionLine line, Func<PersonId, string> nameOf)
    {
        var d = line.Decision;
        return Ui.Stack(
            Ui.Fact(texts.Say(line.By is null ? "decisions.when" : "decisions.when-who", ("day", line.Day), ("person", line.By ?? string.Empty)), texts[$"decisions.{d.Kind}"]),
            People(texts, "decisions.in", d.In, nameOf),
            People(texts, "decisions.out", d.Out, nameOf),
            line.Reason is null ? null : Ui.Fact(texts["decisions.why"], line.Reason),
            Ui.Subtle(texts.Say(d.Balance.FitsPlan ? "decisions.balance-fits" : "decisions.balance", ("seated", d.Balance.Seated), ("seats", d.Balance.Seats), ("gaps", Gaps(texts, d, nameOf)))));
    }

    private static string Gaps(Texts texts, Decision d, Func<PersonId, string> nameOf) =>
        string.Join(" · ", d.Balance.Gaps.Select(g => GapText.Of(texts, g, c => MemberLines.Isolated(nameOf(d.Nominees[c].Person)))));

    private static AdaptiveElement? People(Texts texts, string key, ImmutableArray<PersonId> people, Func<PersonId, string> nameOf)
    {
        if (people.IsEmpty)
            return null;
        var named = people.Take(MostNames).Select(nameOf);
        return Ui.Fact(texts[key], people.Length > MostNames
            ? texts.Say("nominees.and-more", ("people", string.Join(", ", named)), ("count", people.Length - MostNames))
            : texts.List(named));
    }
}
