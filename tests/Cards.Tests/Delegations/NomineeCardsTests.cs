using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Tests.Infrastructure;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Cards.Tests.Delegations;

public sealed class NomineeCardsTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("Ünïcode “words” ", 14))[..200];
    private static readonly string Longest = new('w', 2000);

    public static TheoryData<string> Languages => [.. Language.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_card_about_nominees_is_good_at_its_largest(string language)
    {
        var texts = Texts.In(Language.Of(language));
        var view = Large(60);
        var form = new NomineeForm(Long, $"{new string('a', 64)}@x.example", Long, Long, Long[..80], "policy", "Leader", "es", "true", Longest, Longest, Long, Id(1).ToString());
        var found = Enumerable.Range(1, 40).Select(i => new SuggestedPersonView(Id(i).ToString("N"), Long, Long, Long, Sector.Philanthropy, Long)).ToImmutableArray();
        var alike = new AlikeView(new PersonId(Id(1)), Long, Long, Long, "a@x.example", true, Long);
        var exchange = view.Ref.Exchange;
        var judged = Enumerable.Range(1, ReviewCards.MostOnSheet).Select(i => new ReviewedView(
            new CandidateId(Id(i)), Long, $"{Long}, {Long}", Long[..80], Sector.Philanthropy, Longest, Longest, new Opinion(new PersonId(Id(1)), 4), new Scores(12, 40))).ToImmutableArray();
        var columns = Enumerable.Range(0, 40).Select(i => new ImportColumnView(i, Long, Long, "Organisation")).ToImmutableArray();
        AdaptiveCard[] cards =
        [
            NomineeFormCard.For(texts, view, null, form, "flaw"),
            NomineeFormCard.For(texts, view, view.Members[0], form),
            NomineeCards.Choose(texts, view),
            RankCard.For(texts, view, view.Members, "flaw"),
            PastPeopleCard.Past(texts, view, found, "note"),
            PastPeopleCard.Past(texts, view, []),
            PastPeopleCard.Found(texts, view, Long[..80], found),
            SamePersonCard.For(texts, new SamePersonView(view.Ref, alike, alike, 3), "note", "flaw"),
            ReviewCards.Reviewers(texts, new ReviewersView(exchange, "once", Long, [.. Enumerable.Range(1, Review.MostReviewers).Select(i => new ReviewerView(new PersonId(Id(i)), Long, i, 1))], [.. Enumerable.Range(1, 60).Select(_ => new ScoredView(Long, Long[..80], new Scores(12, 31)))]), Long, "note", "flaw"),
            ReviewCards.Ask(texts, exchange, Long, 1),
            ReviewCards.For(texts, new ReviewSheetView(exchange, "once", Long, judged, 3, 30, 6), "note", "flaw"),
            ReviewCards.For(texts, new ReviewSheetView(exchange, "once", Long, [], 0, 0, 0)),
            ImportColumnsCard.For(texts, view.Ref, new string('k', 41), columns, [.. Enumerable.Range(0, 13).Select(i => ($"Field{i}", "rôle dans le changement"))], "flaw"),
        ];
        foreach (var card in cards)
            await CardChecks.IsGoodAsync(card);
    }

    [Fact]
    public void A_sheet_shows_what_others_gave_only_where_it_was_handed_to_it()
    {
        var texts = Texts.In(Language.English);
        var one = new ReviewedView(new CandidateId(Id(1)), "Ana Ruiz", "Planner", "Detroit", Sector.Resident, null, null, null, null);
        string Json(ReviewedView view) => ReviewCards.For(texts, new ReviewSheetView(new ExchangeId(Id(9)), "once", "Title", [view], 1, 1, 0)).ToJson();

        Assert.DoesNotContain("Mean", Json(one));
        Assert.Contains("Mean 3.5 from 2 reviewers", Json(one with { Scores = new Scores(2, 7) }));
    }

    [Fact]
    public void The_people_picker_asks_the_tenants_directory()
    {
        var json = NomineeFormCard.For(Texts.In(Language.English), Large(1), null, new NomineeForm()).ToJson();
        Assert.Contains("\"choices.data\"", json);
        Assert.Contains("graph.microsoft.com/users", json);
    }

    private static DelegationView Large(int people)
    {
        var members = Enumerable.Range(1, people).Select(i => new MemberView(
            new CandidateId(Id(i)), new PersonId(Id(i)), Long, Long, Long, "a@x.example", false, Sector.Philanthropy, null, AnswerState.None)).ToImmutableArray();
        return new DelegationView(
            new DelegationRef(new ExchangeId(Id(1)), new DelegationId(Id(2)), new string('a', 32)), Long[..120], Long[..80], DelegationStage.Forming, Long, null,
            SeatPlan.Default, Composition.BalanceOf(SeatPlan.Default, []), members, true);
    }

    private static Guid Id(int i) => new(i, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]);
}
