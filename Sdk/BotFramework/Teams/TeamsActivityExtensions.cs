using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>What Teams adds to an activity.</summary>
public static class TeamsActivityExtensions
{
    /// <summary>Id of the channel the activity came from, or null.</summary>
    public static string TeamsGetChannelId(this IActivity activity) => Data(activity)?.Channel?.Id;

    /// <summary>Id of the channel that was chosen when the app was installed, or null.</summary>
    public static string TeamsGetSelectedChannelId(this IActivity activity) => Data(activity)?.Settings?.SelectedChannel?.Id;

    /// <summary>The team the activity came from, or null.</summary>
    public static TeamInfo TeamsGetTeamInfo(this IActivity activity) => Data(activity)?.Team;

    /// <summary>Has the message shown in the recipient's activity feed. Channel data that isn't a <see cref="TeamsChannelData"/> gives way.</summary>
    public static void TeamsNotifyUser(this IActivity activity)
    {
        var data = activity.ChannelData as TeamsChannelData ?? new TeamsChannelData();
        data.Notification = new NotificationInfo { Alert = true, AlertInMeeting = false };
        activity.ChannelData = data;
    }

    private static TeamsChannelData Data(IActivity activity) => activity.GetChannelData<TeamsChannelData>();
}
