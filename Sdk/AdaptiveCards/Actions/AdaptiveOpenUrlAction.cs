namespace AdaptiveCards;

/// <summary>Opens an address.</summary>
public class AdaptiveOpenUrlAction : AdaptiveAction
{
    /// <summary>The <see cref="Type"/> of this action.</summary>
    public const string TypeName = "Action.OpenUrl";

    /// <inheritdoc />
    public override string Type { get; set; } = TypeName;

    /// <summary>What is opened. Required; written as it was given.</summary>
    public Uri? Url { get; set; }

    /// <summary><see cref="Url"/> as text.</summary>
    /// <exception cref="UriFormatException">The value set is no absolute address.</exception>
    public string? UrlString { get => Url?.ToString(); set => Url = value is null ? null : new Uri(value); }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteRequired("url"u8, Url, TypeName);
        base.WriteMembers(writer);
    }
}
