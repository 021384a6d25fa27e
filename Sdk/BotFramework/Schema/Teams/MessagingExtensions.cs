namespace Microsoft.Bot.Schema.Teams;

/// <summary>A link that was pasted.</summary>
public class AppBasedLinkQuery
{
    /// <summary>The link.</summary>
    public string Url { get; set; }

    /// <summary>State of a sign-in.</summary>
    public string State { get; set; }
}

/// <summary>A search.</summary>
public class MessagingExtensionQuery
{
    /// <summary>Which command of the manifest.</summary>
    public string CommandId { get; set; }

    /// <summary>What was typed.</summary>
    public IList<MessagingExtensionParameter> Parameters { get; set; }

    /// <summary>Which part of the results.</summary>
    public MessagingExtensionQueryOptions QueryOptions { get; set; }

    /// <summary>State of a sign-in or of settings.</summary>
    public string State { get; set; }
}

/// <summary>One parameter of a search.</summary>
public class MessagingExtensionParameter
{
    /// <summary>Its name.</summary>
    public string Name { get; set; }

    /// <summary>Its value; JSON.</summary>
    public object Value { get; set; }
}

/// <summary>Which part of the results of a search.</summary>
public class MessagingExtensionQueryOptions
{
    /// <summary>How many to leave out.</summary>
    public int? Skip { get; set; }

    /// <summary>How many at most.</summary>
    public int? Count { get; set; }
}

/// <summary>A command with input.</summary>
public class MessagingExtensionAction : TaskModuleRequest
{
    /// <summary>Which command of the manifest.</summary>
    public string CommandId { get; set; }

    /// <summary>message, compose or commandbox: where it was started.</summary>
    public string CommandContext { get; set; }

    /// <summary>edit or send, once a preview was shown.</summary>
    public string BotMessagePreviewAction { get; set; }

    /// <summary>The message that was previewed.</summary>
    public IList<Activity> BotActivityPreview { get; set; }

    /// <summary>State of a sign-in or of settings.</summary>
    public string State { get; set; }
}

/// <summary>The answer to a command with input.</summary>
public class MessagingExtensionActionResponse
{
    /// <summary>What comes next in the task module.</summary>
    [JsonConverter(typeof(AsItIs<TaskModuleResponseBase>))]
    public TaskModuleResponseBase Task { get; set; }

    /// <summary>What is put into the message.</summary>
    public MessagingExtensionResult ComposeExtension { get; set; }
}

/// <summary>The answer to a search.</summary>
public class MessagingExtensionResponse
{
    /// <summary>An answer with nothing set.</summary>
    public MessagingExtensionResponse() { }

    /// <summary>An answer with a result.</summary>
    public MessagingExtensionResponse(MessagingExtensionResult composeExtension = null) => ComposeExtension = composeExtension;

    /// <summary>The result.</summary>
    public MessagingExtensionResult ComposeExtension { get; set; }
}

/// <summary>What a messaging extension found or made.</summary>
public class MessagingExtensionResult
{
    /// <summary>A result with nothing set.</summary>
    public MessagingExtensionResult() { }

    /// <summary>A result with the members given.</summary>
    public MessagingExtensionResult(string attachmentLayout = null, string type = null, IList<MessagingExtensionAttachment> attachments = null, MessagingExtensionSuggestedAction suggestedActions = null, string text = null, Activity activityPreview = null)
        => (AttachmentLayout, Type, Attachments, SuggestedActions, Text, ActivityPreview) = (attachmentLayout, type, attachments, suggestedActions, text, activityPreview);

    /// <summary>list or grid.</summary>
    public string AttachmentLayout { get; set; }

    /// <summary>result, auth, config, message or botMessagePreview.</summary>
    public string Type { get; set; }

    /// <summary>The hits.</summary>
    public IList<MessagingExtensionAttachment> Attachments { get; set; }

    /// <summary>Buttons, for types auth and config.</summary>
    public MessagingExtensionSuggestedAction SuggestedActions { get; set; }

    /// <summary>Words, for type message.</summary>
    public string Text { get; set; }

    /// <summary>The message to preview, for type botMessagePreview.</summary>
    public Activity ActivityPreview { get; set; }
}

/// <summary>One hit: a card for the message, and a smaller one for the list.</summary>
public class MessagingExtensionAttachment : Attachment
{
    /// <summary>A hit with nothing set.</summary>
    public MessagingExtensionAttachment() { }

    /// <summary>A hit with the members given.</summary>
    public MessagingExtensionAttachment(string contentType = null, string contentUrl = null, object content = null, string name = null, string thumbnailUrl = null, Attachment preview = null)
        => (ContentType, ContentUrl, Content, Name, ThumbnailUrl, Preview) = (contentType, contentUrl, content, name, thumbnailUrl, preview);

    /// <summary>The card for the list.</summary>
    public Attachment Preview { get; set; }
}

/// <summary>Buttons of a messaging extension.</summary>
public class MessagingExtensionSuggestedAction
{
    /// <summary>The buttons.</summary>
    public IList<CardAction> Actions { get; set; }
}
