using System.Collections.Immutable;
using System.Net;
using System.Text;

using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Shared;

/// <summary>One part of a letter, or of a page that says the same.</summary>
public abstract record LetterPart
{
    private LetterPart()
    {
    }

    /// <summary>A paragraph.</summary>
    public sealed record Words(string Text) : LetterPart;

    /// <summary>What it is about, in a few words.</summary>
    public sealed record Heading(string Text) : LetterPart;

    /// <summary>Something to be noticed first: a change, a deadline that has passed.</summary>
    public sealed record Notice(string Text) : LetterPart;

    /// <summary>A label with its value.</summary>
    public sealed record Fact(string Label, string Value) : LetterPart;

    /// <summary>Where it goes on: shown as a button, with the address in full for those who see no buttons.</summary>
    public sealed record Link(string Label, Uri Address) : LetterPart;

    /// <summary>Small print.</summary>
    public sealed record Aside(string Text) : LetterPart;
}

/// <summary>
/// A letter in one language, as parts: written as plain text and as HTML from the same parts, so that both say the same. What people wrote is
/// text in either, never markup.
/// </summary>
/// <param name="Language">Its language.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Parts">What it says, in order.</param>
public sealed record Letter(Language Language, string Subject, ImmutableArray<LetterPart> Parts)
{
    // Inline styles, since mail programs drop everything else; the colours keep 7:1 on white.
    private const string Body = "margin:0;padding:16px;background:#ffffff;color:#242424;font:16px/1.5 'Segoe UI',Helvetica,Arial,sans-serif";
    private const string Button = "display:inline-block;padding:12px 20px;border-radius:6px;background:#444791;color:#ffffff;text-decoration:none;font-weight:600";
    private const string Notice = "margin:16px 0;padding:12px;border-left:4px solid #444791;background:#f3f2f8";
    private const string Small = "margin:16px 0;color:#515151;font-size:14px";

    /// <summary>The letter as plain text; lines end in a line feed.</summary>
    public string AsText()
    {
        var text = new StringBuilder();
        LetterPart? before = null;
        foreach (var part in Parts)
        {
            if (before is not null)
                text.Append(part is LetterPart.Fact && before is LetterPart.Fact ? "\n" : "\n\n");
            text.Append(part switch
            {
                LetterPart.Words p => p.Text,
                LetterPart.Heading p => p.Text,
                LetterPart.Notice p => $"* {p.Text}",
                LetterPart.Fact p => $"{p.Label} {p.Value}",
                LetterPart.Link p => $"{p.Label}:\n{p.Address.AbsoluteUri}",
                LetterPart.Aside p => p.Text,
                _ => throw new System.Diagnostics.UnreachableException(),
            });
            before = part;
        }

        return text.Append('\n').ToString();
    }

    /// <summary>The letter as an HTML document that a screen reader reads in its language, without images, tables or anything fetched.</summary>
    public string AsHtml()
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"").Append(Language.Code).Append("\" dir=\"").Append(Language.Direction).Append("\">\n<head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>").Append(Encoded(Subject)).Append("</title></head>\n<body style=\"").Append(Body)
            .Append("\">\n<main style=\"max-width:600px\">\n");
        foreach (var part in Parts)
            html.Append(Html(part)).Append('\n');
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Html(LetterPart part) => part switch
    {
        LetterPart.Words p => $"<p style=\"margin:16px 0\">{Lines(p.Text)}</p>",
        LetterPart.Heading p => $"<h1 style=\"margin:16px 0;font-size:22px;line-height:1.3\">{Encoded(p.Text)}</h1>",
        LetterPart.Notice p => $"<p style=\"{Notice}\">{Lines(p.Text)}</p>",
        LetterPart.Fact p => $"<p style=\"margin:4px 0\"><strong>{Encoded(p.Label)}</strong> {Lines(p.Value)}</p>",
        LetterPart.Link p => $"<p style=\"margin:24px 0\"><a href=\"{Encoded(p.Address.AbsoluteUri)}\" style=\"{Button}\">{Encoded(p.Label)}</a></p>"
            + $"<p style=\"{Small};overflow-wrap:anywhere\">{Encoded(p.Address.AbsoluteUri)}</p>",
        LetterPart.Aside p => $"<p style=\"{Small}\">{Lines(p.Text)}</p>",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Lines(string text) => Encoded(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
