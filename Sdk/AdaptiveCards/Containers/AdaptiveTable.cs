using System.Globalization;

namespace AdaptiveCards;

/// <summary>What a table, its rows and its cells have in common: how the content of their cells is aligned.</summary>
public abstract class AdaptiveCollectionWithContentAlignment : AdaptiveCollectionElement
{
    /// <summary>Where the content of the cells stands from left to right. Default: left.</summary>
    public AdaptiveHorizontalContentAlignment HorizontalCellContentAlignment { get; set; }

    /// <summary>Where the content of the cells stands from top to bottom. Default: top.</summary>
    public AdaptiveVerticalContentAlignment VerticalCellContentAlignment { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteEnum("horizontalCellContentAlignment"u8, HorizontalCellContentAlignment);
        writer.WriteEnum("verticalCellContentAlignment"u8, VerticalCellContentAlignment);
        base.WriteMembers(writer);
    }
}

/// <summary>A table. Schema 1.5.</summary>
public class AdaptiveTable : AdaptiveCollectionWithContentAlignment
{
    /// <summary>The <see cref="Type"/> of this element.</summary>
    public const string TypeName = "Table";

    /// <inheritdoc />
    public override string Type { get; set; } = TypeName;

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

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteList("columns"u8, Columns);
        writer.WriteList("rows"u8, Rows);
        writer.WriteFlag("firstRowAsHeaders"u8, FirstRowAsHeaders, unless: true);
        writer.WriteFlag("showGridLines"u8, ShowGridLines, unless: true);
        writer.WriteEnum("gridStyle"u8, GridStyle);
        base.WriteMembers(writer);
    }
}

/// <summary>A row of a table.</summary>
public class AdaptiveTableRow : AdaptiveCollectionWithContentAlignment
{
    /// <summary>The <see cref="Type"/> of this element.</summary>
    public const string TypeName = "TableRow";

    /// <inheritdoc />
    public override string Type { get; set; } = TypeName;

    /// <summary>The cells, one a column. Written even when empty.</summary>
    public List<AdaptiveTableCell> Cells { get; set; } = [];

    /// <summary>Right to left, left to right, or (null, the default) as around it.</summary>
    public bool? Rtl { get; set; }

    /// <summary>Adds a cell.</summary>
    /// <exception cref="ArgumentException">It is no <see cref="AdaptiveTableCell"/>.</exception>
    public override void Add(AdaptiveElement element) => Cells.Add(Expect<AdaptiveTableCell>(element));

    /// <inheritdoc />
    public override IEnumerator<AdaptiveElement> GetEnumerator() => Cells.GetEnumerator();

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteList("cells"u8, Cells);
        writer.WriteFlag("rtl"u8, Rtl);
        base.WriteMembers(writer);
    }
}

/// <summary>A cell of a table.</summary>
public class AdaptiveTableCell : AdaptiveCollectionWithContentAlignment
{
    /// <summary>The <see cref="Type"/> of this element.</summary>
    public const string TypeName = "TableCell";

    /// <inheritdoc />
    public override string Type { get; set; } = TypeName;

    /// <summary>What it shows. Written even when empty.</summary>
    public List<AdaptiveElement> Items { get; set; } = [];

    /// <summary>Right to left, left to right, or (null, the default) as around it.</summary>
    public bool? Rtl { get; set; }

    /// <inheritdoc />
    public override void Add(AdaptiveElement element) => Items.Add(element);

    /// <inheritdoc />
    public override IEnumerator<AdaptiveElement> GetEnumerator() => Items.GetEnumerator();

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteList("items"u8, Items);
        writer.WriteFlag("rtl"u8, Rtl);
        base.WriteMembers(writer);
    }
}

/// <summary>The width of a table's column and how its cells are aligned.</summary>
/// <remarks>Set <see cref="Width"/> or <see cref="PixelWidth"/>; the one set last counts.</remarks>
public class AdaptiveTableColumnDefinition : IJsonWritable
{
    /// <summary>The name of this part in the schema; it isn't written.</summary>
    public const string TypeName = "TableColumnDefinition";

    private double _width;
    private double _pixelWidth;

    /// <summary>The share of the width, relative to the other columns. Default: 0, which hosts show as narrow as they can.</summary>
    public double Width { get => _width; set => (_width, _pixelWidth) = (value, 0); }

    /// <summary>The width in pixels.</summary>
    public double PixelWidth { get => _pixelWidth; set => (_width, _pixelWidth) = (0, value); }

    /// <summary>Where the content of the cells stands from left to right. Default: left.</summary>
    public AdaptiveHorizontalContentAlignment HorizontalContentAlignment { get; set; }

    /// <summary>Where the content of the cells stands from top to bottom. Default: top.</summary>
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    void IJsonWritable.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (_pixelWidth > 0)
            writer.WriteString("width"u8, string.Create(CultureInfo.InvariantCulture, $"{_pixelWidth}px"));
        else
            writer.WriteNumber("width"u8, _width);
        writer.WriteEnum("horizontalCellContentAlignment"u8, HorizontalContentAlignment);
        writer.WriteEnum("verticalCellContentAlignment"u8, VerticalContentAlignment);
        writer.WriteEndObject();
    }
}
