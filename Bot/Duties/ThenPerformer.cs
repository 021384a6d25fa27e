using System.Security.Cryptography;
using System.Text;

using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Duties;

/// <summary>Sends the stream the command whose time has come.</summary>
internal sealed class ThenPerformer<TState>(StreamGate<TState> gate, TimeProvider time) : Performer<TState, Then>
{
    protected override async ValueTask<Performed> PerformAsync(Then act, Performance<TState> performance, CancellationToken cancellationToken)
    {
        var command = new Envelope(IdOf(performance), Actor.Bot, Way.Duty, time.GetUtcNow(), act.Command);
        var answer = await gate.SendAsync(performance.Stream, command, cancellationToken);

        // Any other refusal is an answer too: the state has gone on, and the command doesn't act any more.
        return answer.Outcome.Refusal is Busy ? new Performed.Failed(FailureCode.Unavailable) : new Performed.Done();
    }

    // The same on every try, so that one whose outcome was lost is not carried out twice.
    private static CommandId IdOf(Performance<TState> performance)
    {
        var want = performance.Duty.Want;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"then/{performance.Stream:N}/{want.Key}/{want.Revision}"));
        return new CommandId(new Guid(hash.AsSpan(0, 16)));
    }
}
