using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

using AdaptiveCards;

namespace CoordinatorBot.Conversation;

/// <summary>A button that was pressed: what the card carried and what was typed into it.</summary>
/// <param name="Data">The card's own data joined with the inputs, by id: an object.</param>
/// <param name="ActivityId">The message the card is in; null where Teams doesn't say.</param>
/// <param name="Automatic">Whether Teams asks by itself, to refresh a card: then nothing may change.</param>
public sealed record Press(JsonElement Data, string? ActivityId, bool Automatic)
{
    /// <summary>A text of the data; null where it is missing, blank or of another kind. At most 4,000 characters are taken.</summary>
    public string? Text(string name) =>
        Data.ValueKind is JsonValueKind.Object && Data.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            && value.GetString()?.Trim() is { Length: > 0 } text
            ? text[..Math.Min(text.Length, 4000)]
            : null;

    /// <summary>An id of the data; null where it is missing or none.</summary>
    public Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;

    /// <summary>A whole number, which cards send as a number or as text; null where it is missing or none.</summary>
    public int? Number(string name) =>
        Data.ValueKind is JsonValueKind.Object && Data.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.Number when value.TryGetInt32(out var number) => number,
                JsonValueKind.String when int.TryParse(value.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
                _ => null,
            }
            : null;

    /// <summary>A date as an Input.Date sends it; null where it is missing or none.</summary>
    public DateOnly? Date(string name) => DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", out var date) ? date : null;

    /// <summary>A toggle, which cards send as "true" or "false".</summary>
    public bool Flag(string name) => string.Equals(Text(name), "true", StringComparison.OrdinalIgnoreCase)
        || (Data.ValueKind is JsonValueKind.Object && Data.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True);

    /// <summary>The choices of a multi-select, which cards send separated by commas.</summary>
    public ImmutableArray<string> Choices(string name) => Text(name) is { } all ? [.. all.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : [];
}

/// <summary>What a press is answered with.</summary>
public abstract record PressAnswer
{
    /// <summary>The card is replaced, in place, by this one.</summary>
    public sealed record Replaced(AdaptiveCard Card) : PressAnswer;

    /// <summary>A short message beside the card, which stays as it is.</summary>
    public sealed record Told(string Text) : PressAnswer;
}

/// <summary>What a verb does.</summary>
/// <param name="Name">The verb as cards carry it, with its feature: <c>invitation.answer</c>.</param>
/// <param name="PressAsync">Handles a press. May say or show more in the turn's replies.</param>
public sealed record CardVerb(string Name, Func<Turn, Press, CancellationToken, ValueTask<PressAnswer>> PressAsync);

/// <summary>A feature whose cards have buttons.</summary>
public interface ICardFeature
{
    /// <summary>Its verbs.</summary>
    IEnumerable<CardVerb> Verbs { get; }
}

/// <summary>All verbs of all features.</summary>
public sealed class VerbTable
{
    private readonly FrozenDictionary<string, CardVerb> _verbs;

    /// <summary>Collects them.</summary>
    /// <exception cref="InvalidOperationException">Two features handle one verb.</exception>
    public VerbTable(IEnumerable<ICardFeature> features)
    {
        var verbs = features.SelectMany(f => f.Verbs).ToList();
        if (verbs.GroupBy(v => v.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InvalidOperationException($"Two features handle the verb '{twice.Key}'.");
        _verbs = verbs.ToFrozenDictionary(v => v.Name, StringComparer.Ordinal);
    }

    /// <summary>The handler of a verb; null for one this version doesn't know.</summary>
    public CardVerb? this[string name] => _verbs.GetValueOrDefault(name);
}
