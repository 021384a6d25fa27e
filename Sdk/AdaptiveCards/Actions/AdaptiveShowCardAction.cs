namespace AdaptiveCards;

/// <summary>Unfolds another card below the buttons.</summary>
public class AdaptiveShowCardAction : AdaptiveAction
{
    /// <inheritdoc />
    public override string Type { get; set; } = "Action.ShowCard";

    /// <summary>The card that is unfolded.</summary>
    public AdaptiveCard? Card { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Object("card"u8, Card));
}
