namespace AdaptiveCards;

/// <summary>One or several of some choices. Their values must not contain a comma: several are sent as <c>a,b</c>.</summary>
public class AdaptiveChoiceSetInput : AdaptiveInput
{
    /// <inheritdoc />
    public override string Type { get; set; } = "Input.ChoiceSet";

    /// <summary>The choices. Written even when empty.</summary>
    public List<AdaptiveChoice> Choices { get; set; } = [];

    /// <summary>The value chosen at first; several with commas between.</summary>
    public string? Value { get; set; }

    /// <summary>How they are offered.</summary>
    public AdaptiveChoiceInputStyle Style { get; set; }

    /// <summary>Whether several can be chosen. Default: false.</summary>
    public bool IsMultiSelect { get; set; }

    /// <summary>An example, shown while nothing is chosen; no substitute for a label.</summary>
    public string? Placeholder { get; set; }

    /// <summary>Whether long titles go on in the next line. Default: false. Schema 1.2.</summary>
    public bool Wrap { get; set; }

    /// <summary>Where a host finds more choices while one types, such as the people of the tenant in Teams. Schema 1.6.</summary>
    public AdaptiveDataQuery? DataQuery { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Required("choices"u8, Choices, Type)
        .Object("choices.data"u8, DataQuery)
        .Text("value"u8, Value)
        // As nullable: these two are written with their default too.
        .Enum("style"u8, (AdaptiveChoiceInputStyle?)Style)
        .Flag("isMultiSelect"u8, (bool?)IsMultiSelect)
        .Text("placeholder"u8, Placeholder)
        .Flag("wrap"u8, Wrap));
}

/// <summary>A choice of a set. Both members are required.</summary>
public class AdaptiveChoice : IJsonWritable
{
    /// <summary>What is shown.</summary>
    public string? Title { get; set; }

    /// <summary>What is sent.</summary>
    public string? Value { get; set; }

    void IJsonWritable.Write(Utf8JsonWriter writer) => writer.Start()
        .Required("title"u8, Title, "Input.Choice")
        .Required("value"u8, Value, "Input.Choice")
        .End();
}

/// <summary>Where a host finds choices while one types.</summary>
public class AdaptiveDataQuery : IJsonWritable
{
    /// <summary>The name of this part in the schema.</summary>
    public string Type { get; set; } = "Data.Query";

    /// <summary>The name of the source, such as <c>graph.microsoft.com/users</c>. Required.</summary>
    public string? Dataset { get; set; }

    /// <summary>What was typed; the host fills it in.</summary>
    public string? Value { get; set; }

    /// <summary>How many choices at once. 0, the default: the host decides.</summary>
    public int Count { get; set; }

    /// <summary>How many to leave out, for the next page.</summary>
    public int Skip { get; set; }

    void IJsonWritable.Write(Utf8JsonWriter writer)
    {
        writer.Start().Text("type"u8, Type).Required("dataset"u8, Dataset, Type);
        // The official package writes a page even if none is asked for; hosts that ask for it by themselves need none.
        if (Value is not null || Count != 0 || Skip != 0)
        {
            writer.WriteString("value"u8, Value);
            writer.WriteNumber("count"u8, Count);
            writer.WriteNumber("skip"u8, Skip);
        }
        writer.End();
    }
}
