using System.Globalization;
using System.Net;
using System.Text;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Text;

using CsvHelper;

namespace CoordinatorBot.Features.Delegations;

/// <summary>A roster as a file for spreadsheets, and as a page to be printed.</summary>
internal static class RosterFiles
{
    // With these a spreadsheet takes what somebody wrote for a formula, or for the end of a cell; the wide forms are read like the narrow ones.
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    /// <summary>UTF-8 with its mark, without which spreadsheets guess wrong; parted as the language's spreadsheets part.</summary>
    public static byte[] Csv(Texts texts, RosterTable table)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, new CsvWriterOptions { Separator = texts.Language.Culture.TextInfo.ListSeparator[0], WriteByteOrderMark = true }, leaveOpen: true))
        {
            foreach (var row in table.Rows.Prepend(table.Head))
            {
                foreach (var cell in row)
                    csv.WriteField(Harmless(cell));
                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A cell that no spreadsheet computes: an apostrophe before it says that it is text.</summary>
    public static string Harmless(string cell) => cell.Length > 0 && Formula.Contains(cell[0], StringComparison.Ordinal) ? $"'{cell}" : cell;

    /// <summary>A page that needs no script.</summary>
    public static string Page(ExportedRoster roster, DateTimeOffset now)
    {
        var texts = roster.Texts;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="{texts.Language.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Text(texts["export.title"])} · {Text(roster.Title)}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/board/board.css">
            </head>
            <body class="roster">
            <header><div><h1>{Text(roster.Title)}</h1><p class="quiet">{Text(texts.Say("export.as-of", ("count", roster.Table.Rows.Length), ("day", DateOnly.FromDateTime(now.UtcDateTime))))}</p></div></header>
            <main><div class="scroll" tabindex="0" role="region" aria-label="{Text(texts["export.title"])}"><table>
            <thead><tr>{string.Concat(roster.Table.Head.Select(h => $"<th scope=\"col\">{Text(h)}</th>"))}</tr></thead>
            <tbody>

            """);
        foreach (var row in roster.Table.Rows)
            html.Append("<tr>").AppendJoin(string.Empty, row.Select(cell => $"<td><bdi>{Text(cell)}</bdi></td>")).Append("</tr>\n");
        return html.Append("</tbody></table></div></main></body></html>\n").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
