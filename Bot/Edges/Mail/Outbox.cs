using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Edges.Storage;
using CoordinatorBot.Ports;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Mail;

/// <summary>
/// Puts letters into a folder as files, where nothing else sends mail. A file is there whole or not at all; its name tells nobody who it is for; the
/// same letter again is the same file.
/// </summary>
public sealed partial class Outbox(
    IOptions<MailOptions> options, IOptions<StorageOptions> storage, IHostEnvironment environment, TimeProvider time, ILogger<Outbox> logger) : IMailer
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = Path.GetFullPath(
        options.Value.Outbox is { Length: > 0 } set ? set : Path.Combine(Path.GetDirectoryName(storage.Value.Path) ?? string.Empty, "outbox"), environment.ContentRootPath);

    /// <inheritdoc/>
    public async ValueTask<Delivery> SendAsync(Posting posting, CancellationToken cancellationToken)
    {
        byte[] message;
        var from = new Correspondent(options.Value.FromName, options.Value.From);
        try
        {
            message = MimeMessage.Of(posting, from, time.GetUtcNow());
        }
        catch (ArgumentException)
        {
            return new Delivery.Failed(FailureCode.BadAddress);
        }

        try
        {
            await PutAsync(PathOf(posting.Id), message, cancellationToken);
            return new Delivery.Delivered(MimeMessage.IdOf(posting, from));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.NotWritten(logger, e.GetType().Name, Folder);
            return new Delivery.Failed(FailureCode.Unavailable);
        }
    }

    /// <summary>The file of a letter.</summary>
    public string PathOf(string id) => Path.Combine(Folder, id + ".eml");

    private async ValueTask PutAsync(string path, byte[] message, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var unfinished = path + ".part";
        await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 4096, FileOptions.Asynchronous))
        {
            await file.WriteAsync(message, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A letter could not be put into {Folder}: {Reason}.")]
        public static partial void NotWritten(ILogger logger, string reason, string folder);
    }
}
