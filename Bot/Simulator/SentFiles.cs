using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>Files that people attached, served to the bot by an address that needs no further permission.</summary>
internal sealed class SentFiles(TimeProvider clock, OwnAddress address)
{
    private readonly ConcurrentDictionary<string, (string Name, byte[] Content)> _files = [];

    /// <summary>Keeps a file; the result is its id.</summary>
    public string Add(string name, byte[] content)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        _files[id] = (Path.GetFileName(name), content);
        return id;
    }

    public byte[]? Find(string id) => _files.TryGetValue(id, out var file) ? file.Content : null;

    /// <summary>The files with these ids as Teams attaches them; unknown ids are left out.</summary>
    public JsonArray Attachments(IEnumerable<string> ids)
    {
        var attachments = new JsonArray();
        foreach (var id in ids)
        {
            if (_files.TryGetValue(id, out var file))
                attachments.Add(Activities.File(file.Name, new Uri(address.Root, $"simulator/files/{id}/{Uri.EscapeDataString(file.Name)}").ToString(), id));
        }
        return attachments;
    }
}
