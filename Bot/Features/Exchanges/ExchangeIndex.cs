using System.Collections.Immutable;

using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Ports;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>A nominee as searches know them.</summary>
/// <param name="Person">Who.</param>
/// <param name="City">The city that would send them.</param>
/// <param name="Sector">What they stand for there.</param>
/// <param name="Accepted">Whether they accepted an invitation that stands.</param>
public sealed record IndexedNominee(PersonId Person, string City, Sector Sector, bool Accepted);

/// <summary>An exchange as lists and searches know it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Title">Its title.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Owner">The coordinator who made it.</param>
/// <param name="Coordinators">All who coordinate it, the owner first.</param>
/// <param name="Concerned">Who else has to do with it: leads, reviewers, and people with an invitation that stands.</param>
/// <param name="Cities">The host city and those that take part, the host first.</param>
/// <param name="StartsOn">First day; null while it is a draft.</param>
/// <param name="ChangedAt">When something last happened in it.</param>
/// <param name="Nominees">Everybody nominated.</param>
public sealed record IndexedExchange(
    ExchangeId Id, string Title, Stage Stage, PersonId Owner, ImmutableArray<PersonId> Coordinators, ImmutableArray<PersonId> Concerned,
    ImmutableArray<string> Cities, DateOnly? StartsOn, DateTimeOffset ChangedAt, ImmutableArray<IndexedNominee> Nominees)
{
    /// <summary>Whether the delegations met, or are meeting.</summary>
    public bool HasBegun => Stage is Stage.Underway or Stage.FollowingUp or Stage.Closed;

    /// <summary>Whether this person coordinates it.</summary>
    public bool IsCoordinatedBy(PersonId person) => Coordinators.Contains(person);

    /// <summary>Whether it is neither over nor called off.</summary>
    public bool IsLive => Stage is not (Stage.Closed or Stage.Cancelled);
}

/// <summary>
/// Every exchange and who has to do with it, in memory. Each question first takes in what was touched since the last one, so the work is what
/// changed, not what is stored. It is disposable: nothing is decided on it, and what is shown in full is read from the stream itself.
/// </summary>
public sealed partial class ExchangeIndex(IEventLog log, StreamGate<ExchangeState> gate, ILogger<ExchangeIndex> logger) : IDisposable
{
    private const int PageSize = 500;

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<ExchangeId, IndexedExchange> _all = [];
    private readonly Dictionary<PersonId, HashSet<ExchangeId>> _byPerson = [];
    private string? _cursor;

    /// <summary>Every exchange, the last changed first.</summary>
    public ValueTask<IReadOnlyList<IndexedExchange>> AllAsync(CancellationToken cancellationToken) => AskAsync(() => _all.Values, cancellationToken);

    /// <summary>The exchanges a person coordinates, leads a delegation of or is invited to, the last changed first.</summary>
    public ValueTask<IReadOnlyList<IndexedExchange>> OfAsync(PersonId person, CancellationToken cancellationToken) =>
        AskAsync(() => _byPerson.TryGetValue(person, out var ids) ? ids.Select(id => _all[id]) : [], cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async ValueTask<IReadOnlyList<IndexedExchange>> AskAsync(Func<IEnumerable<IndexedExchange>> question, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await CatchUpAsync(cancellationToken);
            return [.. question().OrderByDescending(x => x.ChangedAt).ThenBy(x => x.Title, StringComparer.Ordinal)];
        }
        finally
        {
            _one.Release();
        }
    }

    private async ValueTask CatchUpAsync(CancellationToken cancellationToken)
    {
        TouchedPage page;
        do
        {
            page = await log.TouchedAsync(_cursor, PageSize, cancellationToken);
            foreach (var stream in page.Streams.Where(s => s.Kind == ExchangeStream.Kind.Name).Distinct())
                await TakeInAsync(stream, cancellationToken);
            _cursor = page.Cursor;
        }
        while (page.More);
    }

    private async ValueTask TakeInAsync(StreamName stream, CancellationToken cancellationToken)
    {
        try
        {
            if ((await gate.ReadAsync(stream.Id, cancellationToken)).State is { Exchange: { } x } state)
                Put(Indexed(state, x));
        }
        catch (StreamUnreadableException)
        {
            // One damaged exchange must not hide the others.
            Log.Unreadable(logger, stream.Id);
        }
    }

    private static IndexedExchange Indexed(ExchangeState state, Exchange x)
    {
        var leads = state.Delegations.Values.Where(d => d.Lead is not null).Select(d => d.Lead!.Value);
        var invited = state.Invitations.Values.Where(i => !i.Recalled).Select(i => i.Person);
        return new IndexedExchange(
            x.Id, x.Design.Title, x.Stage, x.Owner, [x.Owner, .. x.Coordinators.Select(PersonId.From)], [.. leads.Concat(invited).Concat(state.Review.Reviewers).Distinct()],
            [.. state.InOrder.Select(d => d.City).Prepend(x.Terms?.HostCity).OfType<string>()], x.Terms?.StartsOn, state.LastAt,
            [.. state.InOrder.SelectMany(d => d.Candidates.Values.Select(c => new IndexedNominee(c.Person, d.City, c.Sector, state.InvitationOf(c.Id) is { Rsvp.Answer: RsvpAnswer.Accepted })))]);
    }

    private void Put(IndexedExchange x)
    {
        if (_all.GetValueOrDefault(x.Id) is { } before)
            foreach (var person in before.Coordinators.Concat(before.Concerned))
                _byPerson.GetValueOrDefault(person)?.Remove(x.Id);
        _all[x.Id] = x;
        foreach (var person in x.Coordinators.Concat(x.Concerned))
        {
            if (!_byPerson.TryGetValue(person, out var ids))
                _byPerson.Add(person, ids = []);
            ids.Add(x.Id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Exchange {Exchange:N} can't be read and is left out of the lists.")]
        public static partial void Unreadable(ILogger logger, Guid exchange);
    }
}
