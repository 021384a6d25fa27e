using System.Net;
using System.Text;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Features.Invitations.Page;

/// <summary>The delegate's page as HTML: the frame in which the card is drawn, the same in plain form where no script runs, and what is said instead of a card.</summary>
internal static class PageHtml
{
    /// <summary>The page of an invitation.</summary>
    /// <param name="view">The invitation.</param>
    /// <param name="texts">The language.</param>
    /// <param name="address">The page's own path.</param>
    /// <param name="form">What an answer has to send back.</param>
    /// <param name="notice">Why the last answer was not taken; null for nothing.</param>
    public static string Of(InvitationView view, Texts texts, string address, string form, string? notice) => Whole(texts, view.Design.Title, address, $"""
        <p class="visually-hidden" role="status" id="status"></p>
        <p class="problem" role="alert" id="problem" hidden></p>
        <div id="card" class="card" tabindex="-1" aria-busy="true" data-address="{Encoded(address)}" data-form="{Encoded(form)}" data-offline="{Encoded(texts["page.offline"])}" data-name="{Encoded(view.Design.Title)}">
        <noscript>
        <div class="plain">
        {(notice is null ? "" : $"<p class=\"problem\" role=\"alert\">{Encoded(notice)}</p>")}
        {Plain(view, texts)}
        {(view.MayAnswer ? Form(view, texts, address, form) : "")}
        </div>
        </noscript>
        </div>
        """, scripts: true);

    /// <summary>A page that says why there is nothing to see.</summary>
    public static string Of(Opening.Nothing nothing, string address)
    {
        var texts = Texts.In(nothing.Language);
        var ask = nothing.Coordinator is { } coordinator ? $"<p>{Encoded(texts.Say("page.ask", ("coordinator", coordinator)))}</p>" : "";
        return Whole(texts, texts[$"page.{nothing.Why}.title"], address, $"""
            <div class="card plain">
            <h1>{Encoded(texts[$"page.{nothing.Why}.title"])}</h1>
            <p>{Encoded(texts[$"page.{nothing.Why}.text"])}</p>
            {ask}
            </div>
            """, scripts: false);
    }

    private static string Whole(Texts texts, string title, string address, string content, bool scripts) => $"""
        <!doctype html>
        <html lang="{texts.Language.Code}" dir="{texts.Language.Direction}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex, nofollow">
        <title>{Encoded(title)}</title>
        <link rel="icon" href="data:,">
        {(scripts ? """
        <link rel="stylesheet" href="/lib/adaptivecards/adaptivecards.css">
        <script src="/lib/adaptivecards/adaptivecards.min.js" defer></script>
        <script src="/lib/markdown-it/markdown-it.min.js" defer></script>
        <script type="module" src="/invitation/page.js"></script>
        """ : "")}
        <link rel="stylesheet" href="/invitation/page.css">
        </head>
        <body>
        <header>
        <p class="brand">CoordinatorBot</p>
        <nav aria-label="{Encoded(texts["page.languages"])}"><ul>{Languages(texts.Language, address)}</ul></nav>
        </header>
        <main>
        {content}
        </main>
        </body>
        </html>

        """;

    // Each in its own language, for whoever can't read the others.
    private static string Languages(Language current, string address) => string.Concat(Language.All.Select(l =>
    {
        var marks = l == current ? " aria-current=\"true\"" : "";
        return $"<li><a href=\"{Encoded(address)}?lang={l.Code}\" lang=\"{l.Code}\" hreflang=\"{l.Code}\"{marks}>{Encoded(Texts.In(l)["page.language"])}</a></li>";
    }));

    private static string Plain(InvitationView view, Texts texts)
    {
        var html = new StringBuilder($"<h1>{Encoded(view.Design.Title)}</h1>\n");
        foreach (var part in InvitationLetters.Content(view, texts))
        {
            html.Append(part switch
            {
                LetterPart.Notice p => $"<p class=\"notice\">{Lines(p.Text)}</p>\n",
                LetterPart.Fact p => $"<p><strong>{Encoded(p.Label)}</strong> {Lines(p.Value)}</p>\n",
                LetterPart.Words p => $"<p>{Lines(p.Text)}</p>\n",
                LetterPart.Aside p => $"<p class=\"aside\">{Lines(p.Text)}</p>\n",
                _ => string.Empty,
            });
        }

        return html.ToString();
    }

    private static string Form(InvitationView view, Texts texts, string address, string form)
    {
        var hidden = $"""
            <input type="hidden" name="form" value="{Encoded(form)}"><input type="hidden" name="revision" value="{view.Revision}"><input type="hidden" name="terms" value="{view.TermsRevision}">
            """;
        string Button(string key, RsvpAnswer answer) => $"<button name=\"answer\" value=\"{answer}\">{Encoded(texts[key])}</button>";
        string Input(string name, string label, string type, int most) => $"<label for=\"{name}\">{Encoded(label)}</label><input id=\"{name}\" name=\"{name}\" type=\"{type}\" maxlength=\"{most}\">";
        return $"""
            <form method="post" action="{Encoded(address)}?lang={texts.Language.Code}">{hidden}
            <label for="note">{Encoded(texts.Say("invitation.note", ("coordinator", view.Coordinator)))}</label>
            <textarea id="note" name="{InvitationCard.Note}" rows="3" maxlength="{InvitationWords.NoteMost}">{Encoded(view.Words.Note ?? "")}</textarea>
            <p class="buttons">{Button("invitation.accept", RsvpAnswer.Accepted)} {Button("invitation.tentative", RsvpAnswer.Tentative)} {Button("invitation.decline", RsvpAnswer.Declined)}</p>
            </form>
            <form method="post" action="{Encoded(address)}?lang={texts.Language.Code}">{hidden}
            <h2>{Encoded(texts["invitation.substitute"])}</h2>
            <p>{Encoded(texts.Say("invitation.substitute-help", ("coordinator", view.Coordinator)))}</p>
            {Input(InvitationCard.SubstituteName, texts["invitation.substitute-name"], "text", InvitationWords.NameMost)}
            {Input(InvitationCard.SubstituteMail, texts["invitation.substitute-mail"], "email", InvitationWords.MailMost)}
            <label for="why">{Encoded(texts["invitation.substitute-note"])}</label>
            <textarea id="why" name="{InvitationCard.SubstituteNote}" rows="3" maxlength="{InvitationWords.NoteMost}"></textarea>
            <p class="buttons">{Button("invitation.propose", RsvpAnswer.SubstituteProposed)}</p>
            </form>
            """;
    }

    private static string Lines(string text) => Encoded(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
