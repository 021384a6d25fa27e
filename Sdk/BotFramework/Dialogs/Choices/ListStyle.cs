namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are shown.</summary>
public enum ListStyle
{
    /// <summary>Not at all: the prompt's own text names them.</summary>
    None,

    /// <summary>As suits the channel, the number of choices and their length.</summary>
    Auto,

    /// <summary>Within the text, on one line.</summary>
    Inline,

    /// <summary>Within the text, as a numbered list.</summary>
    List,

    /// <summary>As suggested actions, which vanish once one is used.</summary>
    SuggestedAction,

    /// <summary>As buttons of a hero card, which stay.</summary>
    HeroCard,
}
