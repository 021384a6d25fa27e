namespace AdaptiveCards;

/// <summary>What a block of text and a run of text have in common.</summary>
public interface IAdaptiveTextElement
{
    /// <summary>The text.</summary>
    string? Text { get; set; }

    /// <summary>Its size.</summary>
    AdaptiveTextSize Size { get; set; }

    /// <summary>Its weight.</summary>
    AdaptiveTextWeight Weight { get; set; }

    /// <summary>Its colour.</summary>
    AdaptiveTextColor Color { get; set; }

    /// <summary>Its font.</summary>
    AdaptiveFontType FontType { get; set; }

    /// <summary>Whether it is toned down.</summary>
    bool IsSubtle { get; set; }

    /// <summary>Whether it is in italics.</summary>
    bool Italic { get; set; }

    /// <summary>Whether it is struck through.</summary>
    bool Strikethrough { get; set; }
}
