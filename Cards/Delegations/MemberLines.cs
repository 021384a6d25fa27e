using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>How a nominee is written in lists, on one line or two: no tables, which phones can't show.</summary>
internal static class MemberLines
{
    private const int MostCharacters = 60;

    /// <summary>Name, title and organisation, then sector, answer and what is missing.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="member">The nominee.</param>
    /// <param name="number">Seat or place among the alternates; null for none.</param>
    public static AdaptiveElement Of(Texts texts, MemberView member, int? number = null)
    {
        var block = new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Small };
        if (number is { } n)
            block.Inlines.Add(new AdaptiveTextRun($"{n}\u2002") { IsSubtle = true });
        block.Inlines.Add(new AdaptiveTextRun(Isolated(Short(member.Name))) { Weight = AdaptiveTextWeight.Bolder });
        if (Work(member) is { Length: > 0 } work)
            block.Inlines.Add(new AdaptiveTextRun($", {work}"));
        block.Inlines.Add(new AdaptiveTextRun($" · {texts[$"sector.{member.Sector.Code}"]}") { IsSubtle = true });
        if (member.Sector == Sector.Unknown)
            ((AdaptiveTextRun)block.Inlines[^1]).Color = AdaptiveTextColor.Attention;
        if (member.Answer is not AnswerState.None)
            block.Inlines.Add(new AdaptiveTextRun($" · {texts[$"delegation.answer.{member.Answer}"]}") { Color = ColorOf(member.Answer) });
        if (member.IsUnreachable)
            block.Inlines.Add(new AdaptiveTextRun($" · {texts["delegation.no-mail"]}") { Color = AdaptiveTextColor.Attention });
        return block;
    }

    /// <summary>A nominee as the title of a choice.</summary>
    public static string Choice(Texts texts, MemberView member) =>
        string.Join(" · ", new[] { Isolated(Short(member.Name)), texts[$"sector.{member.Sector.Code}"], Isolated(Short(member.Organisation ?? member.Title ?? "")) }.Where(p => p.Length > 0));

    /// <summary>Somebody's own words between words of ours: text from right to left must not turn what stands around it.</summary>
    public static string Isolated(string text) => text.Any(IsRightToLeft) ? $"\u2068{text}\u2069" : text;

    /// <summary>The beginning of a long text: cards have a limit, and names of 200 characters are a mistake.</summary>
    public static string Short(string text) => text.Length <= MostCharacters ? text : text[..(char.IsHighSurrogate(text[MostCharacters - 2]) ? MostCharacters - 2 : MostCharacters - 1)] + "…";

    /// <summary>A section of a card with the flaw of what was entered; null where there is none.</summary>
    public static AdaptiveElement? Flaw(string? flaw) =>
        flaw is null ? null : Ui.Box(AdaptiveContainerStyle.Attention, Ui.Text(flaw));

    /// <summary>A section of a card with what was just done; null where there is nothing to say.</summary>
    public static AdaptiveElement? Note(string? note) =>
        note is null ? null : Ui.Box(AdaptiveContainerStyle.Accent, note.Split('\n').Select(Ui.Subtle));

    private static string Work(MemberView member) => string.Join(", ", new[] { member.Title, member.Organisation }.OfType<string>().Select(Short).Select(Isolated));

    internal static AdaptiveTextColor ColorOf(AnswerState answer) => answer switch
    {
        AnswerState.Accepted => AdaptiveTextColor.Good,
        AnswerState.Declined => AdaptiveTextColor.Attention,
        // The host's colour for a warning can't be read on white.
        AnswerState.Tentative or AnswerState.SubstituteProposed or AnswerState.None or AnswerState.Waiting or AnswerState.Lapsed => AdaptiveTextColor.Default,
    };

    // Hebrew, Arabic and their neighbours, with their presentation forms.
    private static bool IsRightToLeft(char c) => c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';
}
