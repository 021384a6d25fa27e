using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoordinatorBot.Domain.Tests.Whole;

/// <summary>A state as text, to compare two and to see in what they differ.</summary>
internal static class StateText
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>All of it.</summary>
    public static string Of(ExchangeState s) => JsonSerializer.Serialize(new
    {
        s.Exchange,
        Delegations = s.InOrder.Select(Of),
        Invitations = s.Invitations.Values.OrderBy(i => i.Id.Value),
        Review = Of(s.Review),
        Apart = s.Apart.OrderBy(p => p.Lower.Value).ThenBy(p => p.Higher.Value),
        s.Attention,
        s.Muting,
        s.History,
        Ledger = s.Ledger.Entries.OrderBy(e => e.Key.Value, StringComparer.Ordinal).Select(e => new { e.Key, e.Value }),
        s.LastAt,
        s.TermsSetAt,
        s.CancelledAt,
        s.RestoredAt,
        s.Cancellations,
    }, Options);

    /// <summary>What a person sees of it: without counters, history and what was tried.</summary>
    public static string Visible(ExchangeState s) => JsonSerializer.Serialize(new
    {
        // Once somebody was invited the exchange is past Forming, also when that was undone.
        Exchange = s.Exchange! with { LastTermsRevision = 0, StageBefore = null, Stage = s.Exchange.Stage is Domain.Exchanges.Stage.Inviting ? Domain.Exchanges.Stage.Forming : s.Exchange.Stage },
        Delegations = s.InOrder.Select(d => Of(d with { LastRank = 0, Proposals = 0, LastReason = 0, LastRequest = 0, Tidings = [] })),
        Invitations = s.Invitations.Values.Where(i => !i.Recalled).OrderBy(i => i.Id.Value)
            .Select(i => new { i.Id, i.Person, i.Candidate, i.Delegation, i.SentTerms, i.Rsvp, Due = s.AnswerDue(i), i.Lapsed, i.GivenAway, Undecided = s.IsUndecided(i) }),
        Review = Of(s.Review),
        Apart = s.Apart.OrderBy(p => p.Lower.Value).ThenBy(p => p.Higher.Value),
        s.Muting,
    }, Options);

    private static object Of(Domain.Delegations.Review r) => new
    {
        r.Reviewers,
        Opinions = r.Opinions.OrderBy(o => o.Key.Value).Select(o => new { o.Key, Said = o.Value.OrderBy(p => p.Reviewer.Value) }),
    };

    private static object Of(Domain.Delegations.Delegation d) => new
    {
        d.Id,
        d.City,
        d.Lead,
        d.Stage,
        d.Plan,
        d.Seats,
        d.Sought,
        d.LastRank,
        d.Proposals,
        d.LastReason,
        d.LastRequest,
        Requests = d.Requests.Values,
        d.Tidings,
        Told = d.TellingOf.OrderBy(t => t.Key.Value).Select(t => new { t.Key, t.Value.Word, t.Value.At }),
        Candidates = d.Candidates.Values.OrderBy(c => c.Rank).ThenBy(c => c.Id.Value),
    };
}
