namespace AdaptiveCards;

/// <summary>How a host asks the bot for the newest state of a card. Schema 1.4.</summary>
public class AdaptiveRefresh : IJsonWritable
{
    /// <summary>What the host sends, by itself when someone of <see cref="UserIds"/> sees the card, or when asked to by hand.</summary>
    public AdaptiveExecuteAction? Action { get; set; }

    /// <summary>
    /// The ids of those who get their own view without asking; in Teams at most 60. Empty, the default, is written as an empty list:
    /// nobody. Null is left out: the host decides, in Teams everybody of a chat that isn't too large.
    /// </summary>
    public List<string>? UserIds { get; set; } = [];

    /// <summary>From when on the host should ask again. Schema 1.6.</summary>
    public DateTime? Expires { get; set; }

    void IJsonWritable.Write(Utf8JsonWriter writer) => writer.Start()
        .Object("action"u8, Action)
        .Data("userIds"u8, UserIds)
        .Data("expires"u8, Expires)
        .End();
}
