using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Invitations;

/// <summary>Folds what happens to invitations, and counts what their cards should show.</summary>
internal static class InvitationEvolution
{
    public static ExchangeState Apply(ExchangeState state, InvitationEvent happened, DateTimeOffset at)
    {
        if (happened is InvitationSent sent)
            return With(state, new Invitation(sent.Invitation, sent.Delegation, sent.Seat, sent.Candidate, sent.Person, false, null, 1, at, state.Exchange!.TermsRevision, at, at, 0));
        var unchanged = state.Invitations[happened.Invitation];
        // What only a coordinator sees doesn't change the delegate's card.
        var invitation = happened is ReminderAsked or AnswerOverdue or SeatKept ? unchanged : Changed(state, unchanged, at);
        return With(state, happened switch
        {
            InvitationRecalled => invitation with { Recalled = true, Epoch = invitation.Epoch + 1 },
            InvitationAnswered e => Answered(invitation, e, at),
            InvitationLapsed e => invitation with { LapsedAt = at, GivenAway = e.GivenAway, Missed = invitation.Missed + 1 },
            InvitationRevived => invitation with { LapsedAt = null, GivenAway = false },
            AnswerOverdue e => invitation with { OverdueOn = e.Due, KeptOn = null, Missed = invitation.Missed + 1 },
            SeatKept e => invitation with { KeptOn = e.Due },
            ReminderAsked => invitation with { Reminders = invitation.Reminders + 1, RemindedAt = at },
            _ => throw new System.Diagnostics.UnreachableException(),
        });
    }

    /// <summary>Whom the bot reminds.</summary>
    public static ExchangeState Apply(ExchangeState state, MutingEvent happened) =>
        state with { Muting = state.Muting.With(happened.Person, happened is RemindersMuted) };

    private static Invitation Answered(Invitation invitation, InvitationAnswered e, DateTimeOffset at)
    {
        var withdrawn = e.Answer is RsvpAnswer.Declined && (invitation.Rsvp?.Answer is RsvpAnswer.Accepted || invitation.WithdrewAt is not null);
        return invitation with
        {
            Rsvp = new Rsvp(e.Answer, e.TermsRevision, at, e.Words, e.RecordedBy),
            LastWords = Math.Max(invitation.LastWords, e.Words),
            LapsedAt = null,
            GivenAway = false,
            WithdrewAt = withdrawn ? invitation.WithdrewAt ?? at : null,
            Withdrawals = withdrawn && invitation.WithdrewAt is null ? invitation.Withdrawals + 1 : invitation.Withdrawals,
        };
    }

    /// <summary>A change of the exchange changes what every standing card should show.</summary>
    public static ExchangeState Repaint(ExchangeState state, Design? designBefore, Event happened, DateTimeOffset at)
    {
        if (happened is not (TermsSet or DesignChanged or DeadlinesSet or ExchangeCancelled or ExchangeRestored))
            return state;
        // How many may come in all is no delegate's business, and the agenda isn't on their cards.
        if (happened is DesignChanged { Design: var now } && designBefore is { } before && before with { SizeCap = now.SizeCap, Agenda = now.Agenda } == now)
            return state;
        foreach (var invitation in state.Invitations.Values)
            if (!invitation.Recalled)
                state = With(state, Changed(state, invitation, at));
        return state;
    }

    private static Invitation Changed(ExchangeState state, Invitation invitation, DateTimeOffset at)
    {
        var shown = state.Ledger[InvitationWants.CardOf(invitation.Id)].Done >= invitation.Revision;
        return invitation with { Revision = invitation.Revision + 1, FirstChange = shown ? at : invitation.FirstChange, LastChange = at };
    }

    private static ExchangeState With(ExchangeState state, Invitation invitation) =>
        state with { Invitations = state.Invitations.SetItem(invitation.Id, invitation) };
}
