using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Tests.Whole;

/// <summary>
/// Data/events-v1.json holds commits as version 1 stored them, one event of each kind at least. It is never written again: a new kind of
/// event gets a line of its own, a new version a file of its own.
/// </summary>
public sealed class StoredEventsTests
{
    private static string File => Path.Combine(AppContext.BaseDirectory, "Data", "events-v1.json");

    internal static IReadOnlyList<Commit> Stored() => [.. System.IO.File.ReadLines(File).Where(l => l.Length > 0).Select(l => CommitJson.Read(System.Text.Encoding.UTF8.GetBytes(l)))];

    [Fact]
    public void Every_kind_of_event_has_a_stored_one()
    {
        var kinds = typeof(Event).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(Event)) && !t.IsAbstract).Select(t => t.Name).Order();
        Assert.Equal(kinds, Stored().SelectMany(c => c.Events).Select(e => e.GetType().Name).Distinct().Order());
    }

    [Fact]
    public void Every_member_of_every_kind_has_a_stored_value()
    {
        var stored = System.IO.File.ReadLines(File).Where(l => l.Length > 0).SelectMany(l => JsonDocument.Parse(l).RootElement.GetProperty("events").EnumerateArray()).ToLookup(e => e.GetProperty("is").GetString());
        var missing = typeof(Event).GetCustomAttributes<JsonDerivedTypeAttribute>()
            .SelectMany(kind => MembersOf(kind.DerivedType).Where(m => !stored[(string)kind.TypeDiscriminator!].Any(e => e.TryGetProperty(m, out _))).Select(m => $"{kind.DerivedType.Name}.{m}"))
            .Concat(MembersOf(typeof(SeatPlan)).Where(m => !stored["delegation.plan-set.v1"].Any(e => e.GetProperty("plan").TryGetProperty(m, out _))).Select(m => $"SeatPlan.{m}"));

        Assert.Equal([], missing);
    }

    private static IEnumerable<string> MembersOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.SetMethod is not null && p.GetCustomAttribute<JsonIgnoreAttribute>() is null).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));

    [Fact]
    public void What_version_1_stored_reads_as_it_was_meant()
    {
        var events = Stored().SelectMany(c => c.Events).ToList();

        Assert.Equal("Breathing Lights", events.OfType<ExchangeCreated>().First().Design.Title);
        Assert.Equal(Given.Albany, events.OfType<TermsSet>().First().Terms);
        Assert.Equal(Given.FourSeats, events.OfType<SeatPlanSet>().First().Plan);
        Assert.Equal(Sector.Policy, events.OfType<CandidateNominated>().First().Candidate.Sector);
        Assert.Equal((null, null, null, 0), FactsOf(events.OfType<CandidateNominated>().First().Candidate));
        Assert.Equal((RoleInChange.Convener, "es", true, 2), FactsOf(events.OfType<CandidateCorrected>().Last().Candidate));
        Assert.Equal(5, events.OfType<SeatsChosen>().Single().Reason);
        Assert.Equal(
            new SeatPlan(4, [new(Sector.Policy, new(1, 2))], 2, [Ids.Candidate("Ana")])
            {
                Roles = [new(RoleInChange.Convener, 1)],
                MostGovernment = 50,
                Newcomers = new Domain.Delegations.Range(1, 2),
                Returners = new Domain.Delegations.Range(0, 3),
                Languages = [new("es", 1)],
                Apart = [new(Ids.Candidate("Ana"), Ids.Candidate("Ben"))],
            },
            events.OfType<SeatPlanSet>().Last().Plan);
        var confirmed = events.OfType<DelegationConfirmed>().Last();
        Assert.Equal([new Sought(new SeatNumber(1), Sector.Policy, RoleInChange.Leader), new Sought(new SeatNumber(2), Sector.Resident)], confirmed.Sought!.Value);
        Assert.Equal((new DecidedBalance(4, 4, 1, 2), 6), (confirmed.Balance, confirmed.Reason));
        Assert.Equal(Ids.Person("Ana"), events.OfType<InvitationSent>().First().Person);
        Assert.Equal(RsvpAnswer.Accepted, events.OfType<InvitationAnswered>().First().Answer);
        Assert.Equal(FailureCode.Blocked, events.OfType<DutyFailed>().First().Code);
        Assert.Equal(new TimeOnly(8, 0), events.OfType<ChannelSubscribed>().First().Cadence.At);
    }

    private static (RoleInChange? Role, string? Language, bool? Newcomer, int Words) FactsOf(Candidate candidate) =>
        (candidate.Role, candidate.Language, candidate.Newcomer, candidate.Words);

    [Fact]
    public void The_stored_exchange_folds_to_its_delegation()
    {
        var state = Stored().Where(c => c.Events.All(e => e is not ChannelEvent)).Aggregate(ExchangeState.Initial, Evolution.Evolve);

        Assert.Equal(Stage.Preparing, state.Exchange!.Stage);
        Assert.Equal(4, state.Delegations[Ids.Delegation("Detroit")].Seats.Length);
    }

    [Fact]
    public void A_member_of_a_later_version_is_passed_over()
    {
        var line = System.IO.File.ReadLines(File).First().Replace("\"is\":\"exchange.created.v1\"", "\"is\":\"exchange.created.v1\",\"later\":{\"a\":1}", StringComparison.Ordinal);
        Assert.IsType<ExchangeCreated>(CommitJson.Read(System.Text.Encoding.UTF8.GetBytes(line)).Events[0]);
    }

    [Fact]
    public void An_event_nobody_knows_is_an_error_and_not_silence()
    {
        var line = System.IO.File.ReadLines(File).First().Replace("exchange.created.v1", "exchange.created.v9", StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => CommitJson.Read(System.Text.Encoding.UTF8.GetBytes(line)));
    }
}
