using System.Collections;

namespace AdaptiveCards;

/// <summary>An element that holds others. Its content can be given in braces: <c>new AdaptiveContainer { first, second }</c>.</summary>
public abstract class AdaptiveCollectionElement : AdaptiveElement, IEnumerable<AdaptiveElement>
{
    /// <summary>The colour set; null, the default: that around it.</summary>
    public AdaptiveContainerStyle? Style { get; set; }

    /// <summary>Where the content stands from left to right. Default: left. In the schema for <see cref="AdaptiveColumnSet"/> only.</summary>
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    /// <summary>Where the content stands from top to bottom. Default: top. Schema 1.1.</summary>
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    /// <summary>What a click on it does. Schema 1.1.</summary>
    public AdaptiveAction? SelectAction { get; set; }

    /// <summary>Whether its background reaches to the edge of what is around it. Default: false. Schema 1.2.</summary>
    public bool Bleed { get; set; }

    /// <summary>The least height, in pixels with their unit: <c>80px</c>. Schema 1.2.</summary>
    public string? MinHeight { get; set; }

    /// <summary>Adds an element at the end.</summary>
    public abstract void Add(AdaptiveElement element);

    /// <summary>The elements it holds.</summary>
    public abstract IEnumerator<AdaptiveElement> GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Enum("style"u8, Style)
        .Enum("horizontalAlignment"u8, HorizontalAlignment)
        .Enum("verticalContentAlignment"u8, VerticalContentAlignment)
        .Object("selectAction"u8, SelectAction)
        .Flag("bleed"u8, Bleed)
        .Text("minHeight"u8, MinHeight));

    /// <summary>The element as the only kind that fits here.</summary>
    private protected static T Expect<T>(AdaptiveElement element)
        where T : AdaptiveElement =>
        element as T ?? throw new ArgumentException($"Only an {typeof(T).Name} can stand here.", nameof(element));
}
