using System.Runtime.CompilerServices;
using System.Text;

namespace AdaptiveCards.Serialization;

/// <summary>The ways a member is written: optional ones are left out at their default, required ones refuse null.</summary>
internal static class JsonWriting
{
    internal static void WriteText(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    /// <param name="owner">The kind of element that needs the member, for the message.</param>
    internal static void WriteRequired(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value, string owner) =>
        writer.WriteString(name, value ?? throw Missing(name, owner));

    internal static void WriteRequired(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, Uri? value, string owner) =>
        writer.WriteString(name, value?.OriginalString ?? throw Missing(name, owner));

    internal static void WriteRequired<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<T>? items, string owner)
        where T : IJsonWritable =>
        writer.WriteList(name, items ?? throw Missing(name, owner));

    internal static void WriteFlag(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool value, bool unless = false)
    {
        if (value != unless) writer.WriteBoolean(name, value);
    }

    internal static void WriteFlag(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } known) writer.WriteBoolean(name, known);
    }

    internal static void WriteCount(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, int value)
    {
        if (value != 0) writer.WriteNumber(name, value);
    }

    internal static void WriteUnlessNaN(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, double value)
    {
        if (!double.IsNaN(value)) writer.WriteNumber(name, value);
    }

    /// <summary>Writes an enum by its camel-cased name, unless it is the first of its values.</summary>
    internal static void WriteEnum<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value)
        where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(value, default)) writer.WriteEnumAlways(name, value);
    }

    internal static void WriteEnum<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : struct, Enum
    {
        if (value is { } known) writer.WriteEnumAlways(name, known);
    }

    internal static void WriteEnumAlways<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value)
        where T : struct, Enum
    {
        var index = Unsafe.BitCast<T, int>(value);
        if ((uint)index < (uint)EnumNames<T>.All.Length)
            writer.WriteString(name, EnumNames<T>.All[index]);
        else
            writer.WriteNumber(name, index);
    }

    internal static void WriteObject(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IJsonWritable? part)
    {
        if (part is null) return;
        writer.WritePropertyName(name);
        part.Write(writer);
    }

    internal static void WriteList<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<T>? items)
        where T : IJsonWritable
    {
        if (items is null) return;
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            if (item is null)
                writer.WriteNullValue();
            else
                item.Write(writer);
        }
        writer.WriteEndArray();
    }

    internal static void WriteData(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, object? value)
    {
        if (value is null) return;
        writer.WritePropertyName(name);
        JsonData.Write(writer, value);
    }

    internal static void WriteAdditional(this Utf8JsonWriter writer, Dictionary<string, object?>? members)
    {
        if (members is null) return;
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            JsonData.Write(writer, value);
        }
    }

    private static AdaptiveSerializationException Missing(ReadOnlySpan<byte> name, string owner) =>
        new($"{owner} needs '{Encoding.UTF8.GetString(name)}', which is null.");

    private static class EnumNames<T>
        where T : struct, Enum
    {
        // Every enum of the schema counts from zero without a gap, so its names are an array.
        public static readonly JsonEncodedText[] All =
            [.. Enum.GetNames<T>().Select(name => JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(name)))];
    }
}
