using System.Security.Cryptography;
using System.Text;

namespace CoordinatorBot.Simulator;

/// <summary>How somebody belongs to the simulated organisation.</summary>
internal enum Membership
{
    /// <summary>Of the home tenant: in the directory, has the app.</summary>
    Member,

    /// <summary>Invited into the home tenant: in the directory, hasn't the app.</summary>
    Guest,

    /// <summary>Of another tenant: not in the directory, hasn't the app.</summary>
    External,
}

/// <summary>Somebody who can be played.</summary>
/// <param name="Id">A short name for addresses of the page, such as <c>nora-whitfield</c>.</param>
/// <param name="Name">As shown to others.</param>
/// <param name="Mail">The mail address; unique.</param>
/// <param name="Hint">A reminder for who plays of the part this person has; unknown to the bot.</param>
/// <param name="Locale">Of the Teams client, a BCP 47 tag.</param>
/// <param name="Zone">Of the Teams client, an IANA zone.</param>
/// <param name="Membership">How the person belongs.</param>
/// <param name="Title">The job title in the directory.</param>
/// <param name="Organisation">The company name in the directory.</param>
internal sealed record Person(
    string Id, string Name, string Mail, string Hint, string Locale, string Zone,
    Membership Membership = Membership.Member, string? Title = null, string? Organisation = null)
{
    /// <summary>The tenant in which the bot lives.</summary>
    public const string HomeTenant = "7e9a2c64-51f0-4d3b-9c1e-0f6b7c5a1d20";

    /// <summary>The Entra object id; made from <see cref="Id"/>, so that it is the same after a restart.</summary>
    public string AadObjectId { get; } = StableGuid("person/" + Id);

    /// <summary>The id of the account in Teams.</summary>
    public string Mri { get; } = "29:1" + StableId("person/" + Id);

    /// <summary>The conversation id of this person's chat with the bot.</summary>
    public string ChatId { get; } = "a:1" + StableId("chat/" + Id);

    /// <summary>The tenant of the account in use.</summary>
    public string TenantId => Membership == Membership.External ? StableGuid("tenant/" + Mail.Split('@')[^1]) : HomeTenant;

    /// <summary>Whether the account is found in the home tenant's directory.</summary>
    public bool Listed => Membership != Membership.External;

    /// <summary>An opaque id such as Teams makes, the same for the same seed.</summary>
    public static string StableId(string seed) =>
        Convert.ToBase64String(Hash(seed)).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    /// <summary>A GUID, the same for the same seed.</summary>
    public static string StableGuid(string seed) => new Guid(Hash(seed).AsSpan(0, 16)).ToString();

    private static byte[] Hash(string seed) => SHA256.HashData(Encoding.UTF8.GetBytes("simulator/" + seed));
}
