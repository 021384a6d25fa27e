namespace Microsoft.Bot.Builder;

/// <summary>Where state is kept: JSON documents by key.</summary>
public interface IStorage
{
    /// <summary>Reads documents; a key that isn't there isn't in the answer.</summary>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    /// <summary>Writes documents. One that is an <see cref="IStoreItem"/> is written only if its ETag is that of the stored one or <c>*</c>, or if none is stored.</summary>
    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    /// <summary>Deletes documents; a key that isn't there is no error.</summary>
    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}

/// <summary>A document that knows which version of it was read.</summary>
public interface IStoreItem
{
    /// <summary>The version, or <c>*</c> to overwrite any.</summary>
    string ETag { get; set; }
}

/// <summary>Reads documents as a type.</summary>
public static class StorageExtensions
{
    /// <summary>The documents of these keys that are of the type.</summary>
    public static async Task<IDictionary<string, TStoreItem>> ReadAsync<TStoreItem>(this IStorage storage, string[] keys, CancellationToken cancellationToken = default)
        where TStoreItem : class
    {
        var documents = await storage.ReadAsync(keys, cancellationToken).ConfigureAwait(false);
        return documents.Where(document => document.Value is TStoreItem).ToDictionary(document => document.Key, document => (TStoreItem)document.Value);
    }
}

/// <summary>A property of state.</summary>
public interface IStatePropertyInfo
{
    /// <summary>Its name.</summary>
    string Name { get; }
}

/// <summary>Reaches a property of state in a turn.</summary>
public interface IStatePropertyAccessor<T> : IStatePropertyInfo
{
    /// <summary>The value; if there is none, what the factory makes, which is kept then.</summary>
    Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory = null, CancellationToken cancellationToken = default);

    /// <summary>Removes the value.</summary>
    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);

    /// <summary>Sets the value; it is stored once the state is saved.</summary>
    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);
}

/// <summary>Makes properties of state.</summary>
public interface IPropertyManager
{
    /// <summary>A property of a name.</summary>
    IStatePropertyAccessor<T> CreateProperty<T>(string name);
}
