using System.Collections.Immutable;

using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>What was said in words about a candidate, as far as a roster takes it.</summary>
/// <param name="Reason">Why they were nominated.</param>
/// <param name="Contribution">What they are expected to bring.</param>
/// <param name="Language">Code of the language they read.</param>
public sealed record RosterWords(string? Reason, string? Contribution, string? Language);

/// <summary>A roster as a table, for a file or a page: the same cells.</summary>
/// <param name="Head">Names of the columns.</param>
/// <param name="Rows">A row a person: those with a seat by city and seat, then the alternates.</param>
public sealed record RosterTable(ImmutableArray<string> Head, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The table.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="delegations">The delegations.</param>
    /// <param name="columns">What is said of each.</param>
    /// <param name="alternates">Whether those without a seat are in it.</param>
    /// <param name="wordsOf">What was said in words about somebody.</param>
    public static RosterTable Of(
        Texts texts, IEnumerable<DelegationView> delegations, ImmutableArray<RosterColumn> columns, bool alternates, Func<MemberView, RosterWords> wordsOf) => new(
        [.. columns.Select(c => texts[$"export.column.{c}"])],
        [
            .. from d in delegations
               from member in alternates ? d.Members : d.Seated
               let words = wordsOf(member)
               select columns.Select(c => Cell(texts, d, member, words, c)).ToImmutableArray(),
        ]);

    private static string Cell(Texts texts, DelegationView d, MemberView member, RosterWords words, RosterColumn column) => column switch
    {
        RosterColumn.City => d.City,
        RosterColumn.Seat => member.Seat is { } seat ? $"{seat.Value}" : string.Empty,
        RosterColumn.Name => member.Name,
        RosterColumn.Title => member.Title ?? string.Empty,
        RosterColumn.Organisation => member.Organisation ?? string.Empty,
        RosterColumn.Sector => texts[$"sector.{member.Sector.Code}"],
        RosterColumn.Answer => member.Answer is AnswerState.None ? member.Seat is null ? texts["export.alternate"] : texts["seatmap.not-invited"] : texts[$"delegation.answer.{member.Answer}"],
        RosterColumn.Mail => member.Mail ?? string.Empty,
        RosterColumn.Language => words.Language ?? string.Empty,
        RosterColumn.Reason => words.Reason ?? string.Empty,
        RosterColumn.Contribution => words.Contribution ?? string.Empty,
    };
}
