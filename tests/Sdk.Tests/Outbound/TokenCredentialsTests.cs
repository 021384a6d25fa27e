using Microsoft.Bot.Connector.Authentication;
using Microsoft.Identity.Client;

namespace CoordinatorBot.Sdk.Tests.Outbound;

/// <summary>A token on a request: over TLS or within this machine, and a new one in time.</summary>
public sealed class TokenCredentialsTests
{
    private readonly Clock _clock = new();
    private readonly TokenCredentials _credentials;
    private int _asked;

    public TokenCredentialsTests() => _credentials = new TokenCredentials(_ => Task.FromResult(Token($"token-{++_asked}", _clock.Now.AddHours(1))), _clock);

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://127.0.0.1:9000/")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]:9000/")]
    public async Task It_goes_over_TLS_or_stays_on_this_machine(string address) => Assert.Equal("Bearer token-1", await SentAsync(address));

    [Theory]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("http://localhost.example/")]
    [InlineData("http://127.0.0.1.example/")]
    [InlineData("http://192.168.0.1/")]
    public async Task It_is_neither_asked_for_nor_sent_in_clear_text(string address)
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => SentAsync(address));

        Assert.Equal(0, _asked);
    }

    [Fact]
    public async Task New_one_is_asked_for_five_minutes_before_the_end()
    {
        Assert.Equal("Bearer token-1", await SentAsync("https://a.example/"));
        _clock.Now += TimeSpan.FromMinutes(55);
        Assert.Equal("Bearer token-1", await SentAsync("https://a.example/"));
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal("Bearer token-2", await SentAsync("https://a.example/"));
    }

    private async Task<string?> SentAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        await _credentials.ProcessHttpRequestAsync(request, CancellationToken.None);
        return request.Headers.Authorization?.ToString();
    }

    private static AuthenticationResult Token(string token, DateTimeOffset ends) => new(token, false, null, ends, ends, null, null, null, [], Guid.Empty);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
