namespace Microsoft.Bot.Builder;

/// <summary>Things kept for the length of a turn, by name or by type.</summary>
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    // What an adapter and two kinds of state keep.
    private const int Usual = 7;

    /// <summary>A collection with nothing in it.</summary>
    public TurnContextStateCollection()
        : base(Usual) { }

    /// <summary>The value of a key; null if there is none of that type.</summary>
    public T Get<T>(string key)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        return TryGetValue(key, out var value) ? value as T : null;
    }

    /// <summary>The value kept by its type, or null.</summary>
    public T Get<T>()
        where T : class
        => Get<T>(typeof(T).FullName);

    /// <summary>Keeps a value.</summary>
    /// <exception cref="ArgumentException">There is one by that key.</exception>
    public void Add<T>(string key, T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        base.Add(key, value);
    }

    /// <summary>Keeps a value by its type.</summary>
    /// <exception cref="ArgumentException">There is one of that type.</exception>
    public void Add<T>(T value)
        where T : class
        => Add(typeof(T).FullName, value);

    /// <summary>Keeps a value in place of the one before.</summary>
    public void Set<T>(string key, T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        this[key] = value;
    }

    /// <summary>Keeps a value by its type in place of the one before.</summary>
    public void Set<T>(T value)
        where T : class
        => Set(typeof(T).FullName, value);

    /// <summary>Disposes of the connector client of the turn.</summary>
    public void Dispose() => (Get<Connector.IConnectorClient>() as IDisposable)?.Dispose();
}
