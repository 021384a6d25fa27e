using System.Globalization;

namespace AdaptiveCards;

/// <summary>How high an element is: as its content, as far as there is room, or (images) a number of pixels.</summary>
public class AdaptiveHeight : IEquatable<AdaptiveHeight>
{
    /// <summary>Makes <see cref="Auto"/>.</summary>
    public AdaptiveHeight() { }

    /// <summary>Makes a height of this kind, without a number.</summary>
    public AdaptiveHeight(AdaptiveHeightType heightType) => HeightType = heightType;

    /// <summary>Makes a height in pixels.</summary>
    public AdaptiveHeight(uint px)
    {
        HeightType = AdaptiveHeightType.Pixel;
        Unit = px;
    }

    /// <summary>Reads <c>auto</c>, <c>stretch</c>, <c>40px</c> or <c>40</c>; null is auto.</summary>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    public AdaptiveHeight(string? value)
    {
        if (value is null) return;
        var digits = value.EndsWith("px", StringComparison.Ordinal) ? value.AsSpan(0, value.Length - 2) : value;
        if (uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels))
        {
            HeightType = AdaptiveHeightType.Pixel;
            Unit = pixels;
        }
        else if (string.Equals(value, "stretch", StringComparison.OrdinalIgnoreCase))
        {
            HeightType = AdaptiveHeightType.Stretch;
        }
        else if (!string.Equals(value, "auto", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"'{value}' is no height: auto, stretch or 40px.", nameof(value));
        }
    }

    /// <summary>As high as the content.</summary>
    public static AdaptiveHeight Auto { get; } = new(AdaptiveHeightType.Auto);

    /// <summary>All the height that is left.</summary>
    public static AdaptiveHeight Stretch { get; } = new(AdaptiveHeightType.Stretch);

    /// <summary>The kind of height.</summary>
    public AdaptiveHeightType HeightType { get; set; }

    /// <summary>The number of pixels; null unless <see cref="HeightType"/> is Pixel.</summary>
    public uint? Unit { get; set; }

    /// <summary>Makes a height in pixels.</summary>
    public static implicit operator AdaptiveHeight(uint value) => new(value);

    /// <summary>Makes a height of this kind.</summary>
    public static implicit operator AdaptiveHeight(AdaptiveHeightType value) => new(value);

    /// <summary>Reads <c>auto</c>, <c>stretch</c> or <c>40px</c>.</summary>
    public static implicit operator AdaptiveHeight(string? value) => new(value);

    /// <summary>Whether both mean the same height.</summary>
    public static bool operator ==(AdaptiveHeight? ah1, AdaptiveHeight? ah2) => ah1 is null ? ah2 is null : ah1.Equals(ah2);

    /// <summary>Whether they mean different heights.</summary>
    public static bool operator !=(AdaptiveHeight? ah1, AdaptiveHeight? ah2) => !(ah1 == ah2);

    /// <summary>Whether it is a number of pixels.</summary>
    public bool IsPixel() => HeightType == AdaptiveHeightType.Pixel;

    /// <inheritdoc />
    public bool Equals(AdaptiveHeight? other) =>
        other is not null && HeightType == other.HeightType && (!IsPixel() || Unit == other.Unit);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as AdaptiveHeight);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(HeightType, IsPixel() ? Unit : null);

    /// <summary><c>auto</c>, <c>stretch</c> or <c>40px</c>, as in the JSON.</summary>
    public override string ToString() => HeightType switch
    {
        AdaptiveHeightType.Auto => "auto",
        AdaptiveHeightType.Stretch => "stretch",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Unit}px"),
    };

    /// <summary>Writes it unless it says nothing: auto, or no pixels.</summary>
    internal void WriteTo(Utf8JsonWriter writer)
    {
        if (HeightType == AdaptiveHeightType.Stretch || (IsPixel() && Unit is > 0)) writer.WriteString("height"u8, ToString());
    }
}
