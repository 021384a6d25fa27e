namespace AdaptiveCards;

/// <summary>Facts below each other, each a title and a value.</summary>
public class AdaptiveFactSet : AdaptiveElement
{
    /// <inheritdoc />
    public override string Type { get; set; } = "FactSet";

    /// <summary>The facts. Written even when empty.</summary>
    public List<AdaptiveFact> Facts { get; set; } = [];

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Required("facts"u8, Facts, Type));
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

    void IJsonWritable.Write(Utf8JsonWriter writer) => writer.Start()
        .Required("title"u8, Title, "Fact")
        .Required("value"u8, Value, "Fact")
        .End();
}
