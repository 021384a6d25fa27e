using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Ports;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Duties;

/// <summary>Carries out what the streams of one kind owe.</summary>
internal interface IDutyRunner
{
    /// <summary>The kind of stream.</summary>
    string Kind { get; }

    /// <summary>Looks at a stream, and claims, performs and records until nothing is owed that can be done now.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="listed">It was listed as due: if nothing is owed it is filed for when something will be.</param>
    /// <param name="stopping">Claims nothing more.</param>
    Task LookAsync(Guid stream, bool listed, CancellationToken stopping);

    /// <summary>Ends when nothing is under way any more.</summary>
    Task FinishAsync();
}

/// <inheritdoc cref="IDutyRunner"/>
/// <typeparam name="TState">The fold of the streams.</typeparam>
internal sealed class DutyRunner<TState>(
    StreamKind<TState> kind, StreamGate<TState> gate, DutyRecorder<TState> recorder, DutyStage<TState> stage, IAdmission<TState> admission,
    DutyPolicy policy, StreamSignals signals, TimeProvider time) : IDutyRunner
{
    public string Kind => kind.Name;

    public Task FinishAsync() => stage.FinishAsync();

    public async Task LookAsync(Guid stream, bool listed, CancellationToken stopping)
    {
        for (var acted = false; !stopping.IsCancellationRequested; acted = true)
        {
            var folded = await gate.ReadAsync(stream, stopping);
            var look = await SortAsync(stream, folded.State, stopping);
            foreach (var (duty, code) in look.Never)
                await recorder.RecordAsync(stream, duty, new Performed.Failed(code));
            if (look.Ready.Count == 0)
            {
                // While something is under way the due time stays: if the process dies now, somebody has to look.
                if (look.Never.Count == 0 && !look.UnderWay && (look.Waits || (listed && !acted)))
                    await gate.RefileAsync(stream, folded.Position, look.Next, stopping);
                return;
            }

            var (state, granted) = await recorder.ClaimAsync(stream, [.. look.Ready.Take(DutyDecisions.MostClaims)], stopping);
            if (granted.Count == 0)
                return;
            await stage.PerformAsync(stream, state, granted, () => LookAgain(stream), stopping);
        }
    }

    private async ValueTask<Look> SortAsync(Guid stream, TState state, CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        var wants = kind.Wants(state, now).ToList();
        var look = new Look();
        var waiting = new Dictionary<DutyKey, DateTimeOffset>();
        foreach (var duty in Agenda.Of(wants, kind.Ledger(state), policy, now).Owed)
        {
            if (stage.IsBusy(stream, duty.Want.To))
            {
                look.UnderWay = true;
                continue;
            }

            switch (await admission.AdmitAsync(new Performance<TState>(stream, state, duty), now, stopping))
            {
                case Admission.Wait { Until: var until } when until > now:
                    waiting[duty.Want.Key] = until;
                    break;
                case Admission.Never { Code: var code }:
                    look.Never.Add((duty, code));
                    break;
                default:
                    look.Ready.Add(duty);
                    break;
            }
        }

        look.Waits = waiting.Count > 0;
        var others = Agenda.Of(wants.Where(w => !waiting.ContainsKey(w.Key)), kind.Ledger(state), policy, now).Next;
        look.Next = waiting.Values.Select(u => (DateTimeOffset?)u).Append(others).Min();
        return look;
    }

    private void LookAgain(Guid stream) => signals.Tell(new StreamSignal(new StreamName(kind.Name, stream), time.GetUtcNow()));

    /// <summary>What one look found.</summary>
    private sealed class Look
    {
        public List<Duty> Ready { get; } = [];

        public List<(Duty Duty, string Code)> Never { get; } = [];

        /// <summary>Some are owed but have to wait before they are begun.</summary>
        public bool Waits { get; set; }

        /// <summary>Some are owed for a person for whom something else is under way here.</summary>
        public bool UnderWay { get; set; }

        /// <summary>When to look again.</summary>
        public DateTimeOffset? Next { get; set; }
    }
}
