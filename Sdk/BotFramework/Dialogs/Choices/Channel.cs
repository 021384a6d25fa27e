#nullable enable
using Microsoft.Bot.Connector;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>What channels can show, as far as choices need it. The numbers are those of the official SDK.</summary>
internal static class Channel
{
    /// <summary>The longest title, in characters, that fits on a button.</summary>
    public const int MaxActionTitleLength = 20;

    /// <summary>Whether a channel shows that many suggested actions.</summary>
    public static bool SupportsSuggestedActions(string? channelId, int count, string? conversationType) => channelId switch
    {
        Channels.Msteams => count <= 3 && conversationType == "personal",
        Channels.Facebook or Channels.Skype => count <= 10,
        Channels.Line => count <= 13,
        Channels.Kik => count <= 20,
        Channels.Telegram or Channels.Emulator or Channels.Directline or Channels.DirectlineSpeech or Channels.Webchat => count <= 100,
        _ => false,
    };

    /// <summary>Whether a channel shows that many buttons on a card.</summary>
    public static bool SupportsCardActions(string? channelId, int count) => channelId switch
    {
        Channels.Facebook or Channels.Skype => count <= 3,
        Channels.Msteams => count <= 50,
        Channels.Line => count <= 99,
        Channels.Slack or Channels.Telegram or Channels.Emulator or Channels.Directline or Channels.DirectlineSpeech or Channels.Webchat or "cortana" => count <= 100,
        _ => false,
    };
}
