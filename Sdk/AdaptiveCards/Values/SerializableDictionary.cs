namespace AdaptiveCards;

/// <summary>A dictionary of members to write. Its name is from the official package, where it also writes XML; here it doesn't.</summary>
public class SerializableDictionary<TKey, TValue> : Dictionary<TKey, TValue>
    where TKey : notnull
{
    /// <summary>Makes an empty one.</summary>
    public SerializableDictionary() { }

    /// <summary>Makes an empty one that compares its keys so.</summary>
    public SerializableDictionary(IEqualityComparer<TKey>? comparer)
        : base(comparer) { }
}
