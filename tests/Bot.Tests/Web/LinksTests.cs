using CoordinatorBot.Bot.Tests.Storage;
using CoordinatorBot.Bot.Tests.Streams;
using CoordinatorBot.Edges.Web;
using CoordinatorBot.Ports;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Bot.Tests.Web;

public sealed class LinksTests : IAsyncLifetime
{
    private readonly SqliteStore _store = new();
    private readonly FakeTime _time = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_link_is_read_as_it_was_signed()
    {
        var link = LinkFor(Start.AddDays(90).AddSeconds(7));
        var token = await Links().SignAsync(link, Token);
        Assert.Matches("^[A-Za-z0-9_-]{100}$", token);
        Assert.Equal(link, Assert.IsType<LinkReading.Good>(await Links().ReadAsync("invitation", token, Token)).Link);
    }

    [Fact]
    public async Task A_link_with_any_one_letter_changed_is_broken()
    {
        var token = await Links().SignAsync(LinkFor(Start.AddDays(90)), Token);
        for (var i = 0; i < token.Length; i++)
        {
            foreach (var other in "AZaz09-_".Where(c => c != token[i]))
                Assert.IsType<LinkReading.Broken>(await Links().ReadAsync("invitation", token[..i] + other + token[(i + 1)..], Token));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("AAAA")]
    [InlineData("…")]
    public async Task What_is_no_link_is_broken(string? token) => Assert.IsType<LinkReading.Broken>(await Links().ReadAsync("invitation", token, Token));

    [Fact]
    public async Task A_link_with_blanks_or_more_or_less_of_it_is_broken()
    {
        var token = await Links().SignAsync(LinkFor(Start.AddDays(90)), Token);
        foreach (var other in new[] { token + "A", token[..^1], token[..50] + " " + token[50..], token[..99] + " ", token + "=", token.Replace('-', '+').Replace('_', '/') + "" })
            Assert.True(other == token || await Links().ReadAsync("invitation", other, Token) is LinkReading.Broken);
    }

    [Fact]
    public async Task A_link_for_one_purpose_is_none_for_another()
    {
        var token = await Links().SignAsync(LinkFor(Start.AddDays(90)) with { Purpose = "board" }, Token);
        Assert.IsType<LinkReading.Good>(await Links().ReadAsync("board", token, Token));
        Assert.IsType<LinkReading.Broken>(await Links().ReadAsync("invitation", token, Token));
    }

    [Fact]
    public async Task A_link_ends_at_its_time_and_not_before()
    {
        var links = Links();
        var token = await links.SignAsync(LinkFor(Start.AddDays(1)), Token);
        _time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.IsType<LinkReading.Good>(await links.ReadAsync("invitation", token, Token));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<LinkReading.Expired>(await links.ReadAsync("invitation", token, Token));
    }

    [Fact]
    public async Task A_key_grown_old_signs_no_more_and_its_links_are_honoured_until_they_end()
    {
        var old = await Links().SignAsync(LinkFor(Start.AddDays(300)), Token);
        _time.Advance(TimeSpan.FromDays(200));
        var young = await Links().SignAsync(LinkFor(Start.AddDays(300)), Token);
        Assert.NotEqual(old[..2], young[..2]);
        Assert.IsType<LinkReading.Good>(await Links().ReadAsync("invitation", old, Token));
        Assert.IsType<LinkReading.Good>(await Links().ReadAsync("invitation", young, Token));
        _time.Advance(TimeSpan.FromDays(101));
        Assert.IsType<LinkReading.Expired>(await Links().ReadAsync("invitation", old, Token));
    }

    [Fact]
    public async Task Instances_that_make_a_key_at_once_take_one_of_them()
    {
        var tokens = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Links().SignAsync(LinkFor(Start.AddDays(9)), Token).AsTask()));
        Assert.Single(tokens.Distinct());
    }

    [Fact]
    public async Task Keys_of_the_settings_sign_in_order_and_are_honoured_while_they_are_set()
    {
        const string one = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", two = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
        var own = await Links().SignAsync(LinkFor(Start.AddDays(9)), Token);
        var first = await Links(one).SignAsync(LinkFor(Start.AddDays(9)), Token);
        var second = await Links(two, one).SignAsync(LinkFor(Start.AddDays(9)), Token);
        Assert.NotEqual(first[..2], second[..2]);
        Assert.IsType<LinkReading.Good>(await Links(two, one).ReadAsync("invitation", first, Token));
        Assert.IsType<LinkReading.Good>(await Links(two, one).ReadAsync("invitation", own, Token));
        Assert.IsType<LinkReading.Broken>(await Links(two).ReadAsync("invitation", first, Token));
    }

    [Theory]
    [InlineData("short", "Coordinator:Web:Keys:0 isn't a key")]
    [InlineData("c2hvcnQ=", "Coordinator:Web:Keys:0 isn't a key")]
    public void A_key_that_is_none_or_too_short_stops_the_start(string key, string expected)
    {
        var result = new WebOptionsValidator().Validate(null, new WebOptions { Keys = { key } });
        Assert.StartsWith(expected, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private DateTimeOffset Start { get; } = new FakeTime().GetUtcNow();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SignedLink LinkFor(DateTimeOffset expires) =>
        new("invitation", Guid.Parse("0193f0c2-a7b5-7c3e-8d1f-2a3b4c5d6e7f"), Guid.Parse("0193f0c2-a7b5-7c3e-8d1f-2a3b4c5d6e80"), 3, expires);

    private Links Links(params ReadOnlySpan<string> keys)
    {
        var options = new WebOptions();
        foreach (var key in keys)
            options.Keys.Add(key);
        return new Links(new LinkKeys(Options.Create(options), Documents, _time), _time);
    }

    private IDocuments Documents => _store.Documents;
}
