using System.Collections.Immutable;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;

namespace CoordinatorBot.Domain;

/// <summary>All that one exchange's stream says. Each feature owns its slice.</summary>
/// <param name="Exchange">The exchange; null before it is created.</param>
/// <param name="Delegations">Cities' delegations.</param>
/// <param name="DelegationOrder">Their order, as cities were added.</param>
/// <param name="Invitations">Invitations ever sent.</param>
/// <param name="Attention">What the owner is to be told about, of the newest day.</param>
/// <param name="History">What can be undone, the newest first.</param>
/// <param name="Ledger">What was tried and done.</param>
/// <param name="LastAt">When the newest commit was made.</param>
/// <param name="TermsSetAt">When the terms were last set.</param>
/// <param name="CancelledAt">When it was last called off.</param>
/// <param name="RestoredAt">When calling it off was last taken back.</param>
/// <param name="Cancellations">How often it was called off: each time people are told anew.</param>
public sealed record ExchangeState(
    Exchange? Exchange,
    ImmutableDictionary<DelegationId, Delegation> Delegations,
    ImmutableArray<DelegationId> DelegationOrder,
    ImmutableDictionary<InvitationId, Invitation> Invitations,
    Attention Attention,
    ImmutableArray<Undoable> History,
    Ledger Ledger,
    DateTimeOffset LastAt,
    DateTimeOffset TermsSetAt,
    DateTimeOffset CancelledAt,
    DateTimeOffset RestoredAt,
    int Cancellations)
{
    /// <summary>Whom the bot doesn't remind.</summary>
    public Muting Muting { get; init; } = Muting.None;

    /// <summary>Before the first event.</summary>
    public static ExchangeState Initial { get; } = new(
        null, ImmutableDictionary<DelegationId, Delegation>.Empty, [], ImmutableDictionary<InvitationId, Invitation>.Empty, Attention.None, [], Ledger.Empty, default, default, default, default, 0);

    /// <summary>Who reviews the nominees, and what they think.</summary>
    public Review Review { get; init; } = Review.None;

    /// <summary>Pairs of people who look alike and are not the same.</summary>
    public ImmutableHashSet<PersonPair> Apart { get; init; } = [];

    /// <summary>Delegations in the order their cities were added.</summary>
    public IEnumerable<Delegation> InOrder => DelegationOrder.Select(d => Delegations[d]);

    /// <summary>The invitation of a candidate that stands; null for none.</summary>
    public Invitation? InvitationOf(CandidateId candidate)
    {
        foreach (var invitation in Invitations.Values)
            if (invitation.Candidate == candidate && !invitation.Recalled)
                return invitation;
        return null;
    }

    /// <summary>
    /// Last day for an invited person to answer: the deadline for answers, or later where they were asked late, as an alternate or
    /// because the terms moved. Null while the exchange is a draft.
    /// </summary>
    public DateOnly? AnswerDue(Invitation invitation)
    {
        if (Exchange is not { Terms: { } terms, Deadlines: { } deadlines })
            return null;
        var late = terms.Zone.DateOf(AskedAt(invitation)).AddDays(ExchangeDefaults.DaysToAnswer);
        var latest = terms.StartsOn.AddDays(-1);
        late = late < latest ? late : latest;
        return late > deadlines.RsvpDue ? late : deadlines.RsvpDue;
    }

    /// <summary>When somebody was asked to answer the terms as they are.</summary>
    public DateTimeOffset AskedAt(Invitation invitation) => Exchange!.TermsRevision > invitation.SentTerms ? TermsSetAt : invitation.SentAt;

    /// <summary>Whether somebody holds the seat they were invited to, or another of the delegation.</summary>
    public bool HoldsSeat(Invitation invitation) => Delegations[invitation.Delegation].SeatOf(invitation.Candidate) is not null;

    /// <summary>
    /// Whether somebody still owes an answer to the terms as they are: nothing since they were asked, or a maybe. Who declined, lapsed or
    /// proposed somebody else owes none.
    /// </summary>
    public bool OwesAnswer(Invitation invitation) => !invitation.Recalled && !invitation.Lapsed && HoldsSeat(invitation)
        && invitation.AnswerTo(Exchange!.TermsRevision)?.Answer is null or RsvpAnswer.Tentative;

    /// <summary>Whether a coordinator has to decide about a seat: the last day to answer passed, and its holder is undecided, or was never reached.</summary>
    public bool IsUndecided(Invitation invitation) => OwesAnswer(invitation)
        && invitation.OverdueOn is { } overdue && overdue == AnswerDue(invitation) && invitation.KeptOn != overdue;
}

/// <summary>What happened on a day that the owner must hear of at once: a decline, a substitute, a message that could not be delivered.</summary>
/// <param name="Day">The day, UTC; one card a day.</param>
/// <param name="Count">How much happened on it.</param>
/// <param name="First">When the first of it happened that the owner was not shown yet.</param>
/// <param name="Last">When the last of it happened.</param>
public sealed record Attention(DateOnly Day, int Count, DateTimeOffset First, DateTimeOffset Last)
{
    /// <summary>Nothing yet.</summary>
    public static Attention None { get; } = new(default, 0, default, default);

    /// <summary>One thing more.</summary>
    /// <param name="at">When.</param>
    /// <param name="shown">Whether the owner has been shown all until now: then the card settles anew.</param>
    public Attention Also(DateTimeOffset at, bool shown)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return day == Day ? this with { Count = Count + 1, First = shown ? at : First, Last = at } : new Attention(day, 1, at, at);
    }
}

/// <summary>An act that its author can still undo: all that followed from one answer or one press.</summary>
/// <param name="Act">The act.</param>
/// <param name="Commands">The commands it consists of, the last first.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Steps">What it did, the last first.</param>
public sealed record Undoable(CommandId Act, ImmutableArray<CommandId> Commands, PersonId By, DateTimeOffset At, ImmutableArray<UndoStep> Steps)
{
    /// <summary>The events that undo it, in order.</summary>
    public ImmutableArray<Event> Inverse => [.. Steps.SelectMany(s => s.Inverse)];
}

/// <summary>One event that can be taken back.</summary>
/// <param name="Done">What happened.</param>
/// <param name="Inverse">The events that take it back, in order; at least one.</param>
public sealed record UndoStep(Event Done, ImmutableArray<Event> Inverse);
