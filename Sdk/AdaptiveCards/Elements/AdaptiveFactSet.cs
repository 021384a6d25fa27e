namespace AdaptiveCards;

/// <summary>Facts below each other, each a title and a value.</summary>
public class AdaptiveFactSet : AdaptiveElement
{
    /// <summary>The <see cref="Type"/> of this element.</summary>
    public const string TypeName = "FactSet";

    /// <inheritdoc />
    public override string Type { get; set; } = TypeName;

    /// <summary>The facts. Written even when empty.</summary>
    public List<AdaptiveFact> Facts { get; set; } = [];

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteRequired("facts"u8, Facts, TypeName);
        base.WriteMembers(writer);
    }
}

/// <summary>A title and a value. Hosts read Markdown in both.</summary>
public class AdaptiveFact : IJsonWritable
{
    /// <summary>Makes one without title and value yet.</summary>
    public AdaptiveFact() { }

    /// <summary>Makes one.</summary>
    public AdaptiveFact(string? title, string? value) => (Title, Value) = (title, value);

    /// <summary>What it is about. Required.</summary>
    public string? Title { get; set; }

    /// <summary>What is said. Required.</summary>
    public string? Value { get; set; }

    void IJsonWritable.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteRequired("title"u8, Title, "Fact");
        writer.WriteRequired("value"u8, Value, "Fact");
        writer.WriteEndObject();
    }
}
