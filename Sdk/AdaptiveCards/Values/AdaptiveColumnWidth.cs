namespace AdaptiveCards;

/// <summary>The two widths of a column that have a name.</summary>
public class AdaptiveColumnWidth
{
    /// <summary>As wide as the content.</summary>
    public const string Auto = "auto";

    /// <summary>All the width that is left, shared with other such columns.</summary>
    public const string Stretch = "stretch";
}
