using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Cards.Invitations;

/// <summary>The reminder: the invitation anew, with how many days are left, and a way to hear no more of it.</summary>
public static class ReminderCard
{
    /// <summary>Verb by which a delegate is not reminded any more, or again. Data: exchange, invitation, revision, muted, once.</summary>
    public const string MuteVerb = "invitation.mute";

    /// <summary>The card.</summary>
    /// <param name="view">The invitation.</param>
    /// <param name="texts">The delegate's language.</param>
    /// <param name="once">Tells one press of its button from that of a later card.</param>
    /// <param name="notice">What became of the last press; null for how many days are left.</param>
    public static AdaptiveCard For(InvitationView view, Texts texts, string once, string? notice = null)
    {
        var card = InvitationCard.For(view, texts, view.MayAnswer ? notice ?? Left(view, texts) : notice, changing: view.MayAnswer);
        if (view.MayAnswer)
            card.Actions.Add(Ui.Button(texts[view.Muted ? "reminder.unmute" : "reminder.mute"], MuteVerb, InvitationCard.Data(view).With("muted", view.Muted ? "false" : "true").With("once", once)));
        return card;
    }

    /// <summary>What a notification says.</summary>
    public static string Summary(InvitationView view, Texts texts) => texts.Say("reminder.summary", ("title", view.Design.Title));

    /// <summary>How many days are left, in words.</summary>
    internal static string Left(InvitationView view, Texts texts) =>
        view.Rsvp is { Answer: RsvpAnswer.Tentative } && view.Standing is InvitationStanding.Answered ? texts.Say("reminder.maybe", ("due", view.Due))
        : view.DaysLeft <= 0 ? texts["reminder.today"]
        : texts.Say("reminder.days", ("count", view.DaysLeft), ("due", view.Due));
}
