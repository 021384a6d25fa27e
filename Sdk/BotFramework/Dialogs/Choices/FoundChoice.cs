namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>The choice a user has made.</summary>
public class FoundChoice
{
    /// <summary>The value of the choice.</summary>
    public string Value { get; set; }

    /// <summary>Its place among the choices, from 0.</summary>
    public int Index { get; set; }

    /// <summary>How well the text fits, up to 1; 0 where only a part of the name was found.</summary>
    public float Score { get; set; }

    /// <summary>The value, title or synonym that was found; null if the choice was named by its number.</summary>
    public string Synonym { get; set; }
}
