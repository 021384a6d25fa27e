using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
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
    ExchangeId Exchange, DelegationId? Delegation, string? Source, ImmutableArray<ListedNominee> People, ImmutableArray<string> Columns, ImmutableArray<string> Problems);

/// <summary>Keeps lists between preview and confirmation: <c>imports/{day}/{id}</c>. What nobody decided on for a month is thrown away.</summary>
public sealed class PendingLists(IDocuments documents)
{
    private const string Prefix = "imports/";
    private const int MostDays = 30;

    /// <summary>Keeps a list.</summary>
    /// <returns>Its key, as cards carry it.</returns>
    public async ValueTask<string> PutAsync(Turn turn, PendingList list, CancellationToken cancellationToken)
    {
        await SweepAsync(turn.At, cancellationToken);
        var key = $"{Day(turn.At)}-{turn.NewId("list"):N}";
        await documents.PutAsync(PathOf(key)!, JsonSerializer.SerializeToUtf8Bytes(list, NomineeJson.Default.PendingList), PutCondition.Always, cancellationToken);
        return key;
    }

    /// <summary>A list; null when it was decided on, or for what is no key.</summary>
    public async ValueTask<PendingList?> FindAsync(string? key, CancellationToken cancellationToken) =>
        PathOf(key) is { } path && await documents.GetAsync(path, cancellationToken) is { } stored
            ? JsonSerializer.Deserialize(stored.Body.Span, NomineeJson.Default.PendingList)
            : null;

    /// <summary>Throws a list away.</summary>
    public async ValueTask DeleteAsync(string? key, CancellationToken cancellationToken)
    {
        if (PathOf(key) is { } path)
            await documents.DeleteAsync(path, cancellationToken);
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

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    // The key comes back from a card: it is read, not trusted.
    private static string? PathOf(string? key) =>
        key?.Split('-') is [{ Length: 8 } day, var id] && day.All(char.IsAsciiDigit) && Guid.TryParseExact(id, "N", out var guid) ? $"{Prefix}{day}/{guid:N}" : null;
}
