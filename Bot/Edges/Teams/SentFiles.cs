using System.Text;

using CoordinatorBot.Conversation;

using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Teams;

/// <summary>Settings of the section <c>Coordinator:Files</c>: from where files that people send may be fetched.</summary>
public sealed class FileOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Coordinator:Files";

    /// <summary>
    /// Hosts, or endings of hosts that begin with a dot, from which a file may be fetched over HTTPS. Teams keeps files of chats in SharePoint.
    /// Loopback is allowed besides, in Development only.
    /// </summary>
    public IList<string> Hosts { get; } = [".sharepoint.com", ".sharepoint.us"];

    /// <summary>Largest file in bytes, 1 to 50 MB. Default 5 MB.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 52_428_800)]
    public int Largest { get; set; } = 5 * 1024 * 1024;
}

/// <summary>Checks the settings at the start.</summary>
[OptionsValidator]
public sealed partial class FileOptionsValidator : IValidateOptions<FileOptions>;

/// <summary>Fetches what people send: a file, which Teams announces by an address, or a pasted table, which comes along.</summary>
public sealed partial class SentFiles(IHttpClientFactory clients, IOptions<FileOptions> options, IHostEnvironment environment, ILogger<SentFiles> logger)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "files";

    private const string DownloadInfo = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>What was sent with a message; null for nothing that can be read.</summary>
    public async ValueTask<SentFile?> FetchAsync(IMessageActivity message, CancellationToken cancellationToken)
    {
        foreach (var attachment in message.Attachments ?? [])
        {
            if (attachment.ContentType == DownloadInfo && ActivityJson.Element(attachment.Content).At("downloadUrl").AsText() is { } address)
                return await DownloadAsync(attachment.Name ?? string.Empty, address, cancellationToken);
            if (attachment.ContentType == "text/html" && ActivityJson.Element(attachment.Content).AsText() is { } html && html.Contains("<table", StringComparison.OrdinalIgnoreCase))
                return new SentFile(string.Empty, Encoding.UTF8.GetBytes(html), true);
        }

        return null;
    }

    private async ValueTask<SentFile?> DownloadAsync(string name, string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsAllowed(uri))
        {
            Log.NotAllowed(logger, uri?.Host ?? "none");
            return null;
        }

        using var client = clients.CreateClient(ClientName);
        client.MaxResponseContentBufferSize = options.Value.Largest + 1;
        try
        {
            return new SentFile(name, await client.GetByteArrayAsync(uri, cancellationToken), false);
        }
        catch (HttpRequestException e)
        {
            Log.NotFetched(logger, uri.Host, (int?)e.StatusCode);
            return null;
        }
    }

    private bool IsAllowed(Uri uri) =>
        (environment.IsDevelopment() && uri.IsLoopback)
        || (uri.Scheme == Uri.UriSchemeHttps && options.Value.Hosts.Any(h => h.StartsWith('.')
            ? uri.Host.EndsWith(h, StringComparison.OrdinalIgnoreCase)
            : uri.Host.Equals(h, StringComparison.OrdinalIgnoreCase)));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A file was announced at {Host}, which is not among Coordinator:Files:Hosts.")]
        public static partial void NotAllowed(ILogger logger, string host);

        [LoggerMessage(2, LogLevel.Warning, "A file at {Host} could not be fetched: HTTP {Status}.")]
        public static partial void NotFetched(ILogger logger, string host, int? status);
    }
}
