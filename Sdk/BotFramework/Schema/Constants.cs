namespace Microsoft.Bot.Schema;

/// <summary>Types of activity that the protocol knows.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string ConversationUpdate = "conversationUpdate";
    public const string Typing = "typing";
    public const string EndOfConversation = "endOfConversation";
    public const string Event = "event";
    public const string Invoke = "invoke";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string InstallationUpdate = "installationUpdate";
    public const string MessageReaction = "messageReaction";
    public const string Trace = "trace";
    public const string Command = "command";
    public const string CommandResult = "commandResult";
}

/// <summary>Types of activity that a bot sends to its own adapter; they never reach a channel.</summary>
public static class ActivityTypesEx
{
    /// <summary>Wait before the next activity; the value is milliseconds.</summary>
    public const string Delay = "delay";

    /// <summary>What the HTTP response to an invoke shall be; the value is an <c>InvokeResponse</c>.</summary>
    public const string InvokeResponse = "invokeResponse";
}

/// <summary>Names of the events that turns outside of a request start from.</summary>
public static class ActivityEventNames
{
    public const string ContinueConversation = "ContinueConversation";
    public const string CreateConversation = "CreateConversation";
}

/// <summary>What a button does.</summary>
public static class ActionTypes
{
    public const string OpenUrl = "openUrl";
    public const string ImBack = "imBack";
    public const string PostBack = "postBack";
    public const string MessageBack = "messageBack";
}

/// <summary>How attachments are laid out.</summary>
public static class AttachmentLayoutTypes
{
    public const string List = "list";
    public const string Carousel = "carousel";
}

/// <summary>How replies travel.</summary>
public static class DeliveryModes
{
    /// <summary>Replies come back in the HTTP response instead of by the connector.</summary>
    public const string ExpectReplies = "expectReplies";
}

/// <summary>Whether the bot waits for an answer.</summary>
public static class InputHints
{
    public const string AcceptingInput = "acceptingInput";
    public const string IgnoringInput = "ignoringInput";
    public const string ExpectingInput = "expectingInput";
}

/// <summary>Roles of an account.</summary>
public static class RoleTypes
{
    public const string User = "user";
    public const string Bot = "bot";
}

/// <summary>How the text of a message is written.</summary>
public static class TextFormatTypes
{
    public const string Markdown = "markdown";
    public const string Plain = "plain";
    public const string Xml = "xml";
}
