using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>What a lead hears about their delegation in a message.</summary>
public enum LeadNews
{
    /// <summary>What they put forward was decided as it is.</summary>
    Approved,

    /// <summary>What they put forward was sent back, with a reason.</summary>
    SentBack,

    /// <summary>The change they asked for was made.</summary>
    ChangeApproved,

    /// <summary>The change they asked for was not made, with a reason.</summary>
    ChangeDeclined,
}

/// <summary>Tells a lead news about their delegation.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="News">What.</param>
/// <param name="Reason">Revision of the document that says why; 0 for none.</param>
public sealed record TellLead(DelegationId Delegation, LeadNews News, int Reason) : Act;

/// <summary>Tells somebody who was nominated and holds no seat how it stands.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Candidate">Who.</param>
/// <param name="Word">What.</param>
public sealed record TellCandidate(DelegationId Delegation, CandidateId Candidate, Told Word) : Act;

/// <summary>What the bot should bring about for delegations.</summary>
internal static class DelegationWants
{
    public static DutyKey TidingsOf(DelegationId id, LeadTidings t) => new($"delegation/{id}/lead/{t.News}/{t.Number}");

    public static DutyKey TellingOf(CandidateId id, Told word) => new($"candidate/{id}/told/{word}");

    public static IEnumerable<Want> Wants(ExchangeState state, DutyPolicy policy)
    {
        if (state.Exchange is not { Terms: { } terms, Deadlines: { } deadlines, Stage: <= Stage.Preparing })
            yield break;
        var over = terms.Zone.EndOf(terms.EndsOn);
        foreach (var d in state.Delegations.Values)
        {
            // The day is its revision: a freeze that moves on happens anew.
            if (d.Stage is DelegationStage.Confirmed)
                yield return new Want(new($"delegation/{d.Id}/freeze"), deadlines.RosterFreeze.DayNumber, new Then(new FreezeRoster(d.Id)), null, FreezesAt(terms, deadlines), null, Urgency.Soon);
            if (d.Lead is { } lead)
                foreach (var t in d.Tidings)
                    yield return new Want(TidingsOf(d.Id, t), 1, new TellLead(d.Id, t.News, t.Reason), lead, t.At + policy.MessageSettle, over, Urgency.Soon);
            foreach (var (candidate, (word, at)) in d.TellingOf)
                if (d.Candidates.TryGetValue(candidate, out var c) && d.SeatOf(candidate) is null && state.InvitationOf(candidate) is null)
                    yield return new Want(TellingOf(candidate, word), 1, new TellCandidate(d.Id, candidate, word), c.Person, at, over, Urgency.AtOnce);
        }
    }

    /// <summary>When a roster is frozen.</summary>
    public static DateTimeOffset FreezesAt(Terms terms, Deadlines deadlines) => terms.Zone.EndOf(deadlines.RosterFreeze);
}
