namespace Microsoft.Bot.Builder;

/// <summary>
/// A document of state that belongs to something of the turn: its conversation, its user. It is read on first use, changed
/// in memory, and written by <see cref="SaveChangesAsync"/> if it changed; the last writer wins.
/// </summary>
public abstract class BotState : IPropertyManager
{
    private readonly IStorage _storage;
    private readonly string _contextServiceKey;

    /// <summary>State in a storage.</summary>
    /// <param name="storage">Where the document is.</param>
    /// <param name="contextServiceKey">Key in the turn's state of what was read.</param>
    public BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(contextServiceKey);
        (_storage, _contextServiceKey) = (storage, contextServiceKey);
    }

    /// <summary>A property of the document.</summary>
    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Property<T>(this, name);
    }

    /// <summary>What was read in this turn, or null if nothing was yet.</summary>
    public CachedBotState GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(_contextServiceKey);
    }

    /// <summary>Reads the document, unless that was done in this turn.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="force">True to read it again and drop what was changed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="InvalidOperationException">The document is of a version or shape that isn't known.</exception>
    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        if (!force && GetCachedState(turnContext) is not null) return;
        var key = GetStorageKey(turnContext);
        var found = await _storage.ReadAsync([key], cancellationToken).ConfigureAwait(false);
        var document = found.TryGetValue(key, out var stored) && stored is not null ? StateDocument.From(stored) : StateDocument.Missing();
        turnContext.TurnState.Set(_contextServiceKey, new CachedBotState(document));
    }

    /// <summary>Writes the document if it changed since it was read.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="force">True to write it even so.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        if (GetCachedState(turnContext) is not { } cached) return;
        var document = cached.Document;
        if (!document.Render() && !force) return;
        await _storage.WriteAsync(new Dictionary<string, object> { [GetStorageKey(turnContext)] = document }, cancellationToken).ConfigureAwait(false);
        document.Keep();
    }

    /// <summary>Empties the document; that is stored once it is saved.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Set(_contextServiceKey, new CachedBotState(new StateDocument()));
        return Task.CompletedTask;
    }

    /// <summary>Deletes the document, at once.</summary>
    public virtual Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Remove(_contextServiceKey);
        return _storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    /// <summary>Key of the document that belongs to this turn.</summary>
    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <summary>The value of a property of a document that was read.</summary>
    /// <exception cref="KeyNotFoundException">There is none, and the type has no null.</exception>
    /// <exception cref="JsonException">It can't be had as this type.</exception>
    protected Task<T> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        if (!GetCachedState(turnContext).State.TryGetValue(propertyName, out var value))
        {
            return default(T) is null ? Task.FromResult(default(T)) : throw new KeyNotFoundException(propertyName);
        }

        return Task.FromResult(value switch
        {
            T already => already,
            null => default,
            JsonElement json => json.Deserialize<T>(StateJson.Options),
            _ => JsonSerializer.SerializeToElement(value, value.GetType(), StateJson.Options).Deserialize<T>(StateJson.Options),
        });
    }

    /// <summary>Sets a property of a document that was read.</summary>
    protected Task SetPropertyValueAsync(ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        GetCachedState(turnContext).State[propertyName] = value;
        return Task.CompletedTask;
    }

    /// <summary>Removes a property of a document that was read.</summary>
    protected Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        GetCachedState(turnContext).State.Remove(propertyName);
        return Task.CompletedTask;
    }

    /// <summary>A document as it is in this turn.</summary>
    public class CachedBotState
    {
        /// <summary>A document of these properties.</summary>
        public CachedBotState(IDictionary<string, object> state = null) => Document = state as StateDocument ?? new StateDocument(state ?? new Dictionary<string, object>());

        /// <summary>Its properties.</summary>
        public IDictionary<string, object> State { get => Document; set => Document = value as StateDocument ?? new StateDocument(value); }

        internal StateDocument Document { get; private set; }
    }

    private sealed class Property<T>(BotState state, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        public async Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory = null, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            var values = state.GetCachedState(turnContext).State;
            if (values.TryGetValue(name, out var found) && found is not null)
            {
                if (found is T already) return already;
                // Converted once: what the bot changes in it must be what is saved.
                var converted = await state.GetPropertyValueAsync<T>(turnContext, name, cancellationToken).ConfigureAwait(false);
                values[name] = converted;
                return converted;
            }

            if (defaultValueFactory is null) return default;
            var made = defaultValueFactory();
            values[name] = made;
            return made;
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            await state.DeletePropertyValueAsync(turnContext, name, cancellationToken).ConfigureAwait(false);
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            await state.SetPropertyValueAsync(turnContext, name, value, cancellationToken).ConfigureAwait(false);
        }
    }
}
