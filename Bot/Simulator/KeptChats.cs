using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

using CoordinatorBot.Edges.Storage;
using CoordinatorBot.Ports;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Simulator;

/// <summary>
/// Keeps the chats and letters of the simulator in a file beside the store, with the people who were added and how far the clock was moved, so that a restart
/// shows them again: the store remembers the exchanges, and their cards are in these chats.
/// </summary>
internal sealed partial class KeptChats(
    TeamsState state, Letters letters, SimulatedClock clock, IDocuments documents, IOptions<StorageOptions> storage, IHostEnvironment environment, ILogger<KeptChats> logger) : BackgroundService
{
    // The chats belong to one store: beside another they would speak of exchanges that nobody knows.
    private const string StoreKey = "simulator/store";

    // What comes within a second is written once.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _changed = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private string _store = string.Empty;

    private string FilePath => Path.Combine(environment.ContentRootPath, storage.Value.Path) + ".chats.json";

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _store = await StoreAsync(cancellationToken);
        await LoadAsync(cancellationToken);
        state.Changed += Note;
        letters.Changed += Note;
        clock.Moved += Note;
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        state.Changed -= Note;
        letters.Changed -= Note;
        clock.Moved -= Note;
        if (_changed.Reader.TryRead(out _))
            await SaveAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _changed.Reader.WaitToReadAsync(stoppingToken))
            {
                // Real time, also where the clock of the exchanges is moved.
                await Task.Delay(Rest, stoppingToken);
                _changed.Reader.TryRead(out _);
                await SaveAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Note();
        }
    }

    private void Note() => _changed.Writer.TryWrite(true);

    private async Task<string> StoreAsync(CancellationToken cancellationToken)
    {
        await documents.PutAsync(StoreKey, Guid.CreateVersion7(clock.GetUtcNow()).ToByteArray(), PutCondition.IfAbsent, cancellationToken);
        return new Guid((await documents.GetAsync(StoreKey, cancellationToken))!.Body.Span).ToString("N");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(FilePath))
            return;
        try
        {
            await using (var file = File.OpenRead(FilePath))
            {
                var kept = await JsonNode.ParseAsync(file, cancellationToken: cancellationToken);
                if ((string?)kept!["store"] == _store)
                {
                    clock.Advance(TimeSpan.FromTicks((long)kept["ahead"]!));
                    KeptTeams.Restore(state, kept["teams"]!.AsObject());
                    letters.Restore(kept["letters"]);
                    return;
                }
            }

            Log.OfAnotherStore(logger, FilePath);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or NullReferenceException or FormatException or ArgumentException or IOException)
        {
            state.Clear();
            Log.Broken(logger, FilePath, broken.Message);
        }

        File.Move(FilePath, FilePath + ".old", overwrite: true);
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        var kept = new JsonObject { ["store"] = _store, ["ahead"] = clock.Ahead.Ticks, ["teams"] = KeptTeams.Of(state), ["letters"] = letters.ToKept() };
        try
        {
            // Beside it first: a process that is killed while it writes leaves the file of before.
            await File.WriteAllTextAsync(FilePath + ".new", kept.ToJsonString(), cancellationToken);
            File.Move(FilePath + ".new", FilePath, overwrite: true);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            Log.NotSaved(logger, FilePath, full.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The chats of the simulator in {File} can't be read ({Why}). It starts with empty chats; the file is kept with .old at its end.")]
        public static partial void Broken(ILogger logger, string file, string why);

        [LoggerMessage(2, LogLevel.Warning, "The chats of the simulator in {File} belong to another store. It starts with empty chats; the file is kept with .old at its end.")]
        public static partial void OfAnotherStore(ILogger logger, string file);

        [LoggerMessage(3, LogLevel.Warning, "The chats of the simulator can't be kept in {File} ({Why}): a restart will forget them.")]
        public static partial void NotSaved(ILogger logger, string file, string why);
    }
}
