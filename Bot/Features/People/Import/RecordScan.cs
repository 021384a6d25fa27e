namespace CoordinatorBot.Features.People.Import;

/// <summary>Where a record stands in a text.</summary>
/// <param name="Start">Of its first character.</param>
/// <param name="Length">Without its line break.</param>
/// <param name="Line">Its first line, from 1.</param>
/// <param name="Values">How many values it has.</param>
/// <param name="Unclosed">A quotation mark is opened on its line and not closed; the record is then cut at the end of that line.</param>
internal readonly record struct Record(int Start, int Length, int Line, int Values, bool Unclosed);

/// <summary>
/// Finds where each record of delimited text ends. A quoted value may hold line breaks; whether its closing mark really
/// is one is judged by what follows and by what it would swallow. Linear in the length of the text.
/// </summary>
internal static class RecordScan
{
    // From this many delimiters on, a line inside a quoted value that has as many as the first record is taken for a record of its own.
    private const int DelimitersOfAWholeRecord = 3;

    public static IEnumerable<Record> Records(string text, char delimiter)
    {
        int position = 0, line = 1, whole = 0;
        while (position < text.Length)
        {
            var end = End(text, position, delimiter, whole);
            var record = new Record(position, end.At - position, line, end.Delimiters + 1, !end.Closed);
            if (whole == 0)
                whole = Math.Max(DelimitersOfAWholeRecord, end.Delimiters);
            yield return record;
            line += end.Breaks + 1;
            position = AfterBreak(text, end.At);
        }
    }

    /// <summary>How many values stand on each record of the beginning of the text.</summary>
    public static IEnumerable<int> FieldCounts(string text, char delimiter, int most)
    {
        for (int position = 0, taken = 0; position < text.Length && taken < most; taken++)
        {
            var end = End(text, position, delimiter, whole: 0);
            if (!text.AsSpan(position, end.At - position).IsWhiteSpace())
                yield return end.Delimiters + 1;
            position = AfterBreak(text, end.At);
        }
    }

    private static (int At, bool Closed, int Breaks, int Delimiters) End(string text, int start, char delimiter, int whole)
    {
        int breaks = 0, delimiters = 0, breaksInValue = 0, swallowed = 0;
        bool quoted = false, atFieldStart = true;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (!quoted)
            {
                if (c is '\n' or '\r')
                    return (i, true, breaks, delimiters);
                if (c == delimiter)
                    (atFieldStart, delimiters) = (true, delimiters + 1);
                else if (c == '"' && atFieldStart)
                    (quoted, breaksInValue, swallowed) = (true, 0, 0);
                else if (!char.IsWhiteSpace(c))
                    atFieldStart = false;
            }
            else if (c == '"')
            {
                if (i + 1 < text.Length && text[i + 1] == '"')
                    i++;
                else if (EndsField(text, i + 1, delimiter))
                    (quoted, atFieldStart) = (false, false);
                else if (breaksInValue > 0 || text[i - 1] == delimiter)
                    break;
            }
            else if (c is '\n' or '\r')
            {
                i = AfterBreak(text, i) - 1;
                (breaks, breaksInValue, swallowed) = (breaks + 1, breaksInValue + 1, 0);
                if (breaksInValue >= NomineeLimits.LinesOfOneValue)
                    break;
            }
            else if (c == delimiter && breaksInValue > 0 && ++swallowed == whole)
            {
                break;
            }
        }
        return quoted ? (EndOfLine(text, start), false, 0, delimiters) : (text.Length, true, breaks, delimiters);
    }

    private static bool EndsField(string text, int i, char delimiter)
    {
        while (i < text.Length && text[i] == ' ')
            i++;
        return i >= text.Length || text[i] == delimiter || text[i] is '\n' or '\r';
    }

    private static int EndOfLine(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny('\n', '\r');
        return length < 0 ? text.Length : start + length;
    }

    private static int AfterBreak(string text, int at) =>
        at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? at + 2 : at + 1;
}
