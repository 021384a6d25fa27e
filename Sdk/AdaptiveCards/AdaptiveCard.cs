using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A card: what it shows (<see cref="Body"/>), what its buttons do (<see cref="Actions"/>), and how a host renews it (<see cref="Refresh"/>).</summary>
/// <remarks>System.Text.Json writes a card as <see cref="ToJson"/> does, wherever it stands in what is serialized.</remarks>
[JsonConverter(typeof(CardConverter))]
public class AdaptiveCard : AdaptiveTypedElement
{
    /// <summary>The content type of an attachment that holds a card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Makes an empty card for hosts that know this version of the schema.</summary>
    public AdaptiveCard(AdaptiveSchemaVersion schemaVersion) => Version = schemaVersion;

    /// <summary>Makes an empty card for hosts that know this version of the schema, such as <c>1.5</c>.</summary>
    /// <exception cref="ArgumentException"><paramref name="schemaVersion"/> is null.</exception>
    /// <exception cref="AdaptiveSerializationException"><paramref name="schemaVersion"/> is not a version.</exception>
    public AdaptiveCard(string schemaVersion)
        : this(new AdaptiveSchemaVersion(schemaVersion)) { }

    /// <inheritdoc />
    public override string Type { get; set; } = "AdaptiveCard";

    /// <summary>The lowest version of the schema a host must know to show the card; an older one shows <see cref="FallbackText"/>.</summary>
    public AdaptiveSchemaVersion? Version { get; set; }

    /// <summary>What a host shows, as Markdown, if <see cref="Version"/> is too new for it.</summary>
    public string? FallbackText { get; set; }

    /// <summary>What is read out for the whole card: text, or an SSML fragment.</summary>
    public string? Speak { get; set; }

    /// <summary>The two-letter ISO 639-1 language of the card, by which hosts format <c>{{DATE()}}</c> and <c>{{TIME()}}</c>.</summary>
    public string? Lang { get; set; }

    /// <summary>A title for hosts that show the card in a dialog. Not part of the schema.</summary>
    public string? Title { get; set; }

    /// <summary>The picture behind the card.</summary>
    public AdaptiveBackgroundImage? BackgroundImage { get; set; }

    /// <summary>The least height, in pixels with their unit: <c>50px</c>. Schema 1.2.</summary>
    public string? MinHeight { get; set; }

    /// <summary>Right to left, left to right, or (null, the default) as the host does. Schema 1.5.</summary>
    public bool? Rtl { get; set; }

    /// <summary>What the card shows, from top to bottom. Left out of the JSON when empty.</summary>
    public List<AdaptiveElement> Body { get; set; } = [];

    /// <summary>The buttons below the card. Left out of the JSON when empty. Teams shows the first 6.</summary>
    public List<AdaptiveAction> Actions { get; set; } = [];

    /// <summary>Where the content stands when the card is higher than it. Default: top.</summary>
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    /// <summary>What a click on the card itself does. Hosts don't support <see cref="AdaptiveShowCardAction"/> here.</summary>
    public AdaptiveAction? SelectAction { get; set; }

    /// <summary>How a host asks the bot for the newest state of the card, for each person who sees it. Schema 1.4.</summary>
    public AdaptiveRefresh? Refresh { get; set; }

    /// <summary>Facts about the card itself. Schema 1.6.</summary>
    public AdaptiveMetadata? Metadata { get; set; }

    /// <summary>The card as JSON, on one line. Members with their default value are left out.</summary>
    /// <exception cref="AdaptiveSerializationException">A member without which no host shows the element is null, such as the URL of an image.</exception>
    public string ToJson() => CardJson.Write(this);

    private protected override void WriteMembers(Utf8JsonWriter writer) => writer
        .Text("version"u8, Version?.ToString())
        .Text("fallbackText"u8, FallbackText)
        .Text("speak"u8, Speak)
        .Text("lang"u8, Lang)
        .Text("title"u8, Title)
        .Object("backgroundImage"u8, BackgroundImage)
        .Text("minHeight"u8, MinHeight)
        .Flag("rtl"u8, Rtl)
        .List("body"u8, Body is { Count: > 0 } ? Body : null)
        .List("actions"u8, Actions is { Count: > 0 } ? Actions : null)
        .Enum("verticalContentAlignment"u8, VerticalContentAlignment)
        .Object("selectAction"u8, SelectAction)
        .Object("refresh"u8, Refresh)
        .Object("metadata"u8, Metadata);
}
