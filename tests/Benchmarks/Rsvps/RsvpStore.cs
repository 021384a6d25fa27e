using System.Globalization;

using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Edges.Storage;
using CoordinatorBot.Features.People;
using CoordinatorBot.Ports;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Benchmarks;

/// <summary>Somebody's invitation that waits for an answer.</summary>
internal sealed record Waiting(Guid Exchange, Guid Invitation, int Person);

/// <summary>A store with people who were invited: made before the bot starts, read after it.</summary>
internal sealed class RsvpStore : IDisposable
{
    public const int People = 100;

    private readonly string _folder = Directory.CreateTempSubdirectory("coordinator-benchmark-").FullName;
    private readonly IHost _host;
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    public RsvpStore()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = _folder });
        builder.Configuration[StorageOptions.Section + ":Path"] = File;
        builder.Services.AddStorage(builder.Configuration).AddStreams().AddStreamKind(ExchangeStream.Kind).AddPeople();
        builder.Services.AddSingleton<IDirectory, NoDirectory>();
        _host = builder.Build();
    }

    public string File => Path.Combine(_folder, "coordinator.db");

    private StreamGate<ExchangeState> Gate => _host.Services.GetRequiredService<StreamGate<ExchangeState>>();

    /// <summary>Entra id of the n-th person.</summary>
    public static string TeamsIdOf(int person) => Id(person).ToString();

    /// <summary>Makes an exchange in which each of these people is invited, and has the card.</summary>
    public async Task<IReadOnlyList<Waiting>> InviteAsync(int exchange, IEnumerable<int> people)
    {
        var register = _host.Services.GetRequiredService<PeopleRegister>();
        var id = new ExchangeId(Id(1_000_000 + exchange));
        var start = DateOnly.FromDateTime(_now.UtcDateTime).AddDays(112);
        if (!Zone.TryParse("America/New_York", out var zone))
            throw new InvalidOperationException("The machine has no zones.");
        await SendAsync(id, new CreateExchange(id, "Creative reuse of vacant land"));
        await SendAsync(id, new ChangeDesign(ExchangeDefaults.Design("Creative reuse of vacant land") with { SizeCap = ExchangeDefaults.SizeRange.Max }));
        await SendAsync(id, new SetTerms(new Terms("Albany", start, start.AddDays(2), zone.Value, null)));
        var waiting = new List<Waiting>();
        foreach (var (city, group) in people.Chunk(20).Index())
        {
            var delegation = new DelegationId(Id(2_000_000 + (exchange * 100) + city));
            await SendAsync(id, new AddCity(delegation, "City " + city.ToString(CultureInfo.InvariantCulture)));
            await SendAsync(id, new SetSeatPlan(delegation, new SeatPlan(Math.Max(2, group.Length), [], Math.Max(2, group.Length), [])));
            var nominations = new List<Nomination>();
            foreach (var person in group)
            {
                var known = await register.OfTeamsAsync(TeamsIdOf(person), "Delegate " + person.ToString(CultureInfo.InvariantCulture), "en", "America/Detroit", default);
                nominations.Add(new Nomination(new CandidateId(Id(Number(exchange, person))), known.Id, Sector.Resident, null));
            }

            await SendAsync(id, new NominateCandidates(delegation, [.. nominations]));
            await SendAsync(id, new SendInvitations([.. nominations.Select(n => new NewInvitation(new InvitationId(n.Candidate.Value), delegation, n.Candidate))], true));
            waiting.AddRange(group.Select(p => new Waiting(id.Value, Id(Number(exchange, p)), p)));
        }

        var shown = (await Gate.ReadAsync(id.Value, default)).State.Invitations.Values.Select(i => (Event)new DutyDone(i.Card, i.Revision, "1"));
        await SendAsync(id, new RecordDuties([.. shown]), Actor.Bot);
        return waiting;
    }

    /// <summary>How many answers an exchange has stored.</summary>
    public async Task<int> AnswersAsync(Guid exchange) =>
        (await Gate.ReadCommitsAsync(exchange, 0, default)).SelectMany(c => c.Events).OfType<InvitationAnswered>().Count();

    public void Dispose()
    {
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task SendAsync(ExchangeId id, Command command, Actor? by = null)
    {
        var coordinator = new Actor(new PersonId(Id(0)), Standing.Coordinator);
        var answer = await Gate.SendAsync(id.Value, new Envelope(new CommandId(Guid.CreateVersion7(_now)), by ?? coordinator, Way.Chat, _now, command), default);
        if (answer.Outcome.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.ToString());
    }

    private static int Number(int exchange, int person) => 10_000_000 + (exchange * 1000) + person;

    private static Guid Id(int number) => new(number, 1, 1, new byte[8]);

    private sealed class NoDirectory : IDirectory
    {
        public ValueTask<DirectoryPerson?> FindByMailAsync(string mail, CancellationToken cancellationToken) => new((DirectoryPerson?)null);

        public ValueTask<DirectoryPerson?> FindByIdAsync(string aadObjectId, CancellationToken cancellationToken) => default;

        public ValueTask<DirectoryAnswer> SearchAsync(string text, int most, CancellationToken cancellationToken) => new(new DirectoryAnswer([]));
    }
}
