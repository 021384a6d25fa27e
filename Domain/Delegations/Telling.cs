namespace CoordinatorBot.Domain.Delegations;

/// <summary>Who, nominated and without a seat, can be told how it stands.</summary>
public static class Telling
{
    /// <summary>Whether somebody can be told: no seat, no invitation, and not told the same, or the last word, before.</summary>
    public static bool MayTell(ExchangeState state, Delegation d, CandidateId candidate, Told word) =>
        d.Candidates.ContainsKey(candidate) && d.SeatOf(candidate) is null && state.Invitations.Values.All(i => i.Candidate != candidate)
        && (!d.TellingOf.TryGetValue(candidate, out var before) || (before.Word is Told.OnHold && word is Told.NotChosen));
}
