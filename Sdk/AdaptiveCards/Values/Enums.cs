// The closed vocabularies of the schema. The first value of each is the default and is left out of the JSON;
// the others are written camel-cased. Values and order are those of the official package.
namespace AdaptiveCards;

/// <summary>Where an action is shown.</summary>
public enum AdaptiveActionMode
{
    /// <summary>As a button.</summary>
    Primary,

    /// <summary>In the overflow menu.</summary>
    Secondary,
}

/// <summary>Which inputs an action checks and submits.</summary>
public enum AdaptiveAssociatedInputs
{
    /// <summary>All inputs of the card, and of the cards it is shown in.</summary>
    Auto,

    /// <summary>None: the action works even if required inputs are empty.</summary>
    None,
}

/// <summary>How choices are offered.</summary>
public enum AdaptiveChoiceInputStyle
{
    /// <summary>A drop-down list.</summary>
    Compact,

    /// <summary>Radio buttons or check boxes.</summary>
    Expanded,

    /// <summary>A box that suggests choices while one types. Schema 1.5 hosts such as Teams.</summary>
    Filtered,
}

/// <summary>The colour set of a container.</summary>
public enum AdaptiveContainerStyle
{
    /// <summary>That of the card.</summary>
    Default,

    /// <summary>Set apart.</summary>
    Emphasis,

    /// <summary>Good news.</summary>
    Good,

    /// <summary>A problem.</summary>
    Attention,

    /// <summary>A caution.</summary>
    Warning,

    /// <summary>The accent of the host.</summary>
    Accent,
}

/// <summary>The family of the font.</summary>
public enum AdaptiveFontType
{
    /// <summary>The host's.</summary>
    Default,

    /// <summary>All letters of one width.</summary>
    Monospace,
}

/// <summary>What kind of height an <see cref="AdaptiveHeight"/> is.</summary>
public enum AdaptiveHeightType
{
    /// <summary>As high as the content.</summary>
    Auto,

    /// <summary>All that is left.</summary>
    Stretch,

    /// <summary>A number of pixels; for images.</summary>
    Pixel,
}

/// <summary>Where something stands from left to right.</summary>
public enum AdaptiveHorizontalAlignment
{
    /// <summary>At the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the right.</summary>
    Right,

    /// <summary>Across the whole width. Not part of the schema.</summary>
    Stretch,
}

/// <summary>Where the content of a table's cells stands from left to right.</summary>
public enum AdaptiveHorizontalContentAlignment
{
    /// <summary>At the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the right.</summary>
    Right,
}

/// <summary>How a background image fills its area.</summary>
public enum AdaptiveImageFillMode
{
    /// <summary>Scaled until it covers all, cut where it is larger.</summary>
    Cover,

    /// <summary>Repeated from left to right.</summary>
    RepeatHorizontally,

    /// <summary>Repeated from top to bottom.</summary>
    RepeatVertically,

    /// <summary>Repeated both ways.</summary>
    Repeat,
}

/// <summary>The approximate size of an image; the pixels are the host's.</summary>
public enum AdaptiveImageSize
{
    /// <summary>Its own size, made smaller where it doesn't fit.</summary>
    Auto,

    /// <summary>As wide as its container.</summary>
    Stretch,

    /// <summary>Small: about 40 pixels wide.</summary>
    Small,

    /// <summary>Medium: about 80 pixels wide.</summary>
    Medium,

    /// <summary>Large: about 160 pixels wide.</summary>
    Large,
}

/// <summary>The shape of an image.</summary>
public enum AdaptiveImageStyle
{
    /// <summary>As it is.</summary>
    Default,

    /// <summary>Cut to a circle, for portraits.</summary>
    Person,
}

/// <summary>The distance to the element before.</summary>
public enum AdaptiveSpacing
{
    /// <summary>The host's usual one.</summary>
    Default,

    /// <summary>None.</summary>
    None,

    /// <summary>Small.</summary>
    Small,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>Large.</summary>
    Large,

    /// <summary>Extra large.</summary>
    ExtraLarge,

    /// <summary>That between a container's edge and its content.</summary>
    Padding,
}

/// <summary>What a text is to assistive software.</summary>
public enum AdaptiveTextBlockStyle
{
    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,
}

/// <summary>The colour of a text, by its meaning.</summary>
public enum AdaptiveTextColor
{
    /// <summary>That of the container.</summary>
    Default,

    /// <summary>Dark.</summary>
    Dark,

    /// <summary>Light.</summary>
    Light,

    /// <summary>The accent of the host.</summary>
    Accent,

    /// <summary>Good news.</summary>
    Good,

    /// <summary>A caution.</summary>
    Warning,

    /// <summary>A problem.</summary>
    Attention,
}

/// <summary>What a text input is for; decides the keyboard of a phone.</summary>
public enum AdaptiveTextInputStyle
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A telephone number.</summary>
    Tel,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>A mail address.</summary>
    Email,

    /// <summary>A secret, shown as dots. Schema 1.5; it still arrives as plain text.</summary>
    Password,
}

/// <summary>The size of a text.</summary>
public enum AdaptiveTextSize
{
    /// <summary>Normal.</summary>
    Default,

    /// <summary>Small.</summary>
    Small,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>Large.</summary>
    Large,

    /// <summary>Extra large.</summary>
    ExtraLarge,
}

/// <summary>The weight of a text.</summary>
public enum AdaptiveTextWeight
{
    /// <summary>Normal.</summary>
    Default,

    /// <summary>Lighter.</summary>
    Lighter,

    /// <summary>Bolder.</summary>
    Bolder,
}

/// <summary>Where a background image stands from top to bottom.</summary>
public enum AdaptiveVerticalAlignment
{
    /// <summary>At the top.</summary>
    Top,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the bottom.</summary>
    Bottom,
}

/// <summary>Where content stands from top to bottom.</summary>
public enum AdaptiveVerticalContentAlignment
{
    /// <summary>At the top.</summary>
    Top,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the bottom.</summary>
    Bottom,
}

/// <summary>What kind of width an <see cref="AdaptiveWidth"/> is.</summary>
public enum AdaptiveWidthType
{
    /// <summary>As wide as the content.</summary>
    Auto,

    /// <summary>All that is left, shared with other such columns.</summary>
    Stretch,

    /// <summary>A number of pixels.</summary>
    Pixel,

    /// <summary>A share, relative to those of the other columns.</summary>
    Weighted,
}
