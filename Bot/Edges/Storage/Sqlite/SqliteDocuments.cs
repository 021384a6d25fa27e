using System.Globalization;
using System.Runtime.CompilerServices;

using CoordinatorBot.Ports;

namespace CoordinatorBot.Edges.Storage.Sqlite;

/// <summary>The documents in the same file as the events.</summary>
internal sealed class SqliteDocuments(SqliteDatabase database) : IDocuments
{
    // No reader is held while the caller works on what is listed.
    private const int Page = 500;

    /// <inheritdoc/>
    public ValueTask<Document?> GetAsync(string key, CancellationToken cancellationToken)
    {
        DocumentKey.ThrowIfInvalid(key);
        cancellationToken.ThrowIfCancellationRequested();
        if (database.Writer.TryRead(key, static (statements, key) => Read(statements.Document, key), out var found))
            return ValueTask.FromResult(found);
        using var lease = database.Read();
        return ValueTask.FromResult(Read(lease.Reader.Document, key));
    }

    /// <inheritdoc/>
    public ValueTask<PutOutcome> PutAsync(string key, ReadOnlyMemory<byte> body, PutCondition condition, CancellationToken cancellationToken)
    {
        DocumentKey.ThrowIfInvalid(key);
        return database.Writer.StoreAsync(new Put(key, body, condition), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(string key, CancellationToken cancellationToken)
    {
        DocumentKey.ThrowIfInvalid(key);
        await database.Writer.StoreAsync(new Delete(key), cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DocumentKey.ThrowIfInvalidPrefix(prefix);
        var after = prefix;
        List<string> keys;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            keys = Keys(prefix, after);
            foreach (var key in keys)
                yield return key;
            after = keys.Count > 0 ? keys[^1] : after;
        }
        while (keys.Count == Page);
        await ValueTask.CompletedTask;
    }

    private List<string> Keys(string prefix, string after)
    {
        var keys = new List<string>();
        using var lease = database.Read();

        // Keys are ASCII, so DEL is above all that can follow the prefix.
        using var rows = lease.Reader.Keys.Query(after, prefix + '\x7f', Page);
        while (rows.Read())
            keys.Add(rows.GetString(0));
        return keys;
    }

    private static Document? Read(Statement document, string key)
    {
        using var row = document.Query(key);
        return row.Read() ? new Document(row.GetBytes(1), Tag(row.GetInt64(0))) : null;
    }

    private static bool IsDurable(string key) => !key.StartsWith(DocumentKey.Dialogs, StringComparison.Ordinal);

    private static ETag Tag(long number) => new(number.ToString(CultureInfo.InvariantCulture));

    private sealed class Put(string key, ReadOnlyMemory<byte> body, PutCondition condition) : Write<PutOutcome>(IsDurable(key))
    {
        protected override PutOutcome Perform(WriterStatements statements)
        {
            var number = statements.NextNumber();
            var bytes = Statement.Blob(body);
            var stored = condition switch
            {
                { Absent: true } => statements.PutIfAbsent.Execute(key, number, bytes),
                { Match: { } match } => long.TryParse(match.Value, CultureInfo.InvariantCulture, out var known) ? statements.PutIfMatch.Execute(key, number, bytes, known) : 0,
                _ => statements.Put.Execute(key, number, bytes),
            };
            return stored == 1 ? PutOutcome.Stored(Tag(number)) : PutOutcome.Changed;
        }
    }

    private sealed class Delete(string key) : Write<bool>(IsDurable(key))
    {
        protected override bool Perform(WriterStatements statements) => statements.Delete.Execute(key) == 1;
    }
}
