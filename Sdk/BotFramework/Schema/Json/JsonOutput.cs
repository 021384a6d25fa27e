#nullable enable
using System.Buffers;
using System.Text.Encodings.Web;

namespace Microsoft.Bot.Schema;

/// <summary>Writes JSON into a buffer. Each thread keeps its writer: one for each value would be a good part of what a turn allocates.</summary>
internal static class JsonOutput
{
    /// <summary>Deepest nesting that is written: that of state, a dialog in another's state.</summary>
    public const int MaxDepth = 256;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? _idle;

    public static void Write<T>(IBufferWriter<byte> output, T value, Action<Utf8JsonWriter, T> write)
    {
        var writer = _idle ?? new Utf8JsonWriter(output, Options);

        // What is written may write something itself.
        _idle = null;
        writer.Reset(output);
        write(writer, value);
        writer.Flush();
        _idle = writer;
    }
}
