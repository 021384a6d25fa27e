#nullable enable
namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>What channels can show, as far as choices need it. The numbers are those of the official SDK.</summary>
internal static class Channel
{
    /// <summary>The longest title, in characters, that fits on a button.</summary>
    public const int MaxActionTitleLength = 20;

    /// <summary>Whether a channel shows that many suggested actions.</summary>
    public static bool SupportsSuggestedActions(string? channelId, int count, string? conversationType) => channelId switch
    {
        "msteams" => count <= 3 && conversationType == "personal",
        "facebook" or "skype" => count <= 10,
        "line" => count <= 13,
        "kik" => count <= 20,
        "telegram" or "emulator" or "directline" or "directlinespeech" or "webchat" => count <= 100,
        _ => false,
    };

    /// <summary>Whether a channel shows that many buttons on a card.</summary>
    public static bool SupportsCardActions(string? channelId, int count) => channelId switch
    {
        "facebook" or "skype" => count <= 3,
        "msteams" => count <= 50,
        "line" => count <= 99,
        "slack" or "telegram" or "emulator" or "directline" or "directlinespeech" or "webchat" or "cortana" => count <= 100,
        _ => false,
    };
}
