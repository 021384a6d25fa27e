using System.Reflection;
using System.Text;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;

namespace CoordinatorBot.Cards.Tests.Text;

/// <summary>Every refusal as people read it. A change of <c>Data/refusals.approved.txt</c> is read before it is committed.</summary>
public sealed class RefusalTextTests
{
    private static readonly PersonId Someone = new(new Guid("0193f0c2-a7b5-7c3e-8d1f-2a3b4c5d6e7f"));
    private static readonly DateOnly Day = new(2026, 10, 9);
    private static readonly DateOnly Later = new(2026, 10, 12);

    private static readonly Refusal[] Samples =
    [
        new ExchangeUnknown(), new ExchangeExists(), new CoordinatorsOnly(), new NotYourExchange(Someone), new ExchangeIsCancelled(), new TooLateInStage(Stage.Underway),
        new TextOutOfRange("title", 120), new TextOutOfRange("theme", 1000), new TextOutOfRange("goal", 1000), new TextOutOfRange("change", 1000), new TextOutOfRange("city", 80),
        new TextOutOfRange("venue", 1000), new TextOutOfRange("question", 1000), new TextOutOfRange("session", 120),
        new SizeOutOfRange(900, 2, 60), new StartsInThePast(Day, Later), new StartsTooFarAhead(new DateOnly(2206, 10, 9), new DateOnly(2031, 10, 9)), new EndsBeforeItStarts(Later, Day),
        new TooManyDays(30, 14), new DeadlinesOutOfOrder(), new DeadlineInThePast(Day, Later), new TermsMissing(), new NothingToUndo(), new CannotUndoAnyMore(),
        new NothingToExport(), new SessionUnknown(), new SessionOutsideDates(4, 3), new SessionsOverlap(new AgendaItem(1, SessionKind.SiteTour, null, new TimeOnly(10, 30), 90)), new SessionLengthOutOfRange(2, 5, 720),
        new SessionPastMidnight(), new TooManySessions(60), new NoSessionBeside(true), new NoSessionBeside(false),
        new DelegationUnknown(), new CityTakesPart("Flint"), new TooManyCities(12), new CityHasCandidates("Flint", 1), new CityHasCandidates("Flint", 4),
        new RangeUpsideDown(Sector.Resident, new Domain.Delegations.Range(3, 1)), new MinimumsExceedSeats(8, 6), new MaximumsBelowSeats(4, 6), new MoreSeatedThanSeats(6, 4), new ExceedsSizeCap(36, 30),
        new AllNominatedAlready(), new CandidateUnknown(), new CandidateIsInvited(Someone), new NobodySeated(), new DoesNotFitPlan([new SeatsFree(1)]), new DoesNotFitPlan([new SeatsFree(1), new SectorsUnknown(2)]),
        new InvitationUnknown(), new NotYourInvitation(), new InvitationIsRecalled(), new RsvpDeadlinePassed(Day, Someone), new TermsChangedSince(), new SeatIsGiven(Someone), new NobodyToInvite(),
        new SeatIsTaken(Someone), new SeatUnknown(), new NotDecidedYet(), new NobodyToRemind(), new SeatIsSettled(), new RemindersOutOfRange(5, 1, 60), new OwnerStays(Someone), new NoCoordinator(Someone),
        new RosterIsFrozen("Flint"), new RosterIsOpen("Flint"), new ReasonMissing(), new DecidedAlready("Flint"), new NotProposed("Flint"), new NoChangeWaits(), new NobodyToTell(),
        new NoSubstituteProposed(), new SubstituteWithoutName(), new NothingToRecall(), new NotAReviewer(), new ScoreOutOfRange(9, 1, 5), new ReviewsThemselves(), new TooManyReviewers(12), new BothAreInvited(Someone, Someone), new NobodyToMerge(), new SaidTwice(), new LanguageUnknown("Spanish"), new GovernmentAboveShare(4, 3, 50), new ApartAndMustHave(), new NothingIsStuck(), new ChannelNotSubscribed(), new Busy(),
    ];

    [Fact]
    public void Every_refusal_reads_as_approved_in_three_languages()
    {
        var rendered = Rendered();
        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "refusals.approved.txt"));

        if (rendered == approved)
            return;
        var received = Path.Combine(AppContext.BaseDirectory, "refusals.received.txt");
        File.WriteAllText(received, rendered);
        Assert.Fail($"The refusals read otherwise than approved. Read {received}; where it is right, copy it to Data/refusals.approved.txt.");
    }

    [Fact]
    public void Every_refusal_of_the_domain_is_among_them()
    {
        var all = typeof(Refusal).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract);

        Assert.Empty(all.Except(Samples.Select(s => s.GetType())).Select(t => t.Name));
    }

    [Fact]
    public void Whoever_a_refusal_names_is_asked_for_before()
    {
        foreach (var refusal in Samples)
        {
            var named = refusal.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Count(p => p.PropertyType == typeof(PersonId));
            Assert.Equal(named, RefusalText.PeopleIn(refusal).Count());
        }
    }

    private static string Rendered()
    {
        var text = new StringBuilder();
        foreach (var refusal in Samples)
        {
            text.Append(refusal.GetType().Name).Append('\n');
            foreach (var language in Language.All)
                text.Append("  ").Append(language.Code).Append(": ").Append(RefusalText.Of(Texts.In(language), refusal, _ => "Nora Whitfield")).Append('\n');
        }

        return text.ToString();
    }
}
