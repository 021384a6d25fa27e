using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Web;

/// <summary>Where people's browsers find the bot.</summary>
public sealed class SiteAddress(IOptions<WebOptions> options, IServer server)
{
    private Uri? _root;

    /// <summary>As set, with a slash at its end; where nothing is set the address this process listens on, known once the server has started.</summary>
    /// <exception cref="InvalidOperationException">Neither is there.</exception>
    public Uri Root => _root ??= options.Value.Address is { Length: > 0 } set ? new Uri(set.TrimEnd('/') + "/") : ListenedOn(server);

    /// <summary>The address that this process listens on, as it is called on this machine.</summary>
    public static Uri ListenedOn(IServer server)
    {
        var all = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var http = all.FirstOrDefault(a => a.StartsWith("http:", StringComparison.Ordinal)) ?? all.FirstOrDefault()
            ?? throw new InvalidOperationException("The bot listens on no port.");
        var address = BindingAddress.Parse(http);
        return new UriBuilder(address.Scheme, "localhost", address.Port).Uri;
    }
}
