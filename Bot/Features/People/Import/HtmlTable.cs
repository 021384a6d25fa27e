using System.Globalization;
using System.Net;
using System.Text;

namespace CoordinatorBot.Features.People.Import;

/// <summary>
/// Reads what a paste leaves as HTML: the rows of its tables, or its text where it has none. Not a browser: tags part
/// values and are otherwise dropped, entities are decoded once, nothing is run or fetched. Linear in the length.
/// </summary>
internal sealed class HtmlTable
{
    private const int MostSpan = 200;

    private readonly List<List<string>> _rows = [];
    private readonly Dictionary<int, (string Text, int Rows)> _spanned = [];
    private readonly StringBuilder _text = new();
    private List<string>? _row;
    private string? _cellTag;

    /// <summary>The rows of the tables, or null where there is none; then <paramref name="text"/> has the text, a line a paragraph.</summary>
    public static IReadOnlyList<IReadOnlyList<string>>? Read(string html, out string text)
    {
        var table = new HtmlTable();
        foreach (var (tag, content) in Tokens(html))
            table.Take(tag, content);
        table.EndRow();
        text = table._text.ToString();
        return table._rows.Count > 0 ? table._rows : null;
    }

    private void Take(string? tag, string content)
    {
        switch (tag)
        {
            case null:
                _text.Append(content);
                break;
            case "tr" or "/tr" or "/table":
                EndRow();
                if (tag == "tr")
                    _row = [];
                break;
            case "td" or "th":
                EndCell();
                _row ??= [];
                _cellTag = content;
                _text.Clear();
                break;
            case "/td" or "/th":
                EndCell();
                break;
            case "br" or "br/" or "p" or "/p" or "div" or "/div" or "li" or "/li":
                _text.Append('\n');
                break;
        }
    }

    private void EndRow()
    {
        EndCell();
        if (_row is null)
            return;
        FillSpanned();
        _rows.Add(_row);
        _row = null;
    }

    private void EndCell()
    {
        if (_cellTag is null || _row is null)
            return;
        FillSpanned();
        var value = _text.ToString();
        var (columns, rows) = (Span(_cellTag, "colspan"), Span(_cellTag, "rowspan"));
        for (var i = 0; i < columns && _row.Count <= NomineeLimits.Columns; i++)
        {
            var text = i == 0 ? value : "";
            if (rows > 1)
                _spanned[_row.Count] = (text, rows - 1);
            _row.Add(text);
        }
        _cellTag = null;
        _text.Clear();
    }

    // A merged cell belongs to each of the rows it reaches over.
    private void FillSpanned()
    {
        while (_spanned.Remove(_row!.Count, out var above))
        {
            if (above.Rows > 1)
                _spanned[_row.Count] = above with { Rows = above.Rows - 1 };
            _row.Add(above.Text);
            if (above.Rows > 1 && _spanned.Count > NomineeLimits.Columns)
                break;
        }
    }

    private static int Span(string tag, string attribute)
    {
        var at = tag.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return 1;
        var value = tag.AsSpan(at + attribute.Length).TrimStart(" =\"'");
        var digits = value.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(digits < 0 ? value : value[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var span)
            ? Math.Clamp(span, 1, MostSpan)
            : 1;
    }

    /// <summary>Text as (null, decoded text), tags as (name in lower case, the whole tag).</summary>
    private static IEnumerable<(string? Tag, string Content)> Tokens(string html)
    {
        var position = 0;
        while (position < html.Length)
        {
            var open = NextTag(html, position);
            if (open > position)
                yield return (null, WebUtility.HtmlDecode(html[position..open]));
            if (open == html.Length)
                yield break;
            var comment = html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal);
            var close = html.IndexOf(comment ? "-->" : ">", open, StringComparison.Ordinal);
            if (close < 0)
                yield break;
            position = close + (comment ? 3 : 1);
            var tag = html[open..position];
            var name = NameOf(tag);
            yield return (name, tag);
            if (name is "style" or "script")
            {
                var end = html.IndexOf("</" + name, position, StringComparison.OrdinalIgnoreCase);
                position = end < 0 ? html.Length : end;
            }
        }
    }

    // A '<' that no letter, '/' or '!' follows is text: "3 < 4".
    private static int NextTag(string html, int from)
    {
        for (var at = html.IndexOf('<', from); at >= 0; at = html.IndexOf('<', at + 1))
            if (at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!'))
                return at;
        return html.Length;
    }

    private static string NameOf(string tag)
    {
        var end = tag.AsSpan(1).IndexOfAny(" \t\r\n>");
        return (end < 0 ? tag[1..] : tag[1..(end + 1)]).ToLowerInvariant();
    }
}
