using System.ComponentModel.DataAnnotations;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Web;

/// <summary>The bot's own pages, to which links lead.</summary>
public sealed class WebOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Coordinator:Web";

    /// <summary>
    /// Address under which people's browsers reach the bot, such as https://bot.example.org; links in letters begin with it. Needed outside of Development,
    /// where it is empty by default and stands for this machine's own address.
    /// </summary>
    public string Address { get; set; } = string.Empty;

    /// <summary>
    /// Keys that links are signed with: at least 32 bytes each, as base64. The first signs, the others are honoured until the links they signed
    /// expire: to change the key put a new one in front. Keep them out of files. Empty by default: the bot makes keys and keeps them in its store.
    /// </summary>
    public IList<string> Keys { get; } = [];

    /// <summary>After how long the bot makes a new key of its own. Default 180 days; 1 to 3650.</summary>
    [Range(1, 3650)]
    public int NewKeyAfterDays { get; set; } = 180;

    /// <summary>Requests a minute that one link is answered, and one address without a good link. Default 60; 5 to 10,000.</summary>
    [Range(5, 10_000)]
    public int RequestsPerMinute { get; set; } = 60;
}

/// <summary>Refuses settings of the pages that can't be meant.</summary>
public sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    private const int KeyLeast = 32;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(WebOptions options)
    {
        if (options.Address.Length > 0 && !(Uri.TryCreate(options.Address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri is { Query: "", Fragment: "" }))
            yield return $"{WebOptions.Section}:Address is '{options.Address}': expected is an address such as https://bot.example.org.";
        var key = new byte[512];
        for (var i = 0; i < options.Keys.Count; i++)
        {
            if (!Convert.TryFromBase64String(options.Keys[i], key, out var length) || length < KeyLeast)
                yield return $"{WebOptions.Section}:Keys:{i} isn't a key: expected are {KeyLeast} to 512 random bytes as base64, such as `openssl rand -base64 32` makes.";
        }
    }
}
