using System.Globalization;

namespace AdaptiveCards;

/// <summary>How wide a column is: as its content, as far as there is room, a share of it, or a number of pixels.</summary>
public class AdaptiveWidth : IEquatable<AdaptiveWidth>
{
    /// <summary>Makes <see cref="Auto"/>.</summary>
    public AdaptiveWidth() { }

    /// <summary>Makes a width of this kind, without a number.</summary>
    public AdaptiveWidth(AdaptiveWidthType widthType) => WidthType = widthType;

    /// <summary>Makes a width in pixels.</summary>
    public AdaptiveWidth(uint px)
    {
        WidthType = AdaptiveWidthType.Pixel;
        Unit = px;
    }

    /// <summary>Reads <c>auto</c>, <c>stretch</c>, <c>50px</c>, or a share such as <c>2</c>; null and empty are auto.</summary>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    public AdaptiveWidth(string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        var inPixels = value.EndsWith("px", StringComparison.Ordinal);
        var digits = inPixels ? value.AsSpan(0, value.Length - 2) : value;
        if (uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            WidthType = inPixels ? AdaptiveWidthType.Pixel : AdaptiveWidthType.Weighted;
            Unit = number;
        }
        else if (string.Equals(value, "stretch", StringComparison.OrdinalIgnoreCase))
        {
            WidthType = AdaptiveWidthType.Stretch;
        }
        else if (!string.Equals(value, "auto", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"'{value}' is no width: auto, stretch, 50px or 2.", nameof(value));
        }
    }

    /// <summary>As wide as the content.</summary>
    public static AdaptiveWidth Auto { get; } = new(AdaptiveWidthType.Auto);

    /// <summary>All the width that is left.</summary>
    public static AdaptiveWidth Stretch { get; } = new(AdaptiveWidthType.Stretch);

    /// <summary>The kind of width.</summary>
    public AdaptiveWidthType WidthType { get; set; }

    /// <summary>The pixels or the share; null for the other kinds.</summary>
    public uint? Unit { get; set; }

    /// <summary>Makes a width in pixels.</summary>
    public static implicit operator AdaptiveWidth(uint value) => new(value);

    /// <summary>Makes a width of this kind.</summary>
    public static implicit operator AdaptiveWidth(AdaptiveWidthType value) => new(value);

    /// <summary>Reads <c>auto</c>, <c>stretch</c>, <c>50px</c> or <c>2</c>.</summary>
    public static implicit operator AdaptiveWidth(string? value) => new(value);

    /// <summary>Whether both mean the same width.</summary>
    public static bool operator ==(AdaptiveWidth? ah1, AdaptiveWidth? ah2) => ah1 is null ? ah2 is null : ah1.Equals(ah2);

    /// <summary>Whether they mean different widths.</summary>
    public static bool operator !=(AdaptiveWidth? ah1, AdaptiveWidth? ah2) => !(ah1 == ah2);

    /// <summary>Whether it is a number of pixels.</summary>
    public bool IsPixel() => WidthType == AdaptiveWidthType.Pixel;

    /// <inheritdoc />
    public bool Equals(AdaptiveWidth? other) => other is not null && WidthType == other.WidthType && Number == other.Number;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as AdaptiveWidth);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(WidthType, Number);

    /// <summary><c>auto</c>, <c>stretch</c>, <c>50px</c> or <c>2</c>, as in the JSON.</summary>
    public override string ToString() => WidthType switch
    {
        AdaptiveWidthType.Auto => "auto",
        AdaptiveWidthType.Stretch => "stretch",
        AdaptiveWidthType.Weighted => string.Create(CultureInfo.InvariantCulture, $"{Unit}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Unit}px"),
    };

    private uint? Number => WidthType is AdaptiveWidthType.Pixel or AdaptiveWidthType.Weighted ? Unit : null;
}
