using System.Globalization;
using System.Text;

using CoordinatorBot.Ports;

namespace CoordinatorBot.Bot.Tests.Storage;

/// <summary>What holds for the documents of every engine.</summary>
public abstract class DocumentsContract : IAsyncLifetime
{
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;
    private ITestStore _store = null!;

    protected abstract ValueTask<ITestStore> OpenAsync();

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_document_that_does_not_exist_is_null() => Assert.Null(await _store.Documents.GetAsync("people/x/1", _stop));

    [Theory]
    [InlineData("people/x/1")]
    [InlineData("dialogs/19:a@thread.tacv2")]
    public async Task What_is_put_comes_back_with_its_version(string key)
    {
        var put = await PutAsync(key, "one");
        var got = await _store.Documents.GetAsync(key, _stop);

        Assert.Equal("one", Text(got));
        Assert.Equal(put.ETag, got!.ETag);
    }

    [Fact]
    public async Task A_put_without_a_condition_replaces()
    {
        var first = await PutAsync("a/b", "one");
        var second = await PutAsync("a/b", "two");

        Assert.Equal("two", Text(await _store.Documents.GetAsync("a/b", _stop)));
        Assert.NotEqual(first.ETag, second.ETag);
    }

    [Fact]
    public async Task If_match_lets_only_the_version_through_that_was_read()
    {
        var first = (await PutAsync("a/b", "one")).ETag!.Value;
        var second = await PutAsync("a/b", "two", PutCondition.IfMatch(first));
        var stale = await PutAsync("a/b", "three", PutCondition.IfMatch(first));
        var missing = await PutAsync("a/c", "three", PutCondition.IfMatch(first));

        Assert.True(second.IsStored);
        Assert.Equal(PutOutcome.Changed, stale);
        Assert.Equal(PutOutcome.Changed, missing);
        Assert.Equal("two", Text(await _store.Documents.GetAsync("a/b", _stop)));
        Assert.Null(await _store.Documents.GetAsync("a/c", _stop));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("dialogs/b")]
    public async Task A_version_never_comes_back_after_a_deletion(string key)
    {
        var first = (await PutAsync(key, "one")).ETag!.Value;
        await _store.Documents.DeleteAsync(key, _stop);
        await _store.ReopenAsync();
        await PutAsync(key, "one");

        Assert.Equal(PutOutcome.Changed, await PutAsync(key, "two", PutCondition.IfMatch(first)));
    }

    [Fact]
    public async Task An_empty_document_is_one()
    {
        await PutAsync("a/b", "");

        Assert.Equal("", Text(await _store.Documents.GetAsync("a/b", _stop)));
    }

    [Fact]
    public async Task Of_many_who_claim_a_key_exactly_one_gets_it()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Task.Run(async () => (i, Put: await PutAsync("people-by/mail/x", $"{i}", PutCondition.IfAbsent)), _stop)));

        var winner = Assert.Single(outcomes, o => o.Put.IsStored);
        Assert.Equal($"{winner.i}", Text(await _store.Documents.GetAsync("people-by/mail/x", _stop)));
    }

    [Fact]
    public async Task Of_many_who_change_what_they_read_none_loses_a_change()
    {
        await PutAsync("dialogs/count", "0");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(AddTenAsync, _stop)));

        Assert.Equal("80", Text(await _store.Documents.GetAsync("dialogs/count", _stop)));

        async Task AddTenAsync()
        {
            for (var done = 0; done < 10;)
            {
                var read = (await _store.Documents.GetAsync("dialogs/count", _stop))!;
                var next = $"{int.Parse(Text(read)!, CultureInfo.InvariantCulture) + 1}";
                done += (await PutAsync("dialogs/count", next, PutCondition.IfMatch(read.ETag))).IsStored ? 1 : 0;
            }
        }
    }

    [Fact]
    public async Task Deleting_erases_and_deleting_nothing_is_fine()
    {
        await PutAsync("a/b", "one");

        await _store.Documents.DeleteAsync("a/b", _stop);
        await _store.Documents.DeleteAsync("a/b", _stop);

        Assert.Null(await _store.Documents.GetAsync("a/b", _stop));
        Assert.True((await PutAsync("a/b", "two", PutCondition.IfAbsent)).IsStored);
    }

    [Fact]
    public async Task Keys_are_listed_by_folder_in_order_and_by_case()
    {
        string[] keys = ["people/a/1", "people/a/2", "people/B/1", "people-by/mail/a", "words/~z", "words/z"];
        foreach (var key in keys.Reverse())
            await PutAsync(key, key);

        Assert.Equal(["people/B/1", "people/a/1", "people/a/2"], await ListAsync("people/"));
        Assert.Equal(["people/a/1", "people/a/2"], await ListAsync("people/a/"));
        Assert.Equal(["words/z", "words/~z"], await ListAsync("words/"));
        Assert.Empty(await ListAsync("people/c/"));
        Assert.Equal(keys.Order(StringComparer.Ordinal), await ListAsync(""));
    }

    [Fact]
    public async Task A_long_list_is_whole()
    {
        var keys = Enumerable.Range(0, 1_100).Select(i => $"people/{i:0000}/1").ToList();
        await Task.WhenAll(keys.Select(async k => await PutAsync(k, "x")));

        Assert.Equal(keys, await ListAsync("people/"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000_000)]
    public async Task Bytes_come_back_as_they_were(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        await _store.Documents.PutAsync("files/f", bytes, PutCondition.Always, _stop);
        await _store.ReopenAsync();

        Assert.True((await _store.Documents.GetAsync("files/f", _stop))!.Body.Span.SequenceEqual(bytes));
    }

    [Fact]
    public async Task A_part_of_a_buffer_is_put_as_that_part()
    {
        await _store.Documents.PutAsync("a/b", "[part]"u8.ToArray().AsMemory(1, 4), PutCondition.Always, _stop);

        Assert.Equal("part", Text(await _store.Documents.GetAsync("a/b", _stop)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("a/../b")]
    [InlineData("a b")]
    [InlineData("a\\b")]
    [InlineData("zoë")]
    public async Task A_key_that_not_every_engine_takes_is_refused(string key) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await PutAsync(key, "x"));

    private static string? Text(Document? document) => document is null ? null : Encoding.UTF8.GetString(document.Body.Span);

    private ValueTask<PutOutcome> PutAsync(string key, string text, PutCondition condition = default) =>
        _store.Documents.PutAsync(key, Encoding.UTF8.GetBytes(text), condition, _stop);

    private async Task<List<string>> ListAsync(string prefix)
    {
        var keys = new List<string>();
        await foreach (var key in _store.Documents.ListAsync(prefix, _stop))
            keys.Add(key);
        return keys;
    }
}
