namespace AdaptiveCards;

/// <summary>A dictionary of members to write. Its name is from the official package, where it also writes XML; here it doesn't.</summary>
public class SerializableDictionary<TKey, TValue>(IEqualityComparer<TKey>? comparer) : Dictionary<TKey, TValue>(comparer)
    where TKey : notnull
{
    /// <summary>Makes an empty one.</summary>
    public SerializableDictionary()
        : this(null) { }
}
