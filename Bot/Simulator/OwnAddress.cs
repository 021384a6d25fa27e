using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CoordinatorBot.Simulator;

/// <summary>Where this process listens, as it calls itself; known once the server has started.</summary>
internal sealed class OwnAddress(IServer server)
{
    private Uri? _found;

    /// <summary>Such as <c>http://localhost:3978/</c>.</summary>
    public Uri Root => _found ??= Find();

    /// <summary>The address of the connector service, given to the bot in every activity.</summary>
    public string ServiceUrl => new Uri(Root, "simulator/connector/").ToString();

    private Uri Find()
    {
        var all = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var http = all.FirstOrDefault(a => a.StartsWith("http:", StringComparison.Ordinal)) ?? all.FirstOrDefault()
            ?? throw new InvalidOperationException("The simulator needs a server that listens on a port.");
        var address = BindingAddress.Parse(http);
        return new UriBuilder(address.Scheme, "localhost", address.Port).Uri;
    }
}
