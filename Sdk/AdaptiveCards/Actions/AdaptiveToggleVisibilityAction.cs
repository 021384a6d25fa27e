namespace AdaptiveCards;

/// <summary>Shows or hides elements of the card, without asking the bot. Schema 1.2.</summary>
public class AdaptiveToggleVisibilityAction : AdaptiveAction
{
    /// <inheritdoc />
    public override string Type { get; set; } = "Action.ToggleVisibility";

    /// <summary>The elements, by their ids.</summary>
    public List<AdaptiveTargetElement> TargetElements { get; set; } = [];

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .List("targetElements"u8, TargetElements));
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
        var id = ElementId ?? throw new AdaptiveSerializationException("Action.ToggleVisibility needs the id of each element, and one is null.");
        if (IsVisible is null)
            writer.WriteStringValue(id);
        else
            writer.Start().Text("elementId"u8, id).Flag("isVisible"u8, IsVisible).End();
    }
}
