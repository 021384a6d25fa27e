using System.Collections.Immutable;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;

using Range = CoordinatorBot.Domain.Delegations.Range;

namespace CoordinatorBot.Domain.Tests.Whole;

/// <summary>Commands of every kind that somebody might send: mostly plausible, now and then foreign, late or out of range.</summary>
internal static class RandomCommands
{
    private static readonly string[] Names = ["Ana", "Ben", "Cleo", "Dee", "Eli", "Fay", "Gus", "Hana", "Ivo", "Jo"];
    private static readonly string[] Cities = ["Detroit", "Flint", "St. Paul", "detroit"];

    /// <summary>What makes a command of each kind for an exchange.</summary>
    public static IReadOnlyDictionary<Type, Func<Random, ExchangeState, DateTimeOffset, Command>> ForExchange { get; } = new Dictionary<Type, Func<Random, ExchangeState, DateTimeOffset, Command>>
    {
        [typeof(CreateExchange)] = (r, _, _) => new CreateExchange(Ids.Exchange("Breathing Lights"), Text(r)),
        [typeof(ChangeDesign)] = (r, s, _) => new ChangeDesign(Design(r, s)),
        [typeof(SetTerms)] = (r, s, at) => new SetTerms(Terms(r, s, at)),
        [typeof(SetDeadlines)] = (r, s, at) => new SetDeadlines(Deadlines(r, s, at)),
        [typeof(AddCoordinator)] = (r, _, _) => new AddCoordinator(r.Next(2) == 0 ? Story.Colleague.Person!.Value : Person(r)),
        [typeof(RemoveCoordinator)] = (r, s, _) => new RemoveCoordinator(r.Next(5) == 0 ? Story.Owner.Person!.Value : s.Exchange is { Coordinators: { Count: > 0 } some } ? new PersonId(some[0]) : Person(r)),
        [typeof(SetAnswerRules)] = (r, _, _) => new SetAnswerRules(new AnswerRules([.. Many(r, 4, () => r.Next(6) == 0 ? r.Next(-3, 90) : r.Next(1, 20))], r.Next(2) == 0)),
        [typeof(ReachStage)] = (r, _, _) => new ReachStage(Pick(r, Enum.GetValues<Stage>())),
        [typeof(PutSession)] = (r, s, _) => new PutSession(r.Next(3) == 0 ? Session(r, s) : null, r.Next(4) == 0 ? Session(r, s) : FreshSession(r)),
        [typeof(RemoveSession)] = (r, s, _) => new RemoveSession(Session(r, s)),
        [typeof(MoveSession)] = (r, s, _) => new MoveSession(Session(r, s), r.Next(2) == 0),
        [typeof(ExportRoster)] = (r, s, _) => new ExportRoster(r.Next(2) == 0 ? null : Delegation(r, s), [.. Many(r, 4, () => (RosterColumn)r.Next(-1, 13))], r.Next(2) == 0),
        [typeof(TakeUsualSessions)] = (_, _, _) => new TakeUsualSessions(),
        [typeof(CancelExchange)] = (_, _, _) => new CancelExchange(),
        [typeof(UndoLast)] = (_, _, _) => new UndoLast(),
        [typeof(AddCity)] = (r, _, _) => Pick(r, Cities) is var city ? new AddCity(Ids.Delegation(r.Next(4) == 0 ? Pick(r, Cities) : city), city) : null!,
        [typeof(RemoveCity)] = (r, s, _) => new RemoveCity(Delegation(r, s)),
        [typeof(SetSeatPlan)] = (r, s, _) => Delegation(r, s) is var d ? new SetSeatPlan(d, Plan(r, s, d)) : null!,
        [typeof(NameLead)] = (r, s, _) => new NameLead(Delegation(r, s), r.Next(3) == 0 ? null : Story.Lead.Person),
        [typeof(NominateCandidates)] = (r, s, _) => new NominateCandidates(Delegation(r, s), [.. Many(r, 5, () => Nomination(r))]),
        [typeof(CorrectCandidate)] = (r, s, _) => Delegation(r, s) is var d ? new CorrectCandidate(d, Candidate(r, s, d), Pick(r, Sector.All), Organisation(r), Role(r), Language(r), Newcomer(r), r.Next(3)) : null!,
        [typeof(RankCandidates)] = (r, s, _) => Delegation(r, s) is var d ? new RankCandidates(d, [.. Many(r, 4, () => Candidate(r, s, d))]) : null!,
        [typeof(NameReviewers)] = (r, _, _) => new NameReviewers([.. Many(r, 4, () => Person(r))]),
        [typeof(GiveScores)] = (r, s, _) => Delegation(r, s) is var d ? new GiveScores([.. Many(r, 4, () => new GivenScore(Candidate(r, s, d), Pick<int?>(r, [null, 1, 3, 5, 5, r.Next(7)]), r.Next(5) == 0))]) : null!,
        [typeof(MergePeople)] = (r, _, _) => new MergePeople(Person(r), Person(r)),
        [typeof(KeepApart)] = (r, _, _) => new KeepApart(Person(r), Person(r)),
        [typeof(WithdrawCandidate)] = (r, s, _) => Delegation(r, s) is var d ? new WithdrawCandidate(d, Candidate(r, s, d)) : null!,
        [typeof(ChooseSeats)] = (r, s, _) => Delegation(r, s) is var d ? new ChooseSeats(d, [.. Many(r, 5, () => Candidate(r, s, d))], r.Next(3)) : null!,
        [typeof(ConfirmDelegation)] = (r, s, _) => new ConfirmDelegation(Delegation(r, s), r.Next(2) == 0, r.Next(3)),
        [typeof(SendInvitations)] = (r, s, _) => new SendInvitations([.. Many(r, 6, () => NewInvitation(r, s))], r.Next(4) > 0),
        [typeof(RecallInvitations)] = (r, s, _) => new RecallInvitations([.. Many(r, 2, () => Invitation(r, s))]),
        [typeof(AnswerInvitation)] = (r, s, _) => new AnswerInvitation(Invitation(r, s), Pick(r, Enum.GetValues<RsvpAnswer>()), (s.Exchange?.TermsRevision ?? 0) - (r.Next(8) == 0 ? 1 : 0), r.Next(3)),
        [typeof(AcceptSubstitute)] = (r, s, _) => new AcceptSubstitute(Proposed(r, s), Nomination(r), Ids.Invitation($"new {r.Next(100)}")),
        [typeof(PromoteAlternate)] = (r, s, _) => Delegation(r, s) is var d ? new PromoteAlternate(d, new SeatNumber(r.Next(0, 8)), Candidate(r, s, d), Ids.Invitation($"new {r.Next(100)}"), r.Next(2)) : null!,
        [typeof(LapseInvitations)] = (_, _, _) => new LapseInvitations(),
        [typeof(KeepSeat)] = (r, s, _) => new KeepSeat(Undecided(r, s)),
        [typeof(GiveSeatAway)] = (r, s, _) => new GiveSeatAway(Undecided(r, s), r.Next(2)),
        [typeof(RemindNow)] = (r, s, _) => new RemindNow([.. Many(r, 4, () => Invitation(r, s))]),
        [typeof(MuteReminders)] = (r, _, _) => new MuteReminders(r.Next(3) == 0 ? null : Person(r), r.Next(3) > 0),
        [typeof(ProposeDelegation)] = (r, s, _) => new ProposeDelegation(Delegation(r, s)),
        [typeof(SendBackDelegation)] = (r, s, _) => new SendBackDelegation(Delegation(r, s), r.Next(3)),
        [typeof(FreezeRoster)] = (r, s, _) => new FreezeRoster(Delegation(r, s)),
        [typeof(ChangeRoster)] = (r, s, _) => Delegation(r, s) is var d ? new ChangeRoster(d, [.. Many(r, 2, () => Candidate(r, s, d))], [.. Many(r, 2, () => Candidate(r, s, d))], r.Next(3)) : null!,
        [typeof(AnswerChange)] = (r, s, _) => Delegation(r, s) is var d ? new AnswerChange(d, s.Delegations.TryGetValue(d, out var known) && known.Requests.Count > 0 ? known.Requests.Keys.First() : 1, r.Next(2) == 0, r.Next(2)) : null!,
        [typeof(TellOthers)] = (r, s, _) => Delegation(r, s) is var d ? new TellOthers(d, [.. Many(r, 4, () => Candidate(r, s, d))], Pick(r, Enum.GetValues<Told>())) : null!,
        [typeof(ClaimDuties)] = (r, s, at) => Claims(r, ExchangeStream.Wants(s, at), s.Ledger, at),
        [typeof(RecordDuties)] = (r, s, _) => Outcomes(r, s.Ledger),
        [typeof(RetryDuties)] = (r, s, _) => new RetryDuties(r.Next(2) == 0 ? null : Key(r, s.Ledger)),
    };

    /// <summary>The same for a channel.</summary>
    public static IReadOnlyDictionary<Type, Func<Random, ChannelState, DateTimeOffset, Command>> ForChannel { get; } = new Dictionary<Type, Func<Random, ChannelState, DateTimeOffset, Command>>
    {
        [typeof(SubscribeChannel)] = (r, _, _) => new SubscribeChannel(new Cadence(Pick(r, Enum.GetValues<CadenceKind>()), new TimeOnly(r.Next(24), r.Next(60)), Zone(r), Pick(r, Enum.GetValues<DayOfWeek>()))),
        [typeof(UnsubscribeChannel)] = (_, _, _) => new UnsubscribeChannel(),
        [typeof(AskForDigest)] = (_, _, _) => new AskForDigest(),
        [typeof(ClaimDuties)] = (r, s, at) => Claims(r, ChannelStream.Wants(s, at), s.Ledger, at),
        [typeof(RecordDuties)] = (r, s, _) => Outcomes(r, s.Ledger),
        [typeof(RetryDuties)] = (r, s, _) => new RetryDuties(r.Next(2) == 0 ? null : Key(r, s.Ledger)),
    };

    /// <summary>Somebody who might send it: now and then the wrong person.</summary>
    public static Actor Sender(Random r, Command command, ExchangeState s) => r.Next(12) == 0
        ? Pick(r, [Story.Owner, Story.Colleague, Story.Lead, Story.Stranger, Actor.Bot, new Actor(Person(r), Standing.Guest)])
        : command switch
        {
            ReachStage or LapseInvitations or FreezeRoster or ClaimDuties or RecordDuties => Actor.Bot,
            AnswerInvitation a when s.Invitations.TryGetValue(a.Invitation, out var i) && r.Next(4) > 0 => new Actor(i.Person, Standing.Guest),
            NominateCandidates or WithdrawCandidate or ChooseSeats or ProposeDelegation or ChangeRoster or UndoLast => Pick(r, [Story.Owner, Story.Colleague, Story.Lead]),
            GiveScores when !s.Review.Reviewers.IsEmpty => new Actor(Pick(r, s.Review.Reviewers), Standing.Guest),
            CreateExchange or AddCoordinator or RemoveCoordinator => Story.Owner,
            _ => Pick(r, [Story.Owner, Story.Colleague]),
        };

    public static T Pick<T>(Random r, IReadOnlyList<T> from) => from[r.Next(from.Count)];

    private static IEnumerable<T> Many<T>(Random r, int most, Func<T> one) => Enumerable.Range(0, r.Next(most + 1)).Select(_ => one());

    private static string Text(Random r) => Pick(r, ["Breathing Lights", "", "  Gaining Traction  ", new string('x', 2000)]);

    private static PersonId Person(Random r) => Ids.Person(Pick(r, Names));

    private static OrganisationId? Organisation(Random r) => r.Next(3) == 0 ? null : Ids.Organisation(Pick(r, ["City", "Land Bank"]));

    private static RoleInChange? Role(Random r) => Pick(r, [null, .. Enum.GetValues<RoleInChange>().Cast<RoleInChange?>()]);

    private static string? Language(Random r) => Pick(r, [null, "en", "es", "pt"]);

    private static bool? Newcomer(Random r) => Pick<bool?>(r, [null, true, false]);

    private static Zone Zone(Random r) => Domain.Exchanges.Zone.TryParse(Pick(r, ["America/New_York", "Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe"]), out var zone) ? zone.Value : default;

    private static DelegationId Delegation(Random r, ExchangeState s) =>
        r.Next(15) > 0 && !s.DelegationOrder.IsEmpty ? Pick(r, s.DelegationOrder) : Ids.Delegation(Pick(r, Cities));

    private static CandidateId Candidate(Random r, ExchangeState s, DelegationId d) =>
        r.Next(15) > 0 && s.Delegations.TryGetValue(d, out var known) && !known.Candidates.IsEmpty ? Pick(r, [.. known.Candidates.Keys]) : Ids.Candidate(Pick(r, Names));

    private static InvitationId Invitation(Random r, ExchangeState s) =>
        r.Next(15) > 0 && !s.Invitations.IsEmpty ? Pick(r, [.. s.Invitations.Keys]) : Ids.Invitation("foreign");

    private static InvitationId Proposed(Random r, ExchangeState s) =>
        s.Invitations.Values.FirstOrDefault(i => i is { Recalled: false, Rsvp.Answer: RsvpAnswer.SubstituteProposed })?.Id ?? Invitation(r, s);

    private static InvitationId Undecided(Random r, ExchangeState s) => s.Invitations.Values.FirstOrDefault(s.IsUndecided)?.Id ?? Invitation(r, s);

    // Candidate and person are drawn apart, so that ids collide.
    private static Nomination Nomination(Random r)
    {
        var name = Pick(r, Names);
        return new Nomination(Ids.Candidate(r.Next(8) == 0 ? Pick(r, Names) : name + r.Next(3)), Ids.Person(name), Pick(r, [.. Sector.All, Sector.Unknown]), Organisation(r), Role(r), Language(r), Newcomer(r), r.Next(2));
    }

    private static NewInvitation NewInvitation(Random r, ExchangeState s)
    {
        var d = Delegation(r, s);
        return new NewInvitation(Ids.Invitation($"invitation {r.Next(60)}"), d, Candidate(r, s, d));
    }

    private static Design Design(Random r, ExchangeState s)
    {
        var design = s.Exchange?.Design ?? ExchangeDefaults.Design("Breathing Lights");
        return r.Next(5) switch
        {
            0 => design with { Title = Text(r) },
            1 => design with { SizeCap = Pick(r, [0, 12, 30, 60, 900]) },
            2 => design with { Theme = "Vacant land", LearningQuestions = ["What keeps a land bank going?"] },
            3 => design with { Format = Pick(r, Enum.GetValues<Format>()), Agenda = [] },
            _ => design with { Goal = Text(r), Change = Text(r) },
        };
    }

    private static AgendaItem Session(Random r, ExchangeState s) =>
        r.Next(10) > 0 && s.Exchange is { Design.Agenda: { IsEmpty: false } agenda } ? Pick(r, agenda) : FreshSession(r);

    private static AgendaItem FreshSession(Random r) => new(
        r.Next(0, 5), Pick(r, Enum.GetValues<SessionKind>()), r.Next(3) == 0 ? Text(r) : null,
        r.Next(5) == 0 ? null : new TimeOnly(r.Next(24), r.Next(4) * 15), Pick(r, [0, 45, 90, 720, int.MaxValue]));

    private static Terms Terms(Random r, ExchangeState s, DateTimeOffset at)
    {
        if (s.Exchange?.Terms is { } terms && r.Next(3) == 0)
            return terms with { Venue = Pick(r, ["City Hall", "Library", null]) };
        var starts = r.Next(20) switch
        {
            0 => DateOnly.MinValue,
            1 => DateOnly.MaxValue,
            _ => DateOnly.FromDateTime(at.UtcDateTime).AddDays(r.Next(-2, 200)),
        };
        var days = r.Next(10) == 0 ? r.Next(-3, 30) : r.Next(4);
        return new Terms("Albany", starts, starts.DayNumber + days is var last && last < 0 || last > DateOnly.MaxValue.DayNumber ? starts : starts.AddDays(days), Zone(r), null);
    }

    private static Deadlines Deadlines(Random r, ExchangeState s, DateTimeOffset at)
    {
        var today = DateOnly.FromDateTime(at.UtcDateTime);
        var now = s.Exchange?.Deadlines ?? new Deadlines(today, today, today, today);
        return r.Next(4) switch
        {
            0 => now with { RsvpDue = now.RosterFreeze },
            1 => now with { NominationsClose = DateOnly.MinValue },
            2 => new Deadlines(today, today, today.AddDays(r.Next(20)), today.AddDays(20)),
            _ => now with { RsvpDue = today.AddDays(r.Next(-3, 3)) },
        };
    }

    private static SeatPlan Plan(Random r, ExchangeState s, DelegationId d) => r.Next(7) switch
    {
        0 => SeatPlan.Default with { Seats = Pick(r, [0, 900, int.MaxValue]) },
        1 => SeatPlan.Default with { Sectors = [new(Sector.Policy, new Range(int.MaxValue, int.MaxValue)), new(Sector.Resident, new Range(1, int.MaxValue))] },
        2 => SeatPlan.Default with { Seats = r.Next(2, 12), Sectors = [], MustHave = [Candidate(r, s, d)] },
        3 => SeatPlan.Default with { Sectors = [new(Sector.Private, new Range(2, 1))] },
        4 => Given.FourSeats,
        5 => Wished(r, s, d, SeatPlan.Default with { Seats = r.Next(2, 12), Sectors = [] }),
        _ => SeatPlan.Default with { Seats = r.Next(2, 12), Sectors = [], MostFromOneOrganisation = r.Next(0, 4) },
    };

    // Some of the wishes that most plans leave open.
    private static SeatPlan Wished(Random r, ExchangeState s, DelegationId d, SeatPlan plan) => plan with
    {
        Roles = [.. Many(r, 2, () => new RoleMinimum(Pick(r, Enum.GetValues<RoleInChange>()), r.Next(0, 3)))],
        MostGovernment = Pick<int?>(r, [null, 50, 100, r.Next(-1, 103)]),
        Newcomers = r.Next(2) == 0 ? null : new Range(r.Next(3), r.Next(5)),
        Returners = r.Next(2) == 0 ? null : new Range(r.Next(3), r.Next(5)),
        Languages = [.. Many(r, 2, () => new LanguageMinimum(Pick(r, ["en", "es", "Spanish"]), r.Next(0, 3)))],
        Apart = [.. Many(r, 2, () => new Apart(Candidate(r, s, d), Candidate(r, s, d)))],
    };

    private static DutyKey Key(Random r, Ledger ledger) => ledger.Entries.IsEmpty ? new DutyKey("nothing/known") : Pick(r, [.. ledger.Entries.Keys]);

    private static ClaimDuties Claims(Random r, IEnumerable<Want> wants, Ledger ledger, DateTimeOffset at) =>
        new([.. Agenda.Of(wants, ledger, DutyPolicy.Default, at).Owed.Where(_ => r.Next(5) > 0)
            .Select(d => new DutyClaim(d.Want.Key, d.Want.Revision, r.Next(10) == 0 ? d.Attempt + 1 : d.Attempt)), new DutyClaim(new DutyKey("nothing/known"), 1, 1)]);

    private static RecordDuties Outcomes(Random r, Ledger ledger)
    {
        ImmutableArray<string> codes = [FailureCode.Unsure, FailureCode.Blocked, FailureCode.Unavailable, FailureCode.Fault, FailureCode.NotInstalled];
        return new([.. ledger.Entries.Where(e => e.Value.Started is not null || r.Next(20) == 0).Select(e => r.Next(3) > 0
            ? (Event)new DutyDone(e.Key, e.Value.Revision, "receipt")
            : new DutyFailed(e.Key, e.Value.Revision, e.Value.Attempts, Pick(r, codes)))]);
    }
}
