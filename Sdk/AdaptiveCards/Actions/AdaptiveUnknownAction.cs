namespace AdaptiveCards;

/// <summary>An action that this library has no class for: name it by <see cref="Type"/>, give its members as additional properties.</summary>
public class AdaptiveUnknownAction : AdaptiveAction
{
    /// <inheritdoc />
    public override string Type { get; set; } = "";
}
