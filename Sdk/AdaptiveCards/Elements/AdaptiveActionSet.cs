namespace AdaptiveCards;

/// <summary>Buttons within the body. Schema 1.2.</summary>
public class AdaptiveActionSet : AdaptiveElement
{
    /// <inheritdoc />
    public override string Type { get; set; } = "ActionSet";

    /// <summary>What the buttons do. Written even when empty.</summary>
    public List<AdaptiveAction> Actions { get; set; } = [];

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Required("actions"u8, Actions, Type));
}
