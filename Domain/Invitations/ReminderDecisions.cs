using System.Collections.Immutable;

using CoordinatorBot.Domain.Access;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Invitations;

/// <summary>Decides who is reminded now, and who is not reminded any more.</summary>
internal static class ReminderDecisions
{
    public static Outcome Remind(ExchangeState state, ImmutableArray<InvitationId> ids, DateTimeOffset at)
    {
        var reminded = ids.Distinct().Where(id => state.Invitations.TryGetValue(id, out var i) && Reminders.MayRemind(state, i, at)).ToImmutableArray();
        return reminded.IsEmpty ? new NobodyToRemind() : Outcome.Accept([.. reminded.Select(id => new ReminderAsked(id))]);
    }

    public static Outcome Mute(ExchangeState state, Exchange x, Actor actor, MuteReminders mute)
    {
        var own = mute.Person is { } self && self == actor.Person;
        if (!own && Permission.ToCoordinate(x, actor) is { } refused)
            return refused;
        if (x.Stage > Stage.Preparing)
            return new TooLateInStage(x.Stage);
        if (mute.Person is { } person && state.Invitations.Values.All(i => i.Person != person))
            return new InvitationUnknown();
        if (state.Muting.With(mute.Person, mute.Muted) is var after && after.Everybody == state.Muting.Everybody && after.People.SetEquals(state.Muting.People))
            return Outcome.Accept();
        return mute.Muted ? new RemindersMuted(mute.Person) : new RemindersUnmuted(mute.Person);
    }
}
