using CoordinatorBot.Edges.Graph;
using CoordinatorBot.Edges.Mail;
using CoordinatorBot.Edges.Web;
using CoordinatorBot.Features.Access;

namespace CoordinatorBot.Hosting;

/// <summary>
/// Without what the bot doesn't start, so that nobody finds an open bot on a network: outside Development it has to know who it is and who may
/// coordinate. They are the bot's own: the Bot Framework lets everybody in where it is given no app id.
/// </summary>
internal static class StartRules
{
    /// <summary>What is missing, a sentence each; empty where the bot may start.</summary>
    public static IEnumerable<string> Broken(IConfiguration configuration, IHostEnvironment environment)
    {
        var bot = configuration.Get<BotRegistration>() ?? new BotRegistration();
        var access = configuration.GetSection(CoordinatorOptions.Section).Get<CoordinatorOptions>() ?? new CoordinatorOptions();
        if (!environment.IsDevelopment())
        {
            if (IsMissing(bot.MicrosoftAppId))
                yield return "MicrosoftAppId is missing: the application (client) id of the bot's registration in Azure, such as 00000000-0000-0000-0000-000000000000; only in Development the bot starts without it.";
            if (access.Coordinators.Count == 0)
                yield return $"{CoordinatorOptions.Section}:Coordinators is empty: at least one Entra object id of somebody who may coordinate; only in Development everybody may.";
            if (IsMissing(configuration[$"{WebOptions.Section}:{nameof(WebOptions.Address)}"]))
                yield return $"{WebOptions.Section}:{nameof(WebOptions.Address)} is missing: the address under which people's browsers reach the bot, such as https://bot.example.org; links in letters begin with it.";
        }

        if (configuration.GetValue<bool>($"{GraphOptions.Section}:{nameof(GraphOptions.Mail)}") && IsMissing(configuration[$"{MailOptions.Section}:{nameof(MailOptions.From)}"]))
            yield return $"{MailOptions.Section}:{nameof(MailOptions.From)} is missing: {GraphOptions.Section}:{nameof(GraphOptions.Mail)} wants the mailbox of the tenant that letters are sent from.";
        foreach (var problem in Credentials(bot))
            yield return problem;
    }

    // The Bot Framework would say so only when the first message has come.
    private static IEnumerable<string> Credentials(BotRegistration bot)
    {
        var type = bot.MicrosoftAppType.Trim().ToUpperInvariant();
        if (type is not ("" or "MULTITENANT" or "SINGLETENANT" or "USERASSIGNEDMSI"))
        {
            yield return $"MicrosoftAppType is '{bot.MicrosoftAppType}': expected is SingleTenant, UserAssignedMSI or MultiTenant.";
            yield break;
        }

        if (IsMissing(bot.MicrosoftAppId))
        {
            if (type is "SINGLETENANT" or "USERASSIGNEDMSI")
                yield return $"MicrosoftAppId is missing: MicrosoftAppType {bot.MicrosoftAppType} wants the application (client) id of the bot's registration.";
            yield break;
        }

        if (!Guid.TryParse(bot.MicrosoftAppId, out _))
            yield return $"MicrosoftAppId is '{bot.MicrosoftAppId}': expected is an id such as 00000000-0000-0000-0000-000000000000.";
        if (type is not "USERASSIGNEDMSI" && IsMissing(bot.MicrosoftAppPassword))
            yield return "MicrosoftAppPassword is missing: the client secret of the registration; with a managed identity set MicrosoftAppType to UserAssignedMSI instead.";
        if (type is "SINGLETENANT" && IsMissing(bot.MicrosoftAppTenantId))
            yield return "MicrosoftAppTenantId is missing: MicrosoftAppType SingleTenant wants the id of the tenant of the registration.";
    }

    private static bool IsMissing(string? value) => string.IsNullOrWhiteSpace(value);
}
