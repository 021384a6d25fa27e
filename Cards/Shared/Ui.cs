using System.Buffers;
using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Shared;

/// <summary>
/// The few shapes all cards of the product are made of, so that they look alike and are safe alike: whatever a person wrote is put where
/// hosts don't read Markdown.
/// </summary>
public static class Ui
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("*_[]()`#<>~|\\\n");
    private static readonly SearchValues<char> ChoiceSigns = SearchValues.Create("*_[]`\\~");

    /// <summary>Schema version of every card: the first with Universal Actions, tables and refresh in Teams.</summary>
    public static AdaptiveSchemaVersion Version { get; } = new(1, 5);

    /// <summary>A card in a language, with body and buttons.</summary>
    public static AdaptiveCard Card(Language language, IEnumerable<AdaptiveElement?> body, params ReadOnlySpan<AdaptiveAction?> actions)
    {
        var card = new AdaptiveCard(Version) { Lang = language.Code };
        foreach (var element in body)
            if (element is not null)
                card.Body.Add(element);
        foreach (var action in actions)
            if (action is not null)
                card.Actions.Add(action);
        return card;
    }

    /// <summary>The heading of a card.</summary>
    public static AdaptiveElement Heading(string text) => Plain(text, AdaptiveTextSize.Large, AdaptiveTextWeight.Bolder, style: AdaptiveTextBlockStyle.Heading);

    /// <summary>A heading within a card.</summary>
    public static AdaptiveElement Section(string text)
    {
        var section = Plain(text, AdaptiveTextSize.Default, AdaptiveTextWeight.Bolder, style: AdaptiveTextBlockStyle.Heading);
        section.Spacing = AdaptiveSpacing.Medium;
        return section;
    }

    /// <summary>A paragraph.</summary>
    public static AdaptiveElement Text(string text, AdaptiveTextColor color = AdaptiveTextColor.Default) => Plain(text, color: color);

    /// <summary>A line of less weight: who, when, what it is for.</summary>
    public static AdaptiveElement Subtle(string text) => Plain(text, subtle: true, size: AdaptiveTextSize.Default);

    /// <summary>A label with its value, on one line where there is room. Null where there is no value.</summary>
    public static AdaptiveElement? Fact(string label, string? value, AdaptiveTextColor color = AdaptiveTextColor.Default)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        var block = new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Small };
        block.Inlines.Add(new AdaptiveTextRun(label + " ") { Weight = AdaptiveTextWeight.Bolder });
        block.Inlines.Add(new AdaptiveTextRun(value) { Color = color });
        return block;
    }

    /// <summary>Lines as a list with bullets. Null where there are none.</summary>
    public static AdaptiveElement? Bullets(IEnumerable<string> lines)
    {
        var container = new AdaptiveContainer { Spacing = AdaptiveSpacing.Small };
        foreach (var line in lines)
        {
            var element = Plain("• " + line);
            element.Spacing = AdaptiveSpacing.Small;
            container.Items.Add(element);
        }

        return container.Items.Count == 0 ? null : container;
    }

    /// <summary>A box with a colour that says how serious it is; the text says it too.</summary>
    public static AdaptiveElement? Box(AdaptiveContainerStyle style, params IEnumerable<AdaptiveElement?> items)
    {
        var container = new AdaptiveContainer { Style = style, Bleed = false, Spacing = AdaptiveSpacing.Medium };
        foreach (var item in items)
            if (item is not null)
                container.Items.Add(item);
        return container.Items.Count == 0 ? null : container;
    }

    /// <summary>A button whose verb the bot handles. Older hosts send the same data as a message.</summary>
    /// <param name="title">What it says.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="data">A record of ids and revisions, written by its own names; never anything to be trusted.</param>
    /// <param name="style">Null, <c>positive</c> or <c>destructive</c>.</param>
    /// <param name="inputs">Whether the inputs of the card are sent, and checked, with it.</param>
    public static AdaptiveExecuteAction Button(string title, string verb, VerbData data, string? style = null, bool inputs = false)
    {
        var action = new AdaptiveExecuteAction { Title = title, Verb = verb, Data = data.ToData(verb) };
        if (style is not null)
            action.Style = style;
        if (!inputs)
            action.AssociatedInputs = AdaptiveAssociatedInputs.None;
        action.Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction { Title = title, Data = data.ToData(verb) });
        return action;
    }

    /// <summary>Something with its buttons beside it; they wrap below it where the host is too narrow.</summary>
    /// <param name="element">What the buttons are about.</param>
    /// <param name="actions">The buttons; null for one that isn't wanted.</param>
    public static AdaptiveElement Row(AdaptiveElement element, params ReadOnlySpan<AdaptiveAction?> actions)
    {
        var set = new AdaptiveActionSet();
        foreach (var action in actions)
            if (action is not null)
                set.Actions.Add(action);
        if (set.Actions.Count == 0)
            return element;
        var row = new AdaptiveColumnSet { Spacing = AdaptiveSpacing.Medium };
        row.Columns.Add(new AdaptiveColumn { Width = "stretch", VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center, Items = { element } });
        row.Columns.Add(new AdaptiveColumn { Width = "auto", VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center, Items = { set } });
        return row;
    }

    /// <summary>Elements as one, close together.</summary>
    public static AdaptiveElement Stack(params IEnumerable<AdaptiveElement?> items)
    {
        var stack = new AdaptiveContainer();
        foreach (var item in items)
            if (item is not null)
                stack.Items.Add(item);
        return stack;
    }

    /// <summary>A field for text.</summary>
    /// <param name="id">Its name in the data of the press.</param>
    /// <param name="label">What it asks.</param>
    /// <param name="value">What it shows at first.</param>
    /// <param name="most">Most characters.</param>
    /// <param name="missing">What it says when it is left empty; null where it may be.</param>
    /// <param name="lines">Whether it takes several lines.</param>
    public static AdaptiveTextInput TextInput(string id, string label, string? value, int most, string? missing = null, bool lines = false) =>
        new() { Id = id, Label = label, Value = value, MaxLength = most, IsMultiline = lines, IsRequired = missing is not null, ErrorMessage = missing };

    /// <summary>The number that was typed, to be shown again; not a number where it is none, which a field shows as empty.</summary>
    public static double Typed(string? number) =>
        double.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var typed) && double.IsFinite(typed) ? typed : double.NaN;

    /// <summary>A field for a date, which arrives as <c>yyyy-MM-dd</c>.</summary>
    public static AdaptiveDateInput DateInput(string id, string label, DateOnly? value, string? missing = null, DateOnly? min = null) =>
        new()
        {
            Id = id,
            Label = label,
            Value = value?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            Min = min?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            IsRequired = missing is not null,
            ErrorMessage = missing,
        };

    /// <summary>A field for a whole number.</summary>
    public static AdaptiveNumberInput NumberInput(string id, string label, int value, int min, int max, string missing) =>
        new() { Id = id, Label = label, Value = value, Min = min, Max = max, IsRequired = true, ErrorMessage = missing };

    /// <summary>A field to choose one of a few from.</summary>
    public static AdaptiveChoiceSetInput ChoiceInput(string id, string label, string? value, IEnumerable<AdaptiveChoice> choices) =>
        new() { Id = id, Label = label, Value = value, Choices = [.. choices], Style = AdaptiveChoiceInputStyle.Compact, Wrap = true };

    /// <summary>A button that says something for the person, as if they had typed it.</summary>
    public static AdaptiveSubmitAction Saying(string words) => new()
    {
        Title = words,
        AssociatedInputs = AdaptiveAssociatedInputs.None,
        Data = new Dictionary<string, object> { ["msteams"] = new Dictionary<string, string> { ["type"] = "imBack", ["value"] = words } },
    };

    /// <summary>Buttons that say something, within a card's text. Null where there are none.</summary>
    public static AdaptiveElement? Says(IEnumerable<string> words)
    {
        var set = new AdaptiveActionSet();
        foreach (var word in words)
            set.Actions.Add(Saying(word));
        return set.Actions.Count == 0 ? null : set;
    }

    /// <summary>The title of a choice: hosts read Markdown there, so its signs are escaped.</summary>
    public static AdaptiveChoice Choice(string title, string value) => new() { Title = Escape(title), Value = value };

    /// <summary>Whether hosts would read Markdown in a text.</summary>
    private static bool LooksLikeMarkdown(string text) => text.AsSpan().ContainsAny(Signs) || text.TrimStart() is ['-' or '+', ..] || StartsWithNumber(text) || text.Contains("{{", StringComparison.Ordinal);

    private static bool StartsWithNumber(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < text.Length && text[digits] is '.' or ')';
    }

    private static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(ChoiceSigns))
            return text;
        var escaped = new System.Text.StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (ChoiceSigns.Contains(c))
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static AdaptiveElement Plain(
        string text, AdaptiveTextSize size = AdaptiveTextSize.Default, AdaptiveTextWeight weight = AdaptiveTextWeight.Default,
        bool subtle = false, AdaptiveTextColor color = AdaptiveTextColor.Default, AdaptiveTextBlockStyle style = AdaptiveTextBlockStyle.Paragraph)
    {
        if (!LooksLikeMarkdown(text))
            return new AdaptiveTextBlock(text) { Wrap = true, Size = size, Weight = weight, IsSubtle = subtle, Color = color, Style = style };
        var block = new AdaptiveRichTextBlock();
        block.Inlines.Add(new AdaptiveTextRun(text) { Size = size, Weight = weight, IsSubtle = subtle, Color = color });
        return block;
    }
}

/// <summary>What a button carries: ids and revisions, as text.</summary>
public sealed class VerbData
{
    private readonly List<KeyValuePair<string, string>> _members;

    private VerbData(ImmutableArray<KeyValuePair<string, string>> members) => _members = [.. members];

    /// <summary>Nothing.</summary>
    public static VerbData None => new([]);

    /// <summary>These members, in order.</summary>
    public static VerbData Of(params ReadOnlySpan<(string Name, string Value)> members)
    {
        var data = None;
        foreach (var (name, value) in members)
            data._members.Add(new(name, value));
        return data;
    }

    /// <summary>The same with a member more.</summary>
    public VerbData With(string name, string value)
    {
        _members.Add(new(name, value));
        return this;
    }

    // The verb travels in the data too: a host that falls back to Action.Submit sends nothing else.
    internal Dictionary<string, string> ToData(string verb)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal) { ["verb"] = verb };
        foreach (var (name, value) in _members)
            data[name] = value;
        return data;
    }
}
