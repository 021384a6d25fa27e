#nullable enable
using System.Net.Http.Headers;
using Microsoft.Identity.Client;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A bearer token on each request, kept while it is good.</summary>
/// <param name="acquire">Asks Microsoft Entra ID; its client keeps tokens too, but takes its time to find them.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenCredentials(Func<CancellationToken, Task<AuthenticationResult>> acquire, TimeProvider time) : ServiceClientCredentials
{
    // Entra's own client takes a new one so long before the end.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private AuthenticationResult? _token;

    /// <exception cref="InvalidOperationException">The address is neither over TLS nor on this machine: no token goes there.</exception>
    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri?.MayCarryTokens() != true) throw new InvalidOperationException("A token is sent over https only.");
        var token = Volatile.Read(ref _token);
        if (token is null || token.ExpiresOn - time.GetUtcNow() < Margin)
        {
            token = await acquire(cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _token, token);
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
    }
}

/// <summary>No token, where the bot has no id.</summary>
internal sealed class NoCredentials : ServiceClientCredentials
{
    public static NoCredentials Instance { get; } = new();
}
