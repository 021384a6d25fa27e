using System.Collections.Immutable;

using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Where two became one person beside the exchange in which it was said.</summary>
/// <param name="Done">Titles of the exchanges that speak of one person now.</param>
/// <param name="Left">Titles of those that still speak of two.</param>
public sealed record MadeOne(ImmutableArray<string> Done, ImmutableArray<string> Left);

/// <summary>Makes two people one in an exchange, and in every other one in which whoever says so may.</summary>
public sealed class MakeOnePerson(DelegationDesk desk, NomineeWords words, ExchangeIndex index, StreamGate<ExchangeState> gate)
{
    /// <summary>Makes them one in an exchange; what was said of either stays.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="open">A delegation of the exchange.</param>
    /// <param name="kept">Who they are from now on.</param>
    /// <param name="merged">Who is merged into them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<(OpenDelegation Now, Refusal? Refusal)> InAsync(Turn turn, OpenDelegation open, PersonId kept, PersonId merged, CancellationToken cancellationToken)
    {
        open = await ShareWordsAsync(turn, open, kept, merged, cancellationToken);
        return await desk.SendAsync(turn, open, new MergePeople(kept, merged), $"merge/{open.Exchange.Id}", cancellationToken);
    }

    /// <summary>Makes them one in every other exchange that speaks of the merged; each decides for itself whether it can.</summary>
    public async ValueTask<MadeOne> ElsewhereAsync(Turn turn, OpenDelegation here, PersonId kept, PersonId merged, CancellationToken cancellationToken)
    {
        var (done, left) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        foreach (var x in await index.AllAsync(cancellationToken))
        {
            if (x.Id == here.Exchange.Id || !(x.Nominees.Any(n => n.Person == merged) || x.Concerned.Contains(merged)))
                continue;
            var state = (await gate.ReadAsync(x.Id.Value, cancellationToken)).State;
            if (!AlikePeople.IsIn(state, merged))
                continue;
            var open = new OpenDelegation(state, state.InOrder.First());
            var refused = DelegationDesk.WouldRefuse(turn, open, new MergePeople(kept, merged)) ?? (await InAsync(turn, open, kept, merged, cancellationToken)).Refusal;
            (refused is null ? done : left).Add(x.Title);
        }

        return new MadeOne(done.ToImmutable(), left.ToImmutable());
    }

    // Of two nominations to one delegation one will go: what was said of either is put to both before, so that it stays with whichever stays.
    private async ValueTask<OpenDelegation> ShareWordsAsync(Turn turn, OpenDelegation open, PersonId kept, PersonId merged, CancellationToken cancellationToken)
    {
        foreach (var d in open.State.InOrder)
        {
            var both = d.Candidates.Values.Where(c => c.Person == kept || c.Person == merged).OrderByDescending(c => c.Words).ToList();
            if (both is not [{ Words: > 0 } told, { Words: 0 } silent])
                continue;
            var revision = await words.PutAsync(silent.Id, await words.OfAsync(told, cancellationToken), 0, cancellationToken);
            (open, _) = await desk.SendAsync(turn, open, CorrectCandidate.Of(d.Id, silent) with { Words = revision }, $"words/{d.Id}", cancellationToken);
        }

        return open;
    }
}
