namespace AdaptiveCards;

/// <summary>Sends a verb, data and the inputs to the bot, which answers with a card or a message. Schema 1.4; give older hosts a submit action as fallback.</summary>
public class AdaptiveExecuteAction : AdaptiveAction
{
    /// <inheritdoc />
    public override string Type { get; set; } = "Action.Execute";

    /// <summary>What the bot is asked to do; its name for the handler. Left out when empty.</summary>
    public string? Verb { get; set; } = "";

    /// <summary>What is sent beside the inputs: text, or an object, whose members keep their names as they are.</summary>
    public object? Data { get; set; }

    /// <summary><see cref="Data"/> as JSON.</summary>
    /// <exception cref="JsonException">The value set is no JSON.</exception>
    public string? DataJson { get => Data is null ? null : CardJson.WriteData(Data); set => Data = value is null ? null : JsonData.Parse(value); }

    /// <summary>Which inputs are checked and sent. Default: all.</summary>
    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Data("data"u8, Data)
        .Enum("associatedInputs"u8, AssociatedInputs)
        .Text("verb"u8, Verb is { Length: > 0 } ? Verb : null));
}
