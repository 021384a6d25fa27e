using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace CoordinatorBot.Cards.Text;

/// <summary>
/// All text a person sees, in one language, from one file (<c>Text/en.json</c>). Keys are paths (<c>invitation.accept</c>); a text names
/// its data in braces (<c>{title}</c>). A text that depends on a number is an object with <c>one</c> and <c>other</c>, chosen by <c>{count}</c>.
/// </summary>
public sealed class Texts
{
    private static readonly FrozenDictionary<Language, Texts> All = Language.All.ToFrozenDictionary(l => l, l => new Texts(l, Load(l)));

    private readonly FrozenDictionary<string, string> _texts;

    private Texts(Language language, FrozenDictionary<string, string> texts) => (Language, _texts) = (language, texts);

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>Every key there is; those with plural forms end in <c>.one</c> and <c>.other</c>.</summary>
    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The texts of a language.</summary>
    public static Texts In(Language language) => All[language];

    /// <summary>A text without data.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text: a fault of the code, found by a test over all keys.</exception>
    public string this[string key] => _texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No text '{key}' in {Language}.");

    /// <summary>Whether there is such a text.</summary>
    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>The first of the ways in which something is said, which stand in one text with <c>|</c> between them.</summary>
    public string FirstOf(string key) => this[key].Split('|')[0];

    /// <summary>What is said for a command.</summary>
    /// <param name="command">Its name, such as <c>new-exchange</c>.</param>
    public string WordOf(string command) => FirstOf($"commands.{command}.words");

    /// <summary>A text with its data filled in. A number named <c>count</c> chooses the plural form; dates and numbers are written as the language does.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text, or a name in braces has no data.</exception>
    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> data)
    {
        var text = _texts.TryGetValue(key, out var plain) ? plain : this[$"{key}.{Plural(data)}"];
        var result = new StringBuilder(text.Length + 32);
        var at = 0;
        while (text.IndexOf('{', at) is >= 0 and var open)
        {
            var close = text.IndexOf('}', open);
            result.Append(text, at, open - at).Append(Value(key, text.AsSpan(open + 1, close - open - 1), data));
            at = close + 1;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>A date with the day of the week: "Monday 3 May 2027".</summary>
    public string Day(DateOnly day) => day.ToString(this["format.day"], Language.Culture);

    /// <summary>A span of dates, in the shortest form that is plain: "3-5 May 2027".</summary>
    public string Days(DateOnly first, DateOnly last)
    {
        var culture = Language.Culture;
        var whole = this["format.date"];
        if (first == last)
            return first.ToString(whole, culture);
        if ((first.Year, first.Month) == (last.Year, last.Month))
            return $"{first.Day}–{last.ToString(whole, culture)}";
        return $"{first.ToString(first.Year == last.Year ? this["format.month-day"] : whole, culture)} – {last.ToString(whole, culture)}";
    }

    /// <summary>A list as a sentence has it: "Detroit, Flint and St. Paul".</summary>
    public string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} {this["format.and"]} {all[^1]}";
    }

    private string Value(string key, ReadOnlySpan<char> name, ReadOnlySpan<(string Name, object? Value)> data)
    {
        foreach (var (given, value) in data)
            if (name.SequenceEqual(given))
                return value switch
                {
                    string s => s,
                    DateOnly d => Day(d),
                    int n and (>= 10_000 or <= -10_000) => n.ToString("N0", Language.Culture),
                    IFormattable f => f.ToString(null, Language.Culture),
                    _ => value?.ToString() ?? string.Empty,
                };
        throw new KeyNotFoundException($"Text '{key}' in {Language} names '{name}', which it wasn't given.");
    }

    private string Plural(ReadOnlySpan<(string Name, object? Value)> data)
    {
        foreach (var (name, value) in data)
            if (name == "count" && value is int count)
                return count switch { 1 => "one", 0 => this["format.zero"], _ => "other" };
        return "other";
    }

    private static FrozenDictionary<string, string> Load(Language language)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream($"Text/{language.Code}.json")
            ?? throw new InvalidOperationException($"The texts of {language} are not in the assembly.");
        using var json = JsonDocument.Parse(stream);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten(json.RootElement, string.Empty, texts);
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Flatten(JsonElement element, string path, Dictionary<string, string> texts)
    {
        foreach (var member in element.EnumerateObject())
        {
            var key = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (member.Value.ValueKind is JsonValueKind.Object)
                Flatten(member.Value, key, texts);
            else
                texts.Add(key, member.Value.GetString()!);
        }
    }
}
