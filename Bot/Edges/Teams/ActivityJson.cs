using System.Text.Json;

using AdaptiveCards;

using Microsoft.Bot.Schema;

namespace CoordinatorBot.Edges.Teams;

/// <summary>
/// The one place where JSON crosses the border of the SDK, and the one file that knows which SDK it is: ours hands out System.Text.Json,
/// the official one Newtonsoft.Json. Either writes its values as JSON by <c>ToString()</c>.
/// </summary>
internal static class ActivityJson
{
    /// <summary>What came as a value (of an invoke, of channel data, of a submit) as an element; an undefined element for none.</summary>
    public static JsonElement Element(object? value) => value switch
    {
        null => default,
        JsonElement element => element,
        _ => Parse(value.ToString()),
    };

    /// <summary>A member of an object, by a path of names; an undefined element where there is none.</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return default;
        return element;
    }

    /// <summary>The text of an element; null where it is none.</summary>
    public static string? AsText(this JsonElement element) => element.ValueKind is JsonValueKind.String ? element.GetString() : null;

    /// <summary>A card as the attachment of a message.</summary>
    public static Attachment Attachment(AdaptiveCard card) => new() { ContentType = AdaptiveCard.ContentType, Content = Content(card) };

    /// <summary>A card as the value of an invoke's answer, or the content of an attachment.</summary>
    public static object Content(AdaptiveCard card) =>
#if OFFICIAL_BOTSDK
        Newtonsoft.Json.Linq.JObject.Parse(card.ToJson());
#else
        card;
#endif

    private static JsonElement Parse(string? json)
    {
        if (string.IsNullOrEmpty(json))
            return default;
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // A bare text, which Newtonsoft writes without quotes.
            return JsonSerializer.SerializeToElement(json, BareText.Default.String);
        }
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class BareText : System.Text.Json.Serialization.JsonSerializerContext;
