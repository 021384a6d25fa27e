namespace AdaptiveCards;

/// <summary>Something a card shows.</summary>
public abstract class AdaptiveElement : AdaptiveTypedElement
{
    private AdaptiveHeight? _height;

    /// <summary>The distance to the element before.</summary>
    public AdaptiveSpacing Spacing { get; set; }

    /// <summary>Whether a line is drawn between it and the element before. Default: false.</summary>
    public bool Separator { get; set; }

    /// <summary>Whether it fills the height that is left; for an image, also a number of pixels. Default: <see cref="AdaptiveHeight.Auto"/>. Schema 1.1.</summary>
    public AdaptiveHeight Height { get => _height ??= new AdaptiveHeight(AdaptiveHeightType.Auto); set => _height = value; }

    /// <summary>Whether it is shown at first; <see cref="AdaptiveToggleVisibilityAction"/> changes it. Default: true. Schema 1.2.</summary>
    public bool IsVisible { get; set; } = true;

    private protected override void WriteMembers(Utf8JsonWriter writer) => writer
        .Enum("spacing"u8, Spacing)
        .Flag("separator"u8, Separator)
        .Object("height"u8, _height)
        .Flag("isVisible"u8, IsVisible, unless: true);
}
