namespace AdaptiveCards;

/// <summary>Unfolds another card below the buttons.</summary>
public class AdaptiveShowCardAction : AdaptiveAction
{
    /// <summary>The <see cref="Type"/> of this action.</summary>
    public const string TypeName = "Action.ShowCard";

    /// <inheritdoc />
    public override string Type { get; set; } = TypeName;

    /// <summary>The card that is unfolded.</summary>
    public AdaptiveCard? Card { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteObject("card"u8, Card);
        base.WriteMembers(writer);
    }
}
