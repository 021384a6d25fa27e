namespace AdaptiveCards;

/// <summary>What a table, its rows and its cells have in common: how the content of their cells is aligned.</summary>
public abstract class AdaptiveCollectionWithContentAlignment : AdaptiveCollectionElement
{
    /// <summary>Where the content of the cells stands from left to right. Default: left.</summary>
    public AdaptiveHorizontalContentAlignment HorizontalCellContentAlignment { get; set; }

    /// <summary>Where the content of the cells stands from top to bottom. Default: top.</summary>
    public AdaptiveVerticalContentAlignment VerticalCellContentAlignment { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Enum("horizontalCellContentAlignment"u8, HorizontalCellContentAlignment)
        .Enum("verticalCellContentAlignment"u8, VerticalCellContentAlignment));
}

/// <summary>A table. Schema 1.5.</summary>
public class AdaptiveTable : AdaptiveCollectionWithContentAlignment
{
    /// <inheritdoc />
    public override string Type { get; set; } = "Table";

    /// <summary>How wide the columns are and how their cells are aligned.</summary>
    public List<AdaptiveTableColumnDefinition> Columns { get; set; } = [];

    /// <summary>The rows, from top to bottom.</summary>
    public List<AdaptiveTableRow> Rows { get; set; } = [];

    /// <summary>Whether assistive software reads the first row as headers. Default: true.</summary>
    public bool FirstRowAsHeaders { get; set; } = true;

    /// <summary>Whether lines are drawn between the cells. Default: true.</summary>
    public bool ShowGridLines { get; set; } = true;

    /// <summary>The colour of those lines.</summary>
    public AdaptiveContainerStyle? GridStyle { get; set; }

    /// <summary>Adds a row.</summary>
    /// <exception cref="ArgumentException">It is no <see cref="AdaptiveTableRow"/>.</exception>
    public override void Add(AdaptiveElement element) => Rows.Add(Expect<AdaptiveTableRow>(element));

    /// <inheritdoc />
    public override IEnumerator<AdaptiveElement> GetEnumerator() => Rows.GetEnumerator();

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .List("columns"u8, Columns)
        .List("rows"u8, Rows)
        .Flag("firstRowAsHeaders"u8, FirstRowAsHeaders, unless: true)
        .Flag("showGridLines"u8, ShowGridLines, unless: true)
        .Enum("gridStyle"u8, GridStyle));
}

/// <summary>A row of a table.</summary>
public class AdaptiveTableRow : AdaptiveCollectionWithContentAlignment
{
    /// <inheritdoc />
    public override string Type { get; set; } = "TableRow";

    /// <summary>The cells, one a column. Written even when empty.</summary>
    public List<AdaptiveTableCell> Cells { get; set; } = [];

    /// <summary>Right to left, left to right, or (null, the default) as around it.</summary>
    public bool? Rtl { get; set; }

    /// <summary>Adds a cell.</summary>
    /// <exception cref="ArgumentException">It is no <see cref="AdaptiveTableCell"/>.</exception>
    public override void Add(AdaptiveElement element) => Cells.Add(Expect<AdaptiveTableCell>(element));

    /// <inheritdoc />
    public override IEnumerator<AdaptiveElement> GetEnumerator() => Cells.GetEnumerator();

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .List("cells"u8, Cells)
        .Flag("rtl"u8, Rtl));
}

/// <summary>A cell of a table.</summary>
public class AdaptiveTableCell : AdaptiveCollectionWithContentAlignment
{
    /// <inheritdoc />
    public override string Type { get; set; } = "TableCell";

    /// <summary>What it shows. Written even when empty.</summary>
    public List<AdaptiveElement> Items { get; set; } = [];

    /// <summary>Right to left, left to right, or (null, the default) as around it.</summary>
    public bool? Rtl { get; set; }

    /// <inheritdoc />
    public override void Add(AdaptiveElement element) => Items.Add(element);

    /// <inheritdoc />
    public override IEnumerator<AdaptiveElement> GetEnumerator() => Items.GetEnumerator();

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .List("items"u8, Items)
        .Flag("rtl"u8, Rtl));
}

/// <summary>The width of a table's column and how its cells are aligned.</summary>
/// <remarks>Set <see cref="Width"/> or <see cref="PixelWidth"/>; the one set last counts.</remarks>
public class AdaptiveTableColumnDefinition : IJsonWritable
{
    private double _width;
    private double _pixelWidth;

    /// <summary>The share of the width, relative to the other columns; written without its fraction. Default: 0, which hosts show as narrow as they can.</summary>
    public double Width { get => _width; set => (_width, _pixelWidth) = (value, 0); }

    /// <summary>The width in pixels.</summary>
    public double PixelWidth { get => _pixelWidth; set => (_width, _pixelWidth) = (0, value); }

    /// <summary>Where the content of the cells stands from left to right. Default: left.</summary>
    public AdaptiveHorizontalContentAlignment HorizontalContentAlignment { get; set; }

    /// <summary>Where the content of the cells stands from top to bottom. Default: top.</summary>
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    void IJsonWritable.Write(Utf8JsonWriter writer) => writer.Start()
        .Text("width"u8, _pixelWidth > 0 ? string.Create(CultureInfo.InvariantCulture, $"{_pixelWidth}px") : null)
        .Number("width"u8, _pixelWidth > 0 ? double.NaN : double.Truncate(_width))
        .Enum("horizontalCellContentAlignment"u8, HorizontalContentAlignment)
        .Enum("verticalCellContentAlignment"u8, VerticalContentAlignment)
        .End();
}
