using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace AdaptiveCards.Serialization;

/// <summary>Writes into a buffer that each thread keeps, so that a card costs hardly more than its string.</summary>
internal static class CardJson
{
    /// <summary>Cards are meant to stay under 28 KB; a buffer that a larger one has stretched is not kept.</summary>
    private const int LargestKept = 64 * 1024;

    // JSON in a body of its own needs no HTML escaping; without it text in any script stays as short as it is.
    internal static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    [ThreadStatic]
    private static Workspace? _idle;

    internal static string Write(IJsonWritable part) => Write(part, static (writer, value) => value.Write(writer));

    internal static string WriteData(object data) => Write(data, JsonData.Write);

    private static string Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        // Taken away while in use: the getter of a caller's data may itself write a card.
        var workspace = _idle ?? new Workspace();
        _idle = null;
        try
        {
            write(workspace.Writer, value);
            workspace.Writer.Flush();
            return Encoding.UTF8.GetString(workspace.Buffer.WrittenSpan);
        }
        finally
        {
            workspace.Reset();
            if (workspace.Buffer.Capacity <= LargestKept) _idle = workspace;
        }
    }

    private sealed class Workspace
    {
        public Workspace() => Writer = new Utf8JsonWriter(Buffer, new JsonWriterOptions { Encoder = Encoder });

        public ArrayBufferWriter<byte> Buffer { get; } = new(4096);

        public Utf8JsonWriter Writer { get; }

        public void Reset()
        {
            Buffer.ResetWrittenCount();
            Writer.Reset();
        }
    }
}
