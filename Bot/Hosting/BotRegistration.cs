namespace CoordinatorBot.Hosting;

/// <summary>
/// The bot's registration in Azure. The keys are those of the official Bot Framework SDK, and therefore at the root of the settings.
/// </summary>
public sealed class BotRegistration
{
    /// <summary>
    /// Application (client) id of the registration. Without it the bot answers this machine only, and starts in Development only.
    /// </summary>
    public string MicrosoftAppId { get; set; } = string.Empty;

    /// <summary>
    /// How the bot proves who it is: <c>UserAssignedMSI</c> (a managed identity, no secret to keep), <c>SingleTenant</c>, or <c>MultiTenant</c>, which
    /// is taken where nothing is given; Azure registers no new bots of that kind.
    /// </summary>
    public string MicrosoftAppType { get; set; } = string.Empty;

    /// <summary>
    /// Client secret of <c>SingleTenant</c> and <c>MultiTenant</c>. Keep it out of files: give it as the environment variable of this name, or by a key vault.
    /// </summary>
    public string MicrosoftAppPassword { get; set; } = string.Empty;

    /// <summary>Id of the tenant in which <c>SingleTenant</c> or <c>UserAssignedMSI</c> is registered.</summary>
    public string MicrosoftAppTenantId { get; set; } = string.Empty;
}
