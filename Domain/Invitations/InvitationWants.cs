using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Invitations;

/// <summary>Shows the invitation card to the delegate, in place after the first time.</summary>
/// <param name="Invitation">Which.</param>
public sealed record ShowInvitation(InvitationId Invitation) : Act;

/// <summary>What a delegate is told in a message of its own, since a card that changes up in the chat goes unseen.</summary>
public enum DelegateNews
{
    /// <summary>Place or dates moved: please answer again.</summary>
    TermsMoved,

    /// <summary>The exchange was called off.</summary>
    Cancelled,

    /// <summary>The exchange takes place after all.</summary>
    Restored,
}

/// <summary>Tells a delegate news about the exchange.</summary>
/// <param name="Invitation">Their invitation.</param>
/// <param name="News">What happened.</param>
public sealed record TellDelegate(InvitationId Invitation, DelegateNews News) : Act;

/// <summary>What the bot should bring about for invitations.</summary>
internal static class InvitationWants
{
    public static DutyKey CardOf(InvitationId id) => new($"invitation/{id}/card");

    /// <summary>The message that these terms are new.</summary>
    public static DutyKey TermsNewsOf(InvitationId id, int revision) => new($"invitation/{id}/terms/{revision}");

    public static IEnumerable<Want> Wants(ExchangeState state, DutyPolicy policy)
    {
        if (state.Exchange is not { Terms: { } terms } x)
            yield break;
        var over = terms.Zone.EndOf(terms.EndsOn);
        foreach (var invitation in state.Invitations.Values)
        {
            var shown = state.Ledger[CardOf(invitation.Id)].Done > 0;
            if (Card(x, invitation, shown, policy, over) is { } card)
                yield return card;
            if (shown && !invitation.Recalled && !invitation.Lapsed)
                foreach (var news in News(state, x, invitation, policy, over))
                    yield return news;
            if (shown && x.Stage <= Stage.Preparing)
                foreach (var reminder in Reminders.Wants(state, invitation))
                    yield return reminder;
        }
    }

    private static Want? Card(Exchange x, Invitation invitation, bool shown, DutyPolicy policy, DateTimeOffset over)
    {
        // What nobody has seen yet needn't be taken back: undo within the first moments costs nobody a message.
        if (!shown && (invitation.Recalled || x.Stage is Stage.Cancelled))
            return null;
        return shown
            ? Of(invitation, Settled(invitation.FirstChange, invitation.LastChange, policy), over, Urgency.Soon)
            : Of(invitation, invitation.SentAt, over, Urgency.AtOnce);
    }

    private static Want Of(Invitation invitation, DateTimeOffset from, DateTimeOffset until, Urgency urgency) =>
        new(CardOf(invitation.Id), invitation.Revision, new ShowInvitation(invitation.Id), invitation.Person, from, until, urgency);

    private static IEnumerable<Want> News(ExchangeState state, Exchange x, Invitation invitation, DutyPolicy policy, DateTimeOffset over)
    {
        Want Tell(DutyKey key, DelegateNews news, DateTimeOffset since) =>
            new(key, 1, new TellDelegate(invitation.Id, news), invitation.Person, since + policy.MessageSettle, over, Urgency.AtOnce);

        var cancelled = new DutyKey($"invitation/{invitation.Id}/cancelled/{state.Cancellations}");
        if (x.Stage is Stage.Cancelled)
        {
            yield return Tell(cancelled, DelegateNews.Cancelled, state.CancelledAt);
            yield break;
        }

        // Only who may have read that it was called off need hear that it wasn't.
        if (state.Cancellations > 0 && state.Ledger[cancelled] is { Done: > 0 } or { Unsure: > 0 } or { Started: not null })
            yield return Tell(new($"invitation/{invitation.Id}/restored/{state.Cancellations}"), DelegateNews.Restored, state.RestoredAt);
        // A move undone within the settling time gives the terms their old revision again: nothing to tell.
        if (x.TermsRevision > invitation.SentTerms)
            yield return Tell(TermsNewsOf(invitation.Id, x.TermsRevision), DelegateNews.TermsMoved, state.TermsSetAt);
    }

    /// <summary>When a change may be shown: a while after the last, at most three times as long after the first.</summary>
    internal static DateTimeOffset Settled(DateTimeOffset first, DateTimeOffset last, DutyPolicy policy)
    {
        var quiet = last + policy.MessageSettle;
        var most = first + (3 * policy.MessageSettle);
        return quiet < most ? quiet : most;
    }
}
