namespace AdaptiveCards;

/// <summary>Sends data and the inputs to the bot as a message without text.</summary>
public class AdaptiveSubmitAction : AdaptiveAction
{
    /// <inheritdoc />
    public override string Type { get; set; } = "Action.Submit";

    /// <summary>What is sent beside the inputs: text, or an object, whose members keep their names as they are.</summary>
    public object? Data { get; set; }

    /// <summary><see cref="Data"/> as JSON.</summary>
    /// <exception cref="JsonException">The value set is no JSON.</exception>
    public string? DataJson { get => Data is null ? null : CardJson.WriteData(Data); set => Data = value is null ? null : JsonData.Parse(value); }

    /// <summary>Which inputs are checked and sent. Default: all. Schema 1.3.</summary>
    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Data("data"u8, Data)
        .Enum("associatedInputs"u8, AssociatedInputs));
}
