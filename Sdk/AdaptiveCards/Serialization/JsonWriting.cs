using System.Runtime.CompilerServices;
using System.Text;

namespace AdaptiveCards.Serialization;

/// <summary>
/// The ways a member is written, one after the other: <c>writer.Start().Text("title"u8, Title).Flag("wrap"u8, Wrap).End()</c>.
/// Optional members are left out at their default, required ones refuse null.
/// </summary>
internal static class JsonWriting
{
    internal static Utf8JsonWriter Start(this Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        return writer;
    }

    internal static void End(this Utf8JsonWriter writer) => writer.WriteEndObject();

    internal static Utf8JsonWriter Text(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
        return writer;
    }

    /// <param name="owner">The kind of element that needs the member, for the message.</param>
    internal static Utf8JsonWriter Required(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value, string owner) =>
        writer.Text(name, value ?? throw Missing(name, owner));

    internal static Utf8JsonWriter Required(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, Uri? value, string owner) =>
        writer.Required(name, value?.OriginalString, owner);

    internal static Utf8JsonWriter Required<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<T>? items, string owner)
        where T : IJsonWritable =>
        writer.List(name, items ?? throw Missing(name, owner));

    internal static Utf8JsonWriter Flag(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool value, bool unless = false) =>
        writer.Flag(name, value == unless ? null : value);

    internal static Utf8JsonWriter Flag(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } known) writer.WriteBoolean(name, known);
        return writer;
    }

    internal static Utf8JsonWriter Count(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, int value) => writer.Number(name, value == 0 ? double.NaN : value);

    /// <summary>Writes a number, unless it is none.</summary>
    internal static Utf8JsonWriter Number(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, double value)
    {
        if (!double.IsNaN(value)) writer.WriteNumber(name, value);
        return writer;
    }

    /// <summary>Writes an enum by its camel-cased name, unless it is the first of its values.</summary>
    internal static Utf8JsonWriter Enum<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value)
        where T : struct, Enum =>
        writer.Enum(name, Unsafe.BitCast<T, int>(value) == 0 ? null : (T?)value);

    internal static Utf8JsonWriter Enum<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : struct, Enum
    {
        if (value is not { } known) return writer;
        var index = Unsafe.BitCast<T, int>(known);
        if ((uint)index < (uint)EnumNames<T>.All.Length)
            writer.WriteString(name, EnumNames<T>.All[index]);
        else
            writer.WriteNumber(name, index);
        return writer;
    }

    internal static Utf8JsonWriter Object(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IJsonWritable? part)
    {
        if (part is not { SaysNothing: false }) return writer;
        writer.WritePropertyName(name);
        part.Write(writer);
        return writer;
    }

    internal static Utf8JsonWriter List<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<T>? items)
        where T : IJsonWritable
    {
        if (items is null) return writer;
        writer.WriteStartArray(name);
        foreach (var item in items) JsonData.Write(writer, item);
        writer.WriteEndArray();
        return writer;
    }

    internal static Utf8JsonWriter Data(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, object? value)
    {
        if (value is null) return writer;
        writer.WritePropertyName(name);
        JsonData.Write(writer, value);
        return writer;
    }

    internal static Utf8JsonWriter Additional(this Utf8JsonWriter writer, Dictionary<string, object?>? members)
    {
        if (members is null) return writer;
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            JsonData.Write(writer, value);
        }
        return writer;
    }

    /// <summary>How a text looks.</summary>
    internal static Utf8JsonWriter Look(this Utf8JsonWriter writer, IAdaptiveTextElement text) => writer
        .Enum("size"u8, text.Size)
        .Enum("weight"u8, text.Weight)
        .Enum("color"u8, text.Color)
        .Enum("fontType"u8, text.FontType)
        .Flag("isSubtle"u8, text.IsSubtle)
        .Flag("italic"u8, text.Italic)
        .Flag("strikethrough"u8, text.Strikethrough);

    private static AdaptiveSerializationException Missing(ReadOnlySpan<byte> name, string owner) =>
        new($"{owner} needs '{Encoding.UTF8.GetString(name)}', which is null.");

    private static class EnumNames<T>
        where T : struct, Enum
    {
        // Every enum of the schema counts from zero without a gap, so its names are an array.
        public static readonly JsonEncodedText[] All =
            [.. System.Enum.GetNames<T>().Select(name => JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(name)))];
    }
}
