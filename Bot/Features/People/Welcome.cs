using CoordinatorBot.Conversation;

namespace CoordinatorBot.Features.People;

/// <summary>The first thing the bot says: who it is, and why it writes.</summary>
public sealed class Welcome
{
    /// <summary>Greets a person, or a channel the bot was added to.</summary>
    public void Greet(Turn turn)
    {
        var texts = turn.Texts;
        var key = turn.Place.Kind is not PlaceKind.Personal ? "people.welcome-channel"
            : turn.Viewer.Standing is Domain.Standing.Coordinator ? "people.welcome-coordinator" : "people.welcome-guest";
        turn.Replies.Say(texts[key], [texts.WordOf("help")]);
    }
}
