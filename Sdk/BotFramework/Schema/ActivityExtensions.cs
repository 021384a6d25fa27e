namespace Microsoft.Bot.Schema;

/// <summary>Mentions in a message.</summary>
public static class ActivityExtensions
{
    /// <summary>Takes the mention of the recipient, usually the bot, out of the text.</summary>
    /// <returns>The new text.</returns>
    public static string RemoveRecipientMention(this IMessageActivity activity) => activity.RemoveMentionText(activity.Recipient?.Id);

    /// <summary>Takes the mentions of an account out of the text.</summary>
    /// <returns>The new text.</returns>
    public static string RemoveMentionText(this IMessageActivity activity, string id)
    {
        if (activity.Text is null || id is null) return activity.Text;
        foreach (var mention in activity.GetMentions().Where(mention => mention.Mentioned?.Id == id))
        {
            var said = mention.Text ?? $"<at>{mention.Mentioned.Name}</at>";
            activity.Text = (said.Length == 0 ? activity.Text : activity.Text.Replace(said, string.Empty, StringComparison.OrdinalIgnoreCase)).Trim();
        }

        return activity.Text;
    }

    /// <summary>True if the recipient, usually the bot, is mentioned.</summary>
    public static bool MentionsRecipient(this IMessageActivity activity) => activity.MentionsId(activity.Recipient?.Id);

    /// <summary>True if the account is mentioned.</summary>
    public static bool MentionsId(this IMessageActivity activity, string id) => id is not null && activity.GetMentions().Any(mention => mention.Mentioned?.Id == id);
}
