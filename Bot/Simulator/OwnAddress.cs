using CoordinatorBot.Edges.Web;

using Microsoft.AspNetCore.Hosting.Server;

namespace CoordinatorBot.Simulator;

/// <summary>Where this process listens, as it calls itself; known once the server has started.</summary>
internal sealed class OwnAddress(IServer server)
{
    private Uri? _found;

    /// <summary>Such as <c>http://localhost:3978/</c>.</summary>
    public Uri Root => _found ??= SiteAddress.ListenedOn(server);

    /// <summary>The address of the connector service, given to the bot in every activity.</summary>
    public string ServiceUrl => new Uri(Root, "simulator/connector/").ToString();
}
