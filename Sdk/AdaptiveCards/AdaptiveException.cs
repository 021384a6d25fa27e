namespace AdaptiveCards;

/// <summary>Something is wrong with a card.</summary>
public class AdaptiveException : Exception
{
    /// <inheritdoc />
    public AdaptiveException() { }

    /// <inheritdoc />
    public AdaptiveException(string message)
        : base(message) { }

    /// <inheritdoc />
    public AdaptiveException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>A card can't be written, or a version can't be read.</summary>
public class AdaptiveSerializationException : AdaptiveException
{
    /// <inheritdoc />
    public AdaptiveSerializationException() { }

    /// <inheritdoc />
    public AdaptiveSerializationException(string message)
        : base(message) { }

    /// <inheritdoc />
    public AdaptiveSerializationException(string message, Exception innerException)
        : base(message, innerException) { }
}
