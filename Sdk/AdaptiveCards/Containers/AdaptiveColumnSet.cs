namespace AdaptiveCards;

/// <summary>Columns side by side.</summary>
public class AdaptiveColumnSet : AdaptiveCollectionElement
{
    /// <inheritdoc />
    public override string Type { get; set; } = "ColumnSet";

    /// <summary>The columns. Written even when empty.</summary>
    public List<AdaptiveColumn> Columns { get; set; } = [];

    /// <summary>Adds a column.</summary>
    /// <exception cref="ArgumentException">It is no <see cref="AdaptiveColumn"/>.</exception>
    public override void Add(AdaptiveElement element) => Columns.Add(Expect<AdaptiveColumn>(element));

    /// <inheritdoc />
    public override IEnumerator<AdaptiveElement> GetEnumerator() => Columns.GetEnumerator();

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Required("columns"u8, Columns, Type));
}

/// <summary>A column of a set: a container with a width.</summary>
public class AdaptiveColumn : AdaptiveContainer
{
    /// <inheritdoc />
    public override string Type { get; set; } = "Column";

    /// <summary>The width: <c>auto</c>, <c>stretch</c>, a share such as <c>2</c>, or <c>50px</c>. Null, the default: the host decides (stretch).</summary>
    public AdaptiveWidth? Width { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Text("width"u8, Width?.ToString()));
}
