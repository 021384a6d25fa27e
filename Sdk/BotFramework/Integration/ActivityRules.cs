#nullable enable
namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>What an activity must have before anything is done with it: ids go into the paths of our own requests and the keys of our storage.</summary>
internal static class ActivityRules
{
    // Teams' ids stay under 500 characters; storage keys and addresses end not far above this.
    private const int LongestId = 1024;
    private const int LongestAddress = 2048;

    // A channel has one address in a region, so the next activity nearly always comes from where the last one did.
    private static string? _lastAddress;

    /// <summary>The first rule that is broken, in words for the log; null if none is.</summary>
    public static string? FirstBroken(Activity activity)
    {
        if (string.IsNullOrWhiteSpace(activity.Type)) return "The activity has no type.";
        if (!IsId(activity.ChannelId)) return "The activity has no channel id that can be used.";
        if (!IsId(activity.Conversation?.Id)) return "The activity has no conversation id that can be used.";
        if (!IsId(activity.Id ?? "none") || !IsId(activity.ReplyToId ?? "none")) return "The activity has an id that can't be used.";
        if (!IsAddress(activity.ServiceUrl)) return "The activity has no service URL that can be used.";
        if (!IsAccount(activity.From) || !IsAccount(activity.Recipient)) return "The activity has an account whose id can't be used.";
        if (activity.MembersAdded?.All(IsAccount) == false || activity.MembersRemoved?.All(IsAccount) == false) return "The activity has a member whose id can't be used.";
        return null;
    }

    private static bool IsAccount(ChannelAccount? account) => account?.Id is null || IsId(account.Id);

    private static bool IsId(string? id) => !string.IsNullOrWhiteSpace(id) && id.Length <= LongestId && id is not ("." or "..") && !HasControl(id);

    // U+0000 to U+001F, and U+007F to U+009F.
    private static bool HasControl(ReadOnlySpan<char> id) => id.ContainsAnyInRange('\0', '\u001f') || id.ContainsAnyInRange('\u007f', '\u009f');

    private static bool IsAddress(string? address)
    {
        if (address is not { Length: <= LongestAddress }) return false;
        if (address == _lastAddress) return true;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0) return false;
        _lastAddress = address;
        return true;
    }
}
