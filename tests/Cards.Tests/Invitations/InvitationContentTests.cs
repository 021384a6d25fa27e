using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Cards.Tests.Invitations;

/// <summary>What an invitation says, the same on the card and in the letter.</summary>
public sealed class InvitationContentTests
{
    private static readonly Uri Link = new("https://bot.example.org/i/abc");

    public static TheoryData<string> Languages => [.. Language.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Card_and_letter_say_why_them_who_pays_what_and_whom_to_ask(string language)
    {
        var texts = Texts.In(Language.Of(language));
        var view = Samples.Invitation() with { Reason = "Knows every owner on the street", Contribution = "Two pilot houses" };
        var letter = InvitationLetters.Invitation(view, "Ana Ruiz", Link, texts);
        foreach (var said in new[] { InvitationCard.For(view, texts).ToJson(), letter.AsText(), letter.AsHtml() })
            Assert.All(
                new[] { "Knows every owner on the street", "Two pilot houses", "Nora Whitfield", "nora.whitfield@exchange.example", texts["invitation.reason"], texts["invitation.costs"] },
                s => Assert.Contains(s, System.Text.RegularExpressions.Regex.Unescape(System.Net.WebUtility.HtmlDecode(said)), StringComparison.Ordinal));
        Assert.Contains(Link.ToString(), letter.AsText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_lives_by_another_clock_reads_the_deadline_by_theirs()
    {
        var letter = LetterIn("Europe/Berlin");
        Assert.Contains("Your clock: at 09:00 there it is 15:00 for you (Berlin time)", letter, StringComparison.Ordinal);
        Assert.Contains("Monday 1 March 2027, end of the day (New York time); for you that is Tuesday 2 March 2027, 06:00 (Berlin time)", letter, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("America/Detroit")]
    [InlineData(null)]
    public void Who_lives_by_the_same_clock_or_one_unknown_reads_one_time(string? zone) =>
        Assert.DoesNotContain("for you", LetterIn(zone), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_way_to_share_costs_is_said_and_own_words_follow(string language)
    {
        var texts = Texts.In(Language.Of(language));
        var said = Enum.GetValues<CostSharing>().Select(c => InvitationLetters.Invitation(
            Samples.Invitation() with { Design = Samples.Invitation().Design with { Costs = c, CostWords = "Child care on request." } }, "Ana", Link, texts).AsText()).ToList();
        Assert.All(said, s => Assert.Contains(" Child care on request.\n", s, StringComparison.Ordinal));
        Assert.Equal(said.Count, said.Distinct().Count());
    }

    [Fact]
    public void A_letter_that_takes_an_invitation_back_or_calls_it_off_has_no_link_and_an_answered_one_shows_it()
    {
        var texts = Texts.In(Language.English);
        Assert.DoesNotContain("http", InvitationLetters.Invitation(Samples.Invitation(InvitationStanding.Recalled), "Ana", Link, texts).AsText(), StringComparison.Ordinal);
        Assert.DoesNotContain("http", InvitationLetters.News(Samples.Invitation(InvitationStanding.Cancelled), DelegateNews.Cancelled, "Ana", Link, texts).AsText(), StringComparison.Ordinal);
        Assert.Contains("See your invitation:", InvitationLetters.Invitation(Samples.Invitation(InvitationStanding.Answered, RsvpAnswer.Accepted), "Ana", Link, texts).AsText(), StringComparison.Ordinal);
    }

    private static string LetterIn(string? zone) => InvitationLetters.Invitation(
        Samples.Invitation() with { TheirZone = Zone.TryParse(zone, out var known) ? known : null }, "Ana", Link, Texts.In(Language.English)).AsText();
}
