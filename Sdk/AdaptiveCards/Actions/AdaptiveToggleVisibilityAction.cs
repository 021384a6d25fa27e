namespace AdaptiveCards;

/// <summary>Shows or hides elements of the card, without asking the bot. Schema 1.2.</summary>
public class AdaptiveToggleVisibilityAction : AdaptiveAction
{
    /// <summary>The <see cref="Type"/> of this action.</summary>
    public const string TypeName = "Action.ToggleVisibility";

    /// <inheritdoc />
    public override string Type { get; set; } = TypeName;

    /// <summary>The elements, by their ids.</summary>
    public List<AdaptiveTargetElement> TargetElements { get; set; } = [];

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteList("targetElements"u8, TargetElements);
        base.WriteMembers(writer);
    }
}

/// <summary>An element that is shown, hidden or toggled.</summary>
public class AdaptiveTargetElement : IJsonWritable
{
    /// <summary>Makes one without an element yet.</summary>
    public AdaptiveTargetElement() { }

    /// <summary>Makes one that toggles the element.</summary>
    public AdaptiveTargetElement(string elementId) => ElementId = elementId;

    /// <summary>Makes one that shows or hides the element.</summary>
    public AdaptiveTargetElement(string elementId, bool isVisible) => (ElementId, IsVisible) = (elementId, isVisible);

    /// <summary>The id of the element. Required.</summary>
    public string? ElementId { get; set; }

    /// <summary>Shown, hidden, or (null, the default) the other way round than it is.</summary>
    public bool? IsVisible { get; set; }

    /// <summary>Makes one that toggles the element.</summary>
    public static implicit operator AdaptiveTargetElement(string elementId) => new(elementId);

    void IJsonWritable.Write(Utf8JsonWriter writer)
    {
        var id = ElementId ?? throw new AdaptiveSerializationException($"{AdaptiveToggleVisibilityAction.TypeName} needs the id of each element, and one is null.");
        if (IsVisible is not { } visible)
        {
            writer.WriteStringValue(id);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("elementId"u8, id);
        writer.WriteBoolean("isVisible"u8, visible);
        writer.WriteEndObject();
    }
}
