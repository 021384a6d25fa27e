namespace AdaptiveCards;

/// <summary>How high an element is: as its content, as far as there is room, or (images) a number of pixels.</summary>
public class AdaptiveHeight : IEquatable<AdaptiveHeight>, IJsonWritable
{
    /// <summary>Makes a height of this kind, without a number.</summary>
    public AdaptiveHeight(AdaptiveHeightType heightType) => HeightType = heightType;

    /// <summary>Makes a height in pixels.</summary>
    public AdaptiveHeight(uint px) => (HeightType, Unit) = (AdaptiveHeightType.Pixel, px);

    /// <summary>As high as the content.</summary>
    public static AdaptiveHeight Auto { get; } = new(AdaptiveHeightType.Auto);

    /// <summary>All the height that is left.</summary>
    public static AdaptiveHeight Stretch { get; } = new(AdaptiveHeightType.Stretch);

    /// <summary>The kind of height.</summary>
    public AdaptiveHeightType HeightType { get; set; }

    /// <summary>The number of pixels; null unless <see cref="HeightType"/> is Pixel.</summary>
    public uint? Unit { get; set; }

    /// <summary>Whether both mean the same height.</summary>
    public static bool operator ==(AdaptiveHeight? ah1, AdaptiveHeight? ah2) => Equals(ah1, ah2);

    /// <summary>Whether they mean different heights.</summary>
    public static bool operator !=(AdaptiveHeight? ah1, AdaptiveHeight? ah2) => !Equals(ah1, ah2);

    /// <inheritdoc />
    public bool Equals(AdaptiveHeight? other) => ToString() == other?.ToString();

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as AdaptiveHeight);

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary><c>auto</c>, <c>stretch</c> or <c>40px</c>, as in the JSON.</summary>
    public override string ToString() => HeightType switch
    {
        AdaptiveHeightType.Auto => "auto",
        AdaptiveHeightType.Stretch => "stretch",
        _ => $"{Unit}px",
    };

    // Auto, or no pixels.
    bool IJsonWritable.SaysNothing => HeightType == AdaptiveHeightType.Auto || (HeightType == AdaptiveHeightType.Pixel && Unit is null or 0);

    void IJsonWritable.Write(Utf8JsonWriter writer) => writer.WriteStringValue(ToString());
}
