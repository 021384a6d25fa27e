namespace AdaptiveCards;

/// <summary>
/// An element that this library has no class for, such as the charts of Teams: name it by <see cref="Type"/>, give its members as
/// additional properties, and a fallback for the other hosts.
/// </summary>
public class AdaptiveUnknownElement : AdaptiveElement
{
    /// <inheritdoc />
    public override string Type { get; set; } = "";
}
