using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace CoordinatorBot.Simulator;

/// <summary>The pages that are open, and the players of samples: who is told of what happens.</summary>
internal sealed class Pages
{
    private readonly ConcurrentDictionary<Page, byte> _open = [];

    /// <summary>
    /// Opens a page for a person, or for all the windows of a browser (null), which then see by the member
    /// <c>to</c> whom each piece of news is for. It is told of everything after this call. Dispose it to close.
    /// </summary>
    public Page Open(string? personId)
    {
        var page = new Page(this, personId);
        _open[page] = 0;
        return page;
    }

    /// <summary>Tells every page.</summary>
    public void Tell(JsonObject news)
    {
        foreach (var page in _open.Keys)
            page.Write(news);
    }

    /// <summary>Tells the pages of one person.</summary>
    public void Tell(string personId, JsonObject news) => Tell(personId, () => news);

    /// <summary>Tells the pages of one person what is made only if there are any.</summary>
    public void Tell(string personId, Func<JsonObject> news)
    {
        JsonObject? made = null;
        foreach (var page in _open.Keys)
        {
            if (page.PersonId is null || page.PersonId == personId)
                page.Write(made ??= For(personId, news()));
        }
    }

    private static JsonObject For(string personId, JsonObject news)
    {
        news["to"] = personId;
        return news;
    }

    /// <summary>An open page.</summary>
    internal sealed class Page(Pages owner, string? personId) : IDisposable
    {
        private readonly Channel<string> _news = System.Threading.Channels.Channel.CreateUnbounded<string>();

        public string? PersonId => personId;

        /// <summary>What happened since the page was opened, each as JSON.</summary>
        public ChannelReader<string> News => _news.Reader;

        public void Write(JsonObject news) => _news.Writer.TryWrite(news.ToJsonString());

        public void Dispose()
        {
            owner._open.TryRemove(this, out _);
            _news.Writer.TryComplete();
        }
    }
}
