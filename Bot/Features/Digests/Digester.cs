using System.Collections.Immutable;

using CoordinatorBot.Cards.Digests;
using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.People;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Digests;

/// <summary>What a digest says, and up to where it has read.</summary>
/// <param name="View">What it says.</param>
/// <param name="ReadTo">Positions of the exchanges' streams it has read to.</param>
public sealed record Reading(DigestView View, ImmutableDictionary<ExchangeId, long> ReadTo);

/// <summary>Reads what changed in all exchanges since a channel's last digest.</summary>
public sealed class Digester(ExchangeIndex index, StreamGate<ExchangeState> gate, PeopleRegister people, DutyPolicy policy, TimeProvider time)
{
    /// <summary>Reads. An exchange is in it when something changed since, so a digest with nothing new is empty.</summary>
    /// <param name="period">The day of the occasion.</param>
    /// <param name="from">Where the last digest stopped reading.</param>
    /// <param name="chatLink">Opens a chat with the bot.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Reading> ReadAsync(DateOnly period, ImmutableDictionary<ExchangeId, long> from, Uri? chatLink, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var views = new List<ExchangeDigestView>();
        var readTo = from.ToBuilder();
        foreach (var indexed in await index.AllAsync(cancellationToken))
        {
            var folded = await gate.ReadAsync(indexed.Id.Value, cancellationToken);
            var after = from.GetValueOrDefault(indexed.Id);
            readTo[indexed.Id] = folded.Position;
            if (folded.Position <= after)
                continue;
            var digest = ExchangeDigest.Of(folded.State, await gate.ReadCommitsAsync(indexed.Id.Value, after, cancellationToken), policy, now);
            if (!digest.Changes.IsEmpty)
                views.Add(await ViewAsync(folded.State, digest, cancellationToken));
        }

        var urgentFirst = views.OrderByDescending(v => v.Digest.Blockers.Count(b => b.Urgent)).ThenBy(v => v.Title, StringComparer.CurrentCultureIgnoreCase);
        return new Reading(new DigestView(period, [.. urgentFirst], chatLink), readTo.ToImmutable());
    }

    private async ValueTask<ExchangeDigestView> ViewAsync(ExchangeState state, ExchangeDigest digest, CancellationToken cancellationToken)
    {
        var named = digest.Blockers.SelectMany(BlockerText.PeopleIn)
            .Concat(digest.Changes.OfType<Answered>().Select(a => a.Person)).Concat(digest.Changes.OfType<Withdrew>().Select(w => w.Person)).Concat(digest.Changes.OfType<DidNotAnswer>().Select(d => d.Person));
        var found = await people.FindAsync(named, cancellationToken);
        return new ExchangeDigestView(state, digest, found.ToImmutableDictionary(p => p.Key, p => p.Value.Name));
    }
}
