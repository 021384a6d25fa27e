namespace AdaptiveCards;

/// <summary>Buttons within the body. Schema 1.2.</summary>
public class AdaptiveActionSet : AdaptiveElement
{
    /// <summary>The <see cref="Type"/> of this element.</summary>
    public const string TypeName = "ActionSet";

    /// <inheritdoc />
    public override string Type { get; set; } = TypeName;

    /// <summary>What the buttons do. Written even when empty.</summary>
    public List<AdaptiveAction> Actions { get; set; } = [];

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteRequired("actions"u8, Actions, TypeName);
        base.WriteMembers(writer);
    }
}
