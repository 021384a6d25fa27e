using CoordinatorBot.Domain.Duties;

namespace CoordinatorBot.Domain.Invitations;

/// <summary>Reminds a delegate that an answer is due, with the invitation anew.</summary>
/// <param name="Invitation">Their invitation.</param>
/// <param name="ByHand">Whether a coordinator asked for it.</param>
public sealed record RemindDelegate(InvitationId Invitation, bool ByHand) : Act;

/// <summary>Who is reminded to answer, and when.</summary>
public static class Reminders
{
    /// <summary>Nobody hears twice from the bot about the same answer within this time: the invitation counts, and each reminder.</summary>
    public static TimeSpan Apart { get; } = TimeSpan.FromHours(24);

    // Where the host city is; a person's own waking hours are minded when it is sent.
    private static readonly TimeOnly Hour = new(9, 0);

    /// <summary>The reminder a number of days before a last day to answer: a day that moves is counted down to anew.</summary>
    public static DutyKey KeyOf(InvitationId id, int days, DateOnly due) => new($"{Prefix(id)}-{days}d/{due:yyyy-MM-dd}");

    /// <summary>The reminders of an invitation, also those not yet due.</summary>
    internal static IEnumerable<Want> Wants(ExchangeState state, Invitation invitation)
    {
        if (state.AnswerDue(invitation) is not { } due || !state.OwesAnswer(invitation) || state.Muting.Mutes(invitation.Person))
            yield break;
        var zone = state.Exchange!.Terms!.Zone;
        var over = zone.EndOf(due);
        if (invitation.RemindedAt is { } asked)
            yield return new Want(new($"{Prefix(invitation.Id)}by-hand/{invitation.Reminders}"), 1, new RemindDelegate(invitation.Id, true), invitation.Person,
                asked, Earlier(asked + Apart, over), Urgency.AtOnce);
        // Who said maybe knows of it, and is asked once more, at last.
        var days = state.Exchange.Rules.RemindDays;
        var said = invitation.AnswerTo(state.Exchange.TermsRevision) is not null;
        for (var i = said ? Math.Max(0, days.Length - 1) : 0; i < days.Length; i++)
        {
            var from = zone.At(due.AddDays(-days[i]), Hour);
            // Overtaken by the next; and no use so soon after somebody was asked, or reminded by hand.
            if (from < state.AskedAt(invitation) + Apart || (invitation.RemindedAt is { } last && from < last + Apart && from > last - Apart))
                continue;
            var until = i + 1 < days.Length ? zone.At(due.AddDays(-days[i + 1]), Hour) : over;
            yield return new Want(KeyOf(invitation.Id, days[i], due), 1, new RemindDelegate(invitation.Id, false), invitation.Person, from, until, Urgency.Polite);
        }
    }

    /// <summary>When somebody last heard from the bot that an answer is asked for.</summary>
    public static DateTimeOffset LastHeard(ExchangeState state, Invitation invitation)
    {
        var last = state.AskedAt(invitation);
        var reminders = Prefix(invitation.Id);
        foreach (var (key, progress) in state.Ledger.Entries)
            if (progress.DoneAt > last && key.Value.StartsWith(reminders, StringComparison.Ordinal))
                last = progress.DoneAt.Value;
        return invitation.RemindedAt is { } asked && asked > last ? asked : last;
    }

    /// <summary>Whether somebody can be reminded now.</summary>
    public static bool MayRemind(ExchangeState state, Invitation invitation, DateTimeOffset now) =>
        state.OwesAnswer(invitation) && !state.Muting.Mutes(invitation.Person) && now >= LastHeard(state, invitation) + Apart
        && state.AnswerDue(invitation) is { } due && now < state.Exchange!.Terms!.Zone.EndOf(due);

    private static string Prefix(InvitationId id) => $"invitation/{id}/reminder/";

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
