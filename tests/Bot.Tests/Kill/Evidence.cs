using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Edges.Storage;
using CoordinatorBot.Features.Delegations;
using CoordinatorBot.Features.Invitations;
using CoordinatorBot.Features.People;
using CoordinatorBot.Ports;
using CoordinatorBot.Streams;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoordinatorBot.Bot.Tests.Kill;

/// <summary>One exchange as the store has it.</summary>
internal sealed record Found(ExchangeState State, IReadOnlyList<Commit> Commits)
{
    public IEnumerable<Event> Events => Commits.SelectMany(c => c.Events);

    /// <summary>Invitations whose card doesn't show yet what it should, and that were not given up.</summary>
    public IEnumerable<Invitation> Behind(DateTimeOffset now)
    {
        var stuck = Agenda.Of(ExchangeStream.Kind.Wants(State, now), State.Ledger, DutyPolicy.Default, now).Stuck.Select(s => s.Want.Key).ToHashSet();
        return State.Invitations.Values.Where(i => State.Ledger[i.Card].Done < i.Revision && !stuck.Contains(i.Card));
    }
}

/// <summary>What the store has, read beside the bot or after it.</summary>
internal sealed class Evidence : IDisposable
{
    private readonly IHost _host;

    public Evidence(string store)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = Path.GetDirectoryName(store) });
        builder.Configuration["Coordinator:Storage:Path"] = store;
        builder.Services.AddStorage(builder.Configuration).AddStreams().AddStreamKind(ExchangeStream.Kind).AddPeople().AddDelegations().AddInvitations();
        builder.Services.AddSingleton<IDirectory, NoDirectory>();
        _host = builder.Build();
    }

    public InvitationViews Views => Of<InvitationViews>();

    public InvitationDocuments Words => Of<InvitationDocuments>();

    public PeopleRegister People => Of<PeopleRegister>();

    public async Task<IReadOnlyList<Found>> ExchangesAsync(CancellationToken cancellationToken)
    {
        var gate = Of<StreamGate<ExchangeState>>();
        var found = new List<Found>();
        foreach (var stream in await StreamsAsync(cancellationToken))
            found.Add(new Found((await gate.ReadAsync(stream, cancellationToken)).State, await gate.ReadCommitsAsync(stream, 0, cancellationToken)));
        return found;
    }

    /// <summary>Ends when no card of an invitation is owed by then, or under way.</summary>
    public async Task QuietAsync(TimeSpan ahead, TimeSpan most, CancellationToken cancellationToken)
    {
        var gate = Of<StreamGate<ExchangeState>>();
        var begun = TimeProvider.System.GetTimestamp();
        foreach (var stream in await StreamsAsync(cancellationToken))
        {
            while (Busy((await gate.ReadAsync(stream, cancellationToken)).State, TimeProvider.System.GetUtcNow() + ahead).ToList() is { Count: > 0 } busy)
            {
                Assert.True(TimeProvider.System.GetElapsedTime(begun) < most, $"Still to be done in {stream}:\n{string.Join('\n', busy)}");
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            }
        }
    }

    public void Dispose() => _host.Dispose();

    private static IEnumerable<string> Busy(ExchangeState state, DateTimeOffset now)
    {
        var owed = Agenda.Of(ExchangeStream.Kind.Wants(state, now), state.Ledger, DutyPolicy.Default, now).Owed.Select(d => d.Want.Key).ToHashSet();
        return from i in state.Invitations.Values
               let progress = state.Ledger[i.Card]
               where owed.Contains(i.Card) || progress.Started is not null
               select $"{i.Card} revision {i.Revision}, {progress}, owed: {owed.Contains(i.Card)}, now {now}";
    }

    private async Task<IEnumerable<Guid>> StreamsAsync(CancellationToken cancellationToken)
    {
        var page = await Of<IEventLog>().TouchedAsync(null, 10_000, cancellationToken);
        Assert.False(page.More);
        return page.Streams.Where(s => s.Kind == ExchangeStream.Kind.Name).Select(s => s.Id).Distinct();
    }

    private T Of<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    private sealed class NoDirectory : IDirectory
    {
        public ValueTask<DirectoryPerson?> FindByMailAsync(string mail, CancellationToken cancellationToken) => new((DirectoryPerson?)null);

        public ValueTask<DirectoryPerson?> FindByIdAsync(string aadObjectId, CancellationToken cancellationToken) => default;

        public ValueTask<DirectoryAnswer> SearchAsync(string text, int most, CancellationToken cancellationToken) => new(new DirectoryAnswer([]));
    }
}
