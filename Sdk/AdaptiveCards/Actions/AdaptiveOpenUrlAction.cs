namespace AdaptiveCards;

/// <summary>Opens an address.</summary>
public class AdaptiveOpenUrlAction : AdaptiveAction
{
    /// <inheritdoc />
    public override string Type { get; set; } = "Action.OpenUrl";

    /// <summary>What is opened. Required; written as it was given.</summary>
    public Uri? Url { get; set; }

    /// <summary><see cref="Url"/> as text.</summary>
    /// <exception cref="UriFormatException">The value set is no absolute address.</exception>
    public string? UrlString { get => Url?.ToString(); set => Url = value is null ? null : new Uri(value); }

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Required("url"u8, Url, Type));
}
