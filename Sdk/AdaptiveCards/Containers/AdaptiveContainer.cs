namespace AdaptiveCards;

/// <summary>Elements below each other that belong together.</summary>
public class AdaptiveContainer : AdaptiveCollectionElement
{
    /// <inheritdoc />
    public override string Type { get; set; } = "Container";

    /// <summary>The elements. Written even when empty.</summary>
    public List<AdaptiveElement> Items { get; set; } = [];

    /// <summary>The picture behind them. Schema 1.2.</summary>
    public AdaptiveBackgroundImage? BackgroundImage { get; set; }

    /// <summary>Right to left, left to right, or (null, the default) as around it. Schema 1.5.</summary>
    public bool? Rtl { get; set; }

    /// <inheritdoc />
    public override void Add(AdaptiveElement element) => Items.Add(element);

    /// <inheritdoc />
    public override IEnumerator<AdaptiveElement> GetEnumerator() => Items.GetEnumerator();

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Object("backgroundImage"u8, BackgroundImage)
        .List("items"u8, Items)
        .Flag("rtl"u8, Rtl));
}
