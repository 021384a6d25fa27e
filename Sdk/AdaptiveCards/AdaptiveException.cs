namespace AdaptiveCards;

/// <summary>Something is wrong with a card.</summary>
public class AdaptiveException(string message) : Exception(message);

/// <summary>A card can't be written, or a version can't be read.</summary>
public class AdaptiveSerializationException(string message) : AdaptiveException(message);
