using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Edges.Mail;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Bot.Tests.Mail;

public sealed class MimeMessageTests
{
    private static readonly Correspondent From = new("CoordinatorBot", "bot@exchange.example");
    private static readonly DateTimeOffset At = new(2027, 2, 3, 9, 5, 0, TimeSpan.FromHours(-5));

    [Theory]
    [InlineData("Ana Ruiz", "You are invited: Breathing Lights")]
    [InlineData("José Núñez", "¡Está invitado! Breathing Lights: arte en edificios vacíos, con toda la ciudad de Detroit y sus vecinos, en primavera")]
    [InlineData("Ingrid \"Inge\" Sørensen, PhD", "a =?utf-8?B?bm8=?= b")]
    [InlineData("张伟 🏙️ 👩‍👩‍👧 of a very long name that goes on and on and on and on and on", "Ein Wort, das zu lang ist: Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitz")]
    [InlineData("O'Neil\r\nBcc: everybody@else.example", "two\r\nlines")]
    public void Whatever_was_written_is_read_again_and_nothing_becomes_a_header_of_its_own(string name, string subject)
    {
        var letter = Read(new Posting("0a1b", new Correspondent(name, "ana@detroit.example"), new Correspondent("Nora", "nora@exchange.example"), LetterOf(subject, "x")));
        Assert.Equal(subject.ReplaceLineEndings(" "), letter.Headers["Subject"]);
        var phrase = letter.Headers["To"][..letter.Headers["To"].LastIndexOf(" <", StringComparison.Ordinal)];
        Assert.Equal(name.ReplaceLineEndings(" "), phrase is ['"', .., '"'] ? phrase[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal) : phrase);
        Assert.DoesNotContain("Bcc", letter.Headers.Keys);
        Assert.Equal("Wed, 03 Feb 2027 14:05:00 +0000", letter.Headers["Date"]);
        Assert.Equal("<0a1b@exchange.example>", letter.Headers["Message-ID"]);
        Assert.Equal("\"Nora\" <nora@exchange.example>", letter.Headers["Reply-To"]);
    }

    [Fact]
    public void Both_bodies_say_the_same_and_what_people_wrote_is_no_markup()
    {
        const string wrote = "a line that ends in a blank \n.\n<script>alert(1)</script> & = “ü” 😀 " + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\ttab";
        var letter = Read(new Posting("0a1b", new Correspondent("", "ana@münchen.example"), null, LetterOf("s", wrote)));
        Assert.Equal($"{wrote}\n\nAnswer:\nhttps://bot.example.org/i/abc?x=1&y=2\n", letter.Text);
        Assert.Contains("a line that ends in a blank <br>.<br>&lt;script&gt;alert(1)&lt;/script&gt; &amp; = ", letter.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://bot.example.org/i/abc?x=1&amp;y=2\"", letter.Html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"es\" dir=\"ltr\">", letter.Html, StringComparison.Ordinal);
        Assert.Equal("<ana@xn--mnchen-3ya.example>", letter.Headers["To"]);
        Assert.DoesNotContain("Reply-To", letter.Headers.Keys);
    }

    [Theory]
    [InlineData("añá@detroit.example")]
    [InlineData("ana")]
    [InlineData("@detroit.example")]
    [InlineData("ana@detroit.example>\r\nBcc: x@y.example")]
    [InlineData("ana@a..b")]
    public void An_address_that_no_mail_system_takes_is_refused(string address) =>
        Assert.ThrowsAny<ArgumentException>(() => MimeText.AddressOf(address));

    private static Letter LetterOf(string subject, string words) =>
        new(Language.Of("es"), subject, [new LetterPart.Words(words), new LetterPart.Link("Answer", new Uri("https://bot.example.org/i/abc?x=1&y=2"))]);

    private static ReadLetter Read(Posting posting) => ReadLetter.Of(MimeMessage.Of(posting, From, At));
}
