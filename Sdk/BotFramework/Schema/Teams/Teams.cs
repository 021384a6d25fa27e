namespace Microsoft.Bot.Schema.Teams;

/// <summary>What Teams adds to an activity.</summary>
public class TeamsChannelData
{
    /// <summary>The channel of the team.</summary>
    public ChannelInfo Channel { get; set; }

    /// <summary>What happened, e.g. teamMemberAdded or editMessage.</summary>
    public string EventType { get; set; }

    /// <summary>The team.</summary>
    public TeamInfo Team { get; set; }

    /// <summary>Whether the message is to be notified.</summary>
    public NotificationInfo Notification { get; set; }

    /// <summary>The tenant.</summary>
    public TenantInfo Tenant { get; set; }

    /// <summary>What was chosen when the app was installed.</summary>
    public TeamsChannelDataSettings Settings { get; set; }

    /// <summary>Members of the JSON object that have no property here; kept, and written back.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> AdditionalProperties { get; set; }
}

/// <summary>What was chosen when the app was installed in a team.</summary>
public class TeamsChannelDataSettings
{
    /// <summary>The channel the bot shall write to.</summary>
    public ChannelInfo SelectedChannel { get; set; }

    /// <summary>Members of the JSON object that have no property here; kept, and written back.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> AdditionalProperties { get; set; }
}

/// <summary>A channel of a team.</summary>
public class ChannelInfo
{
    /// <summary>A channel without an id.</summary>
    public ChannelInfo() { }

    /// <summary>A channel with the members given.</summary>
    public ChannelInfo(string id = null, string name = null) => (Id, Name) = (id, name);

    /// <summary>Its id, <c>19:…@thread.tacv2</c>.</summary>
    public string Id { get; set; }

    /// <summary>Its name; null for General.</summary>
    public string Name { get; set; }

    /// <summary>standard, shared or private.</summary>
    public string Type { get; set; }
}

/// <summary>A team, as an activity names it.</summary>
public class TeamInfo
{
    /// <summary>Its id, that of its General channel.</summary>
    public string Id { get; set; }

    /// <summary>Its name.</summary>
    public string Name { get; set; }

    /// <summary>Id of its group in Microsoft Entra ID.</summary>
    public string AadGroupId { get; set; }
}

/// <summary>A team, as the connector describes it.</summary>
public class TeamDetails
{
    /// <summary>Its id.</summary>
    public string Id { get; set; }

    /// <summary>Its name.</summary>
    public string Name { get; set; }

    /// <summary>Id of its group in Microsoft Entra ID.</summary>
    public string AadGroupId { get; set; }

    /// <summary>How many channels it has.</summary>
    public int ChannelCount { get; set; }

    /// <summary>How many members it has.</summary>
    public int MemberCount { get; set; }

    /// <summary>standard, sharedChannel or privateChannel.</summary>
    public string Type { get; set; }
}

/// <summary>A tenant of Microsoft Entra ID.</summary>
public class TenantInfo
{
    /// <summary>A tenant without an id.</summary>
    public TenantInfo() { }

    /// <summary>A tenant with an id.</summary>
    public TenantInfo(string id = null) => Id = id;

    /// <summary>Its id.</summary>
    public string Id { get; set; }
}

/// <summary>Whether a message is to be notified.</summary>
public class NotificationInfo
{
    /// <summary>True to show it in the activity feed.</summary>
    public bool? Alert { get; set; }

    /// <summary>True to show it in the meeting.</summary>
    public bool? AlertInMeeting { get; set; }

    /// <summary>What to open from a notification in a meeting.</summary>
    public string ExternalResourceUrl { get; set; }
}

/// <summary>A member, with what Teams knows of them.</summary>
public class TeamsChannelAccount : ChannelAccount
{
    /// <summary>The given name.</summary>
    public string GivenName { get; set; }

    /// <summary>The family name.</summary>
    public string Surname { get; set; }

    /// <summary>The mail address.</summary>
    public string Email { get; set; }

    /// <summary>The sign-in name.</summary>
    public string UserPrincipalName { get; set; }

    /// <summary>The tenant they belong to.</summary>
    public string TenantId { get; set; }

    /// <summary>user or guest; anonymous in meetings.</summary>
    public string UserRole { get; set; }

    // Some answers of the connector say objectId where others say aadObjectId; the official SDK writes both.
    [JsonInclude, JsonPropertyName("objectId")]
    internal string ObjectId { get => AadObjectId; set => AadObjectId ??= value; }
}

/// <summary>Some of the members of a conversation or team.</summary>
public class TeamsPagedMembersResult
{
    /// <summary>What to ask the next page with; null on the last one.</summary>
    public string ContinuationToken { get; set; }

    /// <summary>The members of this page.</summary>
    public IList<TeamsChannelAccount> Members { get; set; }
}

/// <summary>The channels of a team.</summary>
public class ConversationList
{
    /// <summary>The channels.</summary>
    public IList<ChannelInfo> Conversations { get; set; }
}
