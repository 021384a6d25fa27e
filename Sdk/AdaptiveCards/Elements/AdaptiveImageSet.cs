namespace AdaptiveCards;

/// <summary>Pictures side by side, all of one size.</summary>
public class AdaptiveImageSet : AdaptiveElement
{
    /// <summary>The <see cref="Type"/> of this element.</summary>
    public const string TypeName = "ImageSet";

    /// <inheritdoc />
    public override string Type { get; set; } = TypeName;

    /// <summary>The pictures. Written even when empty.</summary>
    public List<AdaptiveImage> Images { get; set; } = [];

    /// <summary>The approximate size of each.</summary>
    public AdaptiveImageSize ImageSize { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteRequired("images"u8, Images, TypeName);
        writer.WriteEnum("imageSize"u8, ImageSize);
        base.WriteMembers(writer);
    }
}
