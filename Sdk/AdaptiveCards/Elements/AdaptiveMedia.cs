namespace AdaptiveCards;

/// <summary>Sound or film. Schema 1.1; Teams doesn't play it everywhere.</summary>
public class AdaptiveMedia : AdaptiveElement
{
    /// <inheritdoc />
    public override string Type { get; set; } = "Media";

    /// <summary>The same in several formats; a host plays the first it can.</summary>
    public List<AdaptiveMediaSource> Sources { get; set; } = [];

    /// <summary>The address of a picture shown before it plays.</summary>
    public string? Poster { get; set; }

    /// <summary>What those learn who can't see or hear it.</summary>
    public string? AltText { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Required("sources"u8, Sources, Type)
        .Text("poster"u8, Poster)
        .Text("altText"u8, AltText));
}

/// <summary>Sound or film in one format.</summary>
public class AdaptiveMediaSource : IJsonWritable
{
    /// <summary>Makes one without an address yet.</summary>
    public AdaptiveMediaSource() { }

    /// <summary>Makes one.</summary>
    public AdaptiveMediaSource(string? mimeType, string? url) => (MimeType, Url) = (mimeType, url);

    /// <summary>The format, such as <c>video/mp4</c>. Required.</summary>
    public string? MimeType { get; set; }

    /// <summary>The address. Required.</summary>
    public string? Url { get; set; }

    void IJsonWritable.Write(Utf8JsonWriter writer) => writer.Start()
        .Required("mimeType"u8, MimeType, "MediaSource")
        .Required("url"u8, Url, "MediaSource")
        .End();
}
