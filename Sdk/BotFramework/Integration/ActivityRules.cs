#nullable enable
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>What an activity must have before anything is done with it: ids go into the paths of our own requests and the keys of our storage.</summary>
internal static class ActivityRules
{
    // Teams' ids stay under 500 characters; storage keys end not far above this.
    private const int LongestId = 1024;

    /// <summary>The first rule that is broken, in words for the log; null if none is.</summary>
    /// <exception cref="JsonException">A mention or Teams' data, which the turn will read, is of another shape.</exception>
    public static string? FirstBroken(Activity activity)
    {
        if (string.IsNullOrWhiteSpace(activity.Type)) return "The activity has no type.";
        if (!IsId(activity.ChannelId)) return "The activity has no channel id that can be used.";
        if (!IsId(activity.Conversation?.Id)) return "The activity has no conversation id that can be used.";
        if (!IsId(activity.Id ?? "none") || !IsId(activity.ReplyToId ?? "none")) return "The activity has an id that can't be used.";
        if (ServiceAddress.Read(activity.ServiceUrl) is null) return "The activity has no service URL that can be used.";
        if (!IsAccount(activity.From) || !IsAccount(activity.Recipient)) return "The activity has an account whose id can't be used.";
        if (activity.MembersAdded?.All(IsAccount) == false || activity.MembersRemoved?.All(IsAccount) == false) return "The activity has a member whose id can't be used.";
        _ = activity.GetMentions();
        if (activity is { ChannelId: Channels.Msteams, Type: ActivityTypes.ConversationUpdate or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete }) _ = activity.GetChannelData<TeamsChannelData>();
        return null;
    }

    private static bool IsAccount(ChannelAccount? account) => account?.Id is null || IsId(account.Id);

    private static bool IsId(string? id) => !string.IsNullOrWhiteSpace(id) && id.Length <= LongestId && id is not ("." or "..") && !HasControl(id);

    // U+0000 to U+001F, and U+007F to U+009F.
    private static bool HasControl(ReadOnlySpan<char> id) => id.ContainsAnyInRange('\0', '\u001f') || id.ContainsAnyInRange('\u007f', '\u009f');
}
