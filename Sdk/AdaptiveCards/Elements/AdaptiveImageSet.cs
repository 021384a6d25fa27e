namespace AdaptiveCards;

/// <summary>Pictures side by side, all of one size.</summary>
public class AdaptiveImageSet : AdaptiveElement
{
    /// <inheritdoc />
    public override string Type { get; set; } = "ImageSet";

    /// <summary>The pictures. Written even when empty.</summary>
    public List<AdaptiveImage> Images { get; set; } = [];

    /// <summary>The approximate size of each.</summary>
    public AdaptiveImageSize ImageSize { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Required("images"u8, Images, Type)
        .Enum("imageSize"u8, ImageSize));
}
