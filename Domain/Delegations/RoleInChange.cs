namespace CoordinatorBot.Domain.Delegations;

/// <summary>
/// What somebody can do for the change at home. Four roles, as the World Bank's guide "The Art of Knowledge Exchange" tells participants apart: a delegation
/// of one kind only learns a lot and moves little.
/// </summary>
public enum RoleInChange
{
    /// <summary>Holds authority: can decide, or have it decided.</summary>
    Leader,

    /// <summary>Is listened to: moves those who decide.</summary>
    Influencer,

    /// <summary>Brings people to one table who otherwise wouldn't sit there.</summary>
    Convener,

    /// <summary>Does the work that the change needs.</summary>
    KeyActor,
}
