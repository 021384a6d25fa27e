using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Features.People.Import;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Delegations;

/// <summary>A list of nominees that waits for a person to look it over. It holds what they wrote, so it is kept apart from cards and not for long.</summary>
/// <param name="Exchange">The exchange it was sent for.</param>
/// <param name="Delegation">The delegation it was sent for; null where that was not plain.</param>
/// <param name="Source">Name of the file; null for what was pasted or typed.</param>
/// <param name="People">Who was found.</param>
/// <param name="Columns">How the columns were understood, in the words of the person who sent it.</param>
/// <param name="Problems">What was noticed or left out, in their words.</param>
public sealed record PendingList(
    ExchangeId Exchange, DelegationId? Delegation, string? Source, ImmutableArray<ListedNominee> People, ImmutableArray<string> Columns, ImmutableArray<string> Problems)
{
    /// <summary>The columns one by one, to be corrected; empty where the lines were typed freely.</summary>
    public ImmutableArray<ListedColumn> Fields { get; init; } = [];
}

/// <summary>A column of a list.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Heading">Its heading; empty where there is none.</param>
/// <param name="Sample">The value on the first line.</param>
/// <param name="Field">What it was taken for; null where it is not used.</param>
public sealed record ListedColumn(int Index, string Heading, string Sample, NomineeField? Field);

/// <summary>How a list came.</summary>
public enum SentAs
{
    /// <summary>As a file.</summary>
    File,

    /// <summary>As a pasted table, in HTML.</summary>
    Table,

    /// <summary>As text.</summary>
    Text,
}

/// <summary>A list as it was sent, so that it can be read again by corrected columns.</summary>
/// <param name="As">How it came.</param>
/// <param name="Content">What came: bytes of a file, or UTF-8.</param>
public sealed record SentList(SentAs As, ReadOnlyMemory<byte> Content)
{
    /// <summary>What is read from it.</summary>
    /// <param name="corrected">What a person said some columns hold, by their index.</param>
    public NomineeList Read(IReadOnlyDictionary<int, NomineeField?>? corrected = null) => As switch
    {
        SentAs.File => NomineeSource.FromBytes(Content, corrected),
        SentAs.Table => NomineeSource.FromHtml(Encoding.UTF8.GetString(Content.Span), corrected),
        SentAs.Text => NomineeSource.FromText(Encoding.UTF8.GetString(Content.Span), corrected),
    };
}

/// <summary>Keeps lists between preview and confirmation: <c>imports/{day}/{id}</c>. What nobody decided on for a month is thrown away.</summary>
public sealed class PendingLists(IDocuments documents)
{
    private const string Prefix = "imports/";
    private const string Sent = "/sent";
    private const int MostDays = 30;

    /// <summary>Keeps a list, with what it was read from.</summary>
    /// <returns>Its key, as cards carry it.</returns>
    public async ValueTask<string> PutAsync(Turn turn, PendingList list, SentList sent, CancellationToken cancellationToken)
    {
        await SweepAsync(turn.At, cancellationToken);
        var key = $"{Day(turn.At)}-{turn.NewId("list"):N}";
        await documents.PutAsync(PathOf(key) + Sent, (byte[])[(byte)sent.As, .. sent.Content.Span], PutCondition.Always, cancellationToken);
        await ReplaceAsync(key, list, cancellationToken);
        await documents.PutAsync(NewestOf(turn.Viewer.Person), Encoding.UTF8.GetBytes(key), PutCondition.Always, cancellationToken);
        return key;
    }

    /// <summary>The list that a person sent last, while it waits to be decided on; null otherwise.</summary>
    public async ValueTask<(string Key, PendingList List)?> NewestAsync(PersonId person, CancellationToken cancellationToken) =>
        await documents.GetAsync(NewestOf(person), cancellationToken) is { } stored
        && Encoding.UTF8.GetString(stored.Body.Span) is var key && await FindAsync(key, cancellationToken) is { } list
            ? (key, list)
            : null;

    /// <summary>Keeps a list in place of what was read before.</summary>
    public async ValueTask ReplaceAsync(string key, PendingList list, CancellationToken cancellationToken)
    {
        if (PathOf(key) is { } path)
            await documents.PutAsync(path, JsonSerializer.SerializeToUtf8Bytes(list, NomineeJson.Default.PendingList), PutCondition.Always, cancellationToken);
    }

    /// <summary>What a list was read from; null when it was decided on.</summary>
    public async ValueTask<SentList?> SentAsync(string? key, CancellationToken cancellationToken) =>
        PathOf(key) is { } path && await documents.GetAsync(path + Sent, cancellationToken) is { Body.Length: > 0 } stored
            ? new SentList((SentAs)stored.Body.Span[0], stored.Body[1..])
            : null;

    /// <summary>A list; null when it was decided on, or for what is no key.</summary>
    public async ValueTask<PendingList?> FindAsync(string? key, CancellationToken cancellationToken) =>
        PathOf(key) is { } path && await documents.GetAsync(path, cancellationToken) is { } stored
            ? JsonSerializer.Deserialize(stored.Body.Span, NomineeJson.Default.PendingList)
            : null;

    /// <summary>Throws a list away.</summary>
    public async ValueTask DeleteAsync(string? key, CancellationToken cancellationToken)
    {
        if (PathOf(key) is not { } path)
            return;
        await documents.DeleteAsync(path, cancellationToken);
        await documents.DeleteAsync(path + Sent, cancellationToken);
    }

    private async ValueTask SweepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = $"{Prefix}{Day(now.AddDays(-MostDays))}/";
        var old = new List<string>();
        await foreach (var path in documents.ListAsync(Prefix, cancellationToken))
        {
            if (string.CompareOrdinal(path, last) >= 0)
                break;
            old.Add(path);
        }

        foreach (var path in old)
            await documents.DeleteAsync(path, cancellationToken);
    }

    private static string NewestOf(PersonId person) => $"{DocumentKey.Dialogs}newest-list/{person}";

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    // The key comes back from a card: it is read, not trusted.
    private static string? PathOf(string? key) =>
        key?.Split('-') is [{ Length: 8 } day, var id] && day.All(char.IsAsciiDigit) && Guid.TryParseExact(id, "N", out var guid) ? $"{Prefix}{day}/{guid:N}" : null;
}
