using System.Collections.Immutable;

using AdaptiveCards;

namespace CoordinatorBot.Conversation;

/// <summary>What the bot says in a turn: a text with suggestions, or a card by itself (Teams splits text and card, and loses the id).</summary>
public abstract record Reply
{
    /// <summary>Plain text: names in it are shown as they are, not read as Markdown.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Suggestions">What the person might say next, as buttons.</param>
    public sealed record Words(string Text, ImmutableArray<string> Suggestions) : Reply;

    /// <summary>A card.</summary>
    /// <param name="Card">The card.</param>
    /// <param name="Summary">What the notification and a screen reader say.</param>
    public sealed record Shown(AdaptiveCard Card, string Summary) : Reply;
}

/// <summary>The replies of a turn, in order. A turn that has to run again, because its dialog's state changed meanwhile, starts with none.</summary>
public sealed class Replies
{
    private readonly List<Reply> _all = [];

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<Reply> All => _all;

    /// <summary>Says a text.</summary>
    public void Say(string text, params ImmutableArray<string> suggestions) => _all.Add(new Reply.Words(text, suggestions));

    /// <summary>Shows a card.</summary>
    public void Show(AdaptiveCard card, string summary) => _all.Add(new Reply.Shown(card, summary));
}
