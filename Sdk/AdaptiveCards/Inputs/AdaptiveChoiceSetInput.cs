namespace AdaptiveCards;

/// <summary>One or several of some choices. Their values must not contain a comma: several are sent as <c>a,b</c>.</summary>
public class AdaptiveChoiceSetInput : AdaptiveInput
{
    /// <summary>The <see cref="Type"/> of this input.</summary>
    public const string TypeName = "Input.ChoiceSet";

    /// <inheritdoc />
    public override string Type { get; set; } = TypeName;

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

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteRequired("choices"u8, Choices, TypeName);
        writer.WriteObject("choices.data"u8, DataQuery);
        writer.WriteText("value"u8, Value);
        writer.WriteEnumAlways("style"u8, Style);
        writer.WriteBoolean("isMultiSelect"u8, IsMultiSelect);
        writer.WriteText("placeholder"u8, Placeholder);
        writer.WriteFlag("wrap"u8, Wrap);
        base.WriteMembers(writer);
    }
}

/// <summary>A choice of a set. Both members are required.</summary>
public class AdaptiveChoice : IJsonWritable
{
    /// <summary>What is shown.</summary>
    public string? Title { get; set; }

    /// <summary>What is sent.</summary>
    public string? Value { get; set; }

    void IJsonWritable.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteRequired("title"u8, Title, "Input.Choice");
        writer.WriteRequired("value"u8, Value, "Input.Choice");
        writer.WriteEndObject();
    }
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
        writer.WriteStartObject();
        writer.WriteString("type"u8, Type);
        writer.WriteRequired("dataset"u8, Dataset, "Data.Query");
        if (Value is not null || Count != 0 || Skip != 0) WritePage(writer);
        writer.WriteEndObject();
    }

    // The official package writes a page even if none is asked for; hosts that ask for it by themselves need none.
    private void WritePage(Utf8JsonWriter writer)
    {
        writer.WriteString("value"u8, Value);
        writer.WriteNumber("count"u8, Count);
        writer.WriteNumber("skip"u8, Skip);
    }
}
