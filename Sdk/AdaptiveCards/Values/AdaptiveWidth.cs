namespace AdaptiveCards;

/// <summary>How wide a column is: as its content, as far as there is room, a share of it, or a number of pixels.</summary>
public class AdaptiveWidth : IEquatable<AdaptiveWidth>
{
    /// <summary>Makes a width of this kind, without a number.</summary>
    public AdaptiveWidth(AdaptiveWidthType widthType) => WidthType = widthType;

    /// <summary>Reads <c>auto</c>, <c>stretch</c>, <c>50px</c>, or a share such as <c>2</c>; null and empty are auto.</summary>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    public AdaptiveWidth(string? value) => (WidthType, Unit) = value?.ToLowerInvariant() switch
    {
        null or "" or "auto" => (AdaptiveWidthType.Auto, (uint?)null),
        "stretch" => (AdaptiveWidthType.Stretch, null),
        _ when Whole(value) is { } share => (AdaptiveWidthType.Weighted, share),
        _ when value.EndsWith("px", StringComparison.Ordinal) && Whole(value.AsSpan(0, value.Length - 2)) is { } pixels => (AdaptiveWidthType.Pixel, pixels),
        _ => throw new ArgumentException($"'{value}' is no width: auto, stretch, 50px or 2.", nameof(value)),
    };

    /// <summary>As wide as the content.</summary>
    public static AdaptiveWidth Auto { get; } = new(AdaptiveWidthType.Auto);

    /// <summary>All the width that is left.</summary>
    public static AdaptiveWidth Stretch { get; } = new(AdaptiveWidthType.Stretch);

    /// <summary>The kind of width.</summary>
    public AdaptiveWidthType WidthType { get; set; }

    /// <summary>The pixels or the share; null for the other kinds.</summary>
    public uint? Unit { get; set; }

    /// <summary>Reads <c>auto</c>, <c>stretch</c>, <c>50px</c> or <c>2</c>.</summary>
    public static implicit operator AdaptiveWidth(string? value) => new(value);

    /// <summary>Whether both mean the same width.</summary>
    public static bool operator ==(AdaptiveWidth? ah1, AdaptiveWidth? ah2) => Equals(ah1, ah2);

    /// <summary>Whether they mean different widths.</summary>
    public static bool operator !=(AdaptiveWidth? ah1, AdaptiveWidth? ah2) => !Equals(ah1, ah2);

    /// <inheritdoc />
    public bool Equals(AdaptiveWidth? other) => ToString() == other?.ToString();

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as AdaptiveWidth);

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary><c>auto</c>, <c>stretch</c>, <c>50px</c> or <c>2</c>, as in the JSON.</summary>
    public override string ToString() => WidthType switch
    {
        AdaptiveWidthType.Auto => "auto",
        AdaptiveWidthType.Stretch => "stretch",
        AdaptiveWidthType.Weighted => $"{Unit}",
        _ => $"{Unit}px",
    };

    private static uint? Whole(ReadOnlySpan<char> digits) => uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
