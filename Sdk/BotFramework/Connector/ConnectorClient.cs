using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The connector of a channel, over HTTP.</summary>
public class ConnectorClient : ServiceClient<ConnectorClient>, IConnectorClient
{
    /// <summary>A client of the connector at an address.</summary>
    /// <param name="baseUri">The service URL of an authenticated activity: it is where the token goes.</param>
    /// <param name="credentials">What proves who is asking.</param>
    /// <param name="httpClient">What sends; it must not follow redirects.</param>
    /// <param name="disposeHttpClient">Whether to dispose of it with this client.</param>
    public ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient httpClient, bool disposeHttpClient)
        : base(httpClient, disposeHttpClient)
    {
        ArgumentNullException.ThrowIfNull(baseUri);
        ArgumentNullException.ThrowIfNull(httpClient);
        (BaseUri, Credentials) = (baseUri, credentials);
        Conversations = new Conversations(this);
    }

    /// <inheritdoc/>
    public Uri BaseUri { get; set; }

    /// <inheritdoc/>
    public ServiceClientCredentials Credentials { get; }

    /// <inheritdoc/>
    public IConversations Conversations { get; }
}
