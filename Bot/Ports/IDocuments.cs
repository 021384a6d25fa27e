namespace CoordinatorBot.Ports;

/// <summary>The version of a document: opaque, another one after each put, never the same again for a key.</summary>
public readonly record struct ETag(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A document as it was at one moment.</summary>
/// <param name="Body">Its bytes: opaque here.</param>
/// <param name="ETag">Their version.</param>
public sealed record Document(ReadOnlyMemory<byte> Body, ETag ETag);

/// <summary>Under which condition a document is put.</summary>
public readonly record struct PutCondition
{
    private PutCondition(ETag? match, bool absent) => (Match, Absent) = (match, absent);

    /// <summary>Only where the document has this version.</summary>
    public ETag? Match { get; }

    /// <summary>Only where there is no document of that key.</summary>
    public bool Absent { get; }

    /// <summary>In any case.</summary>
    public static PutCondition Always => default;

    /// <summary>Only where there is no document of that key: one of many is first.</summary>
    public static PutCondition IfAbsent => new(null, true);

    /// <summary>Only where the document has this version: nobody changed or deleted it since.</summary>
    public static PutCondition IfMatch(ETag etag) => new(etag, false);
}

/// <summary>What became of a put.</summary>
public readonly record struct PutOutcome
{
    private PutOutcome(ETag? etag) => ETag = etag;

    /// <summary>Whether it was stored; otherwise the condition didn't hold and nothing changed.</summary>
    public bool IsStored => ETag is not null;

    /// <summary>The new version; null where it was not stored.</summary>
    public ETag? ETag { get; }

    /// <summary>The condition didn't hold: read it again.</summary>
    public static PutOutcome Changed => default;

    /// <summary>Stored, as this version.</summary>
    public static PutOutcome Stored(ETag etag) => new(etag);
}

/// <summary>
/// Documents by key: people, words, what is found by a mail address, the state of dialogs. A key is a path, <c>people/{id}/1</c>
/// (see <see cref="DocumentKey"/>); case matters. What is put is safe from a power cut, except under <see cref="DocumentKey.Dialogs"/>,
/// which is disposable. A fault of the store is an exception of the engine.
/// </summary>
public interface IDocuments
{
    /// <summary>The document of a key; null where there is none.</summary>
    ValueTask<Document?> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>Stores a document.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="body">Its bytes; not to be changed before the call has ended.</param>
    /// <param name="condition">Whether it has to be absent or a version known to the caller.</param>
    /// <param name="cancellationToken">Gives up waiting; whether it was stored is then open.</param>
    ValueTask<PutOutcome> PutAsync(string key, ReadOnlyMemory<byte> body, PutCondition condition, CancellationToken cancellationToken);

    /// <summary>Erases a document; nothing happens where there is none.</summary>
    ValueTask DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>The keys that begin with a prefix, in ordinal order. What is put or deleted meanwhile may or may not be listed.</summary>
    /// <param name="prefix">Ends with <c>/</c>, for all keys of a folder; empty for all there are. Else an <see cref="ArgumentException"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken);
}

/// <summary>What a document's key may be.</summary>
public static class DocumentKey
{
    /// <summary>Prefix of the state of dialogs: losing it costs the prompt that is open, so it is stored faster and less safely.</summary>
    public const string Dialogs = "dialogs/";

    /// <summary>Longest key, in characters. Azure takes 1,024 with what an engine adds in front.</summary>
    public const int Longest = 900;

    /// <summary>A key is a path of visible ASCII: no empty part, none that is or ends with a dot, no backslash.</summary>
    /// <exception cref="ArgumentException">It isn't.</exception>
    public static void ThrowIfInvalid(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var before = '/';
        foreach (var c in key)
        {
            if (c is <= ' ' or > '~' or '\\' || (c == '/' && before is '/' or '.'))
                throw Invalid(key);
            before = c;
        }

        if (before is '/' or '.' || key.Length > Longest)
            throw Invalid(key);
    }

    /// <summary>A prefix is empty, or a key and a slash.</summary>
    /// <exception cref="ArgumentException">It isn't.</exception>
    public static void ThrowIfInvalidPrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix is "")
            return;
        if (!prefix.EndsWith('/'))
            throw Invalid(prefix);
        ThrowIfInvalid(prefix[..^1]);
    }

    // The key itself is not told: one made of a typed name must not end in a log.
    private static ArgumentException Invalid(string key) =>
        new($"A document's key of {key.Length} characters is not a path of visible ASCII of at most {Longest}.", nameof(key));
}
