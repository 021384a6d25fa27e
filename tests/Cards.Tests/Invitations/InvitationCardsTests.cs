using AdaptiveCards;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Tests.Infrastructure;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Cards.Tests.Invitations;

public sealed class InvitationCardsTests
{
    private static readonly string Longest = new('W', InvitationWords.NoteMost);
    private static readonly Texts English = Texts.In(Language.English);

    public static TheoryData<string, InvitationStanding> EveryStanding =>
        [.. from language in Language.All from standing in Enum.GetValues<InvitationStanding>() select (language.Code, standing)];

    [Theory]
    [MemberData(nameof(EveryStanding))]
    public async Task Invitation_is_a_good_card_in_every_language_and_standing(string language, InvitationStanding standing)
    {
        var texts = Texts.In(Language.Of(language));
        foreach (var answer in new RsvpAnswer?[] { RsvpAnswer.Accepted, RsvpAnswer.Tentative, RsvpAnswer.Declined, RsvpAnswer.SubstituteProposed })
        {
            var view = Samples.Invitation(standing, answer, Longest, moved: true);
            await CardChecks.IsGoodAsync(InvitationCard.For(view, texts));
            await CardChecks.IsGoodAsync(InvitationCard.For(view, texts, Longest, changing: view.MayAnswer));
        }
    }

    [Fact]
    public async Task Cards_of_sixty_people_are_small_enough()
    {
        await CardChecks.IsGoodAsync(InviteCards.Preview(Samples.Preview(10, 6, "Maximiliane Wolfeschlegelsteinhausenbergerdorff", gaps: true), English));
        await CardChecks.IsGoodAsync(InviteCards.Preview(Samples.Preview(4, 6, gaps: true), English));
        await CardChecks.IsGoodAsync(InviteCards.AskAgain(Samples.Preview(10, 6), English));
        await CardChecks.IsGoodAsync(InviteCards.Result(Samples.Result(60, 20, 30), English));
        await CardChecks.IsGoodAsync(ByHandCards.Record(Samples.Exchange, 1, Samples.Exchange.Value, Samples.Listed(60), null, English));
        await CardChecks.IsGoodAsync(ByHandCards.ChooseRecall(Samples.Exchange, Samples.Exchange.Value, Samples.Listed(60), Samples.Listed(60).Select(l => l.Invitation), English));
        await CardChecks.IsGoodAsync(ByHandCards.AskRecall(Samples.Exchange, Samples.Listed(60), English));
    }

    [Fact]
    public async Task Much_attention_still_fits_one_card() => await CardChecks.IsGoodAsync(AttentionCard.For(Samples.Attention(20), English));

    [Fact]
    public void What_people_wrote_is_never_read_as_Markdown()
    {
        const string odd = "[click](https://evil.example) **now** <b>x</b>";
        var card = InvitationCard.For(Samples.Invitation(InvitationStanding.Answered, RsvpAnswer.Accepted, odd) with { Coordinator = odd, City = odd }, English);
        Assert.DoesNotContain(CardChecks.MarkdownTexts(card), t => t.Contains("evil", StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_opens_the_card_later_gets_its_state_but_not_while_changing_the_answer()
    {
        var answered = Samples.Invitation(InvitationStanding.Answered, RsvpAnswer.Accepted);
        Assert.Equal(InvitationCard.ShowVerb, InvitationCard.For(answered, English).Refresh!.Action!.Verb);
        Assert.Null(InvitationCard.For(answered, English, changing: true).Refresh);
    }

    [Theory]
    [InlineData(InvitationStanding.Recalled)]
    [InlineData(InvitationStanding.Cancelled)]
    [InlineData(InvitationStanding.Late)]
    [InlineData(InvitationStanding.SeatGiven)]
    [InlineData(InvitationStanding.Over)]
    public void What_can_no_longer_be_answered_has_no_buttons(InvitationStanding standing)
    {
        var card = InvitationCard.For(Samples.Invitation(standing, RsvpAnswer.Declined), English);
        Assert.Empty(card.Actions);
        Assert.DoesNotContain(card.Body, e => e is AdaptiveInput);
    }

    [Fact]
    public void Sample_has_nothing_to_press_or_to_fill_in()
    {
        var sample = InvitationCard.Sample(Samples.Invitation(), English);
        Assert.Empty(sample.Actions);
        Assert.Null(sample.Refresh);
        Assert.DoesNotContain(sample.Body, e => e is AdaptiveInput);
    }
}
