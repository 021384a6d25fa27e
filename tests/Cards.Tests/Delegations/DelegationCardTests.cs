using System.Collections.Immutable;
using System.Text;

using AdaptiveCards;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Delegations.Selection;

namespace CoordinatorBot.Cards.Tests.Delegations;

public sealed class DelegationCardTests
{
    private const int MostBytes = 25_000;

    public static TheoryData<string> Languages => [.. Language.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_card_of_the_largest_delegation_fits_a_message(string language)
    {
        var texts = Texts.In(Language.Of(language));
        var view = Large(20, 60);
        AdaptiveCard[] cards =
        [
            DelegationCard.For(texts, view, "note", "hint"),
            ChooseSeatsCard.For(texts, view, view.Seated.Select(m => m.Id.ToString())),
            SeatPlanCard.For(texts, view, SeatPlanForm.Of(view.Plan) with { More = SeatPlanMoreForm.Of(view.Plan) }, "flaw"),
            ProposalCard.For(texts, Proposal(view), "note"),
            AdjustProposalCard.For(texts, Proposal(view), (Proposed)Proposal(view).Outcome),
            NoneFitsCard.For(texts, Proposal(view), Impossible(view), "note"),
            NomineeCards.Choose(texts, view),
            LeadCard.For(texts, view, new LeadForm(null, "", "")),
            SectorsCard.For(texts, view, null),
            ConfirmAnywayCard.For(texts, view, 500),
            ExportCard.For(texts, Export(), "flaw"),
            ExportCard.Made(texts, view.Title, 60, [.. Enum.GetValues<RosterColumn>()], new Uri("https://bot.example.org/export/csv"), new Uri("https://bot.example.org/export/page"), 10),
            LinkCard.ToBoard(texts, view.Title, new Uri("https://bot.example.org/board"), 8),
            .. RosterCard.For(texts, view.Title, [view, Large(20, 0), Large(20, 0)]),
        ];
        Assert.All(cards, card => Assert.InRange(Encoding.UTF8.GetByteCount(card.ToJson()), 1, MostBytes));
        Assert.All(cards, card => Assert.InRange(card.Actions.Count, 0, 6));
        Assert.All(cards, card => Assert.InRange(card.Actions.Count(a => a.Style == "positive"), 0, 1));
    }

    [Fact]
    public void A_lead_forms_the_delegation_and_does_not_decide_it()
    {
        var verbs = DelegationCard.For(Texts.In(Language.English), Large(4, 2) with { MayDecide = false }).Actions.OfType<AdaptiveExecuteAction>().Select(a => a.Verb);
        Assert.Equal([DelegationVerbs.Submit, DelegationVerbs.Add, DelegationVerbs.Seats, DelegationVerbs.Nominees], verbs);
    }

    [Fact]
    public void Names_are_put_where_no_host_reads_markdown()
    {
        var view = Large(2, 0);
        view = view with { Members = [view.Members[0] with { Name = "**Eve** [x](http://example.org)" }, view.Members[1]] };
        var json = DelegationCard.For(Texts.In(Language.English), view).ToJson();
        Assert.DoesNotContain("\"type\":\"TextBlock\",\"text\":\"**Eve**", json.Replace(" ", "", StringComparison.Ordinal));
        Assert.Contains("**Eve**", json);
        Assert.DoesNotContain("\"title\": \"**Eve**", ChooseSeatsCard.For(Texts.In(Language.English), view, []).ToJson());
    }

    private static ExportView Export() => new(
        new ExchangeId(Guid.Empty), new string('x', 120), [.. Enumerable.Range(1, 12).Select(i => (new DelegationId(new Guid(i, 0, 0, new byte[8])), $"{new string('ö', 79)}{i}"))], true, null,
        [.. Enum.GetValues<RosterColumn>()], true, [.. Enumerable.Range(0, 20).Select(_ => new PastExport(new string('n', 60), new DateOnly(2027, 5, 3), null, [.. Enum.GetValues<RosterColumn>()], 60))], new string('0', 32));

    private static ProposalView Proposal(DelegationView view)
    {
        var candidates = view.Members.Select((m, i) => new Candidate(m.Id, m.Person, m.Sector, null, i + 1)).ToImmutableArray();
        return new ProposalView(
            view, new Proposed(candidates[..20], view.Balance, 812, 3, false, [.. candidates[20..].Select(c => new LeftOut(c, LeftOutReason.CoversLess))], false),
            new Kept([.. candidates[..5].Select(c => c.Id)], [.. candidates[60..65].Select(c => c.Id)]));
    }

    private static NoneFits Impossible(DelegationView view)
    {
        var rules = PlanRules.Of(view.Plan, [view.Members[0].Id], [view.Members[1].Id]);
        return new NoneFits(rules, [.. rules.Take(4).Concat(PlanRules.SeatsOf(view.Plan)).Select(r => new PlanChange([r, r, r], view.Plan, Kept.Nobody))], [.. rules.Where(r => r.IsMinimum)]);
    }

    private static DelegationView Large(int seats, int alternates)
    {
        var people = Enumerable.Range(1, seats + alternates).Select(i => new MemberView(
            new CandidateId(new Guid(i, 0, 0, new byte[8])), new PersonId(new Guid(i, 1, 0, new byte[8])), $"Señora Ángela Ñúñez de la Peña y Söderström-Øster {i}",
            new string('t', 200), new string('o', 200), null, false, Sector.Unknown, i <= seats ? new SeatNumber(i) : null, i <= seats ? AnswerState.SubstituteProposed : AnswerState.None)).ToImmutableArray();
        var plan = SeatPlan.Default with { Seats = seats };
        var candidates = people.Take(seats).Select((p, i) => new Candidate(p.Id, p.Person, p.Sector, null, i + 1)).ToImmutableArray();
        return new DelegationView(
            new DelegationRef(new ExchangeId(Guid.Empty), new DelegationId(Guid.Empty), new string('0', 32)), new string('x', 120), "Detroit", DelegationStage.Forming,
            "Lead", null, plan, Composition.BalanceOf(plan, candidates), people, true);
    }
}
