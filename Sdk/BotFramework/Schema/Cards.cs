namespace Microsoft.Bot.Schema;

/// <summary>A card or file that comes with a message.</summary>
public class Attachment
{
    /// <summary>Media type, which for a card says which kind of card.</summary>
    public string ContentType { get; set; }

    /// <summary>Where the content is, if it isn't here.</summary>
    public string ContentUrl { get; set; }

    /// <summary>The content; JSON for what came in, any object for what goes out.</summary>
    public object Content { get; set; }

    /// <summary>Name of the file.</summary>
    public string Name { get; set; }

    /// <summary>A small picture of it.</summary>
    public string ThumbnailUrl { get; set; }

    /// <summary>Members of the JSON object that have no property here; kept, and written back.</summary>
    [JsonInclude, JsonExtensionData]
    internal IDictionary<string, object> Unknown { get; set; }
}

/// <summary>A button.</summary>
public class CardAction
{
    /// <summary>A button that does nothing yet.</summary>
    public CardAction() { }

    /// <summary>A button with the members given.</summary>
    public CardAction(string type = null, string title = null, string image = null, string text = null, string displayText = null, object value = null, object channelData = null)
        => (Type, Title, Image, Text, DisplayText, Value, ChannelData) = (type, title, image, text, displayText, value, channelData);

    /// <summary>What it does; one of <see cref="ActionTypes"/>.</summary>
    public string Type { get; set; }

    /// <summary>What it says.</summary>
    public string Title { get; set; }

    /// <summary>Address of a picture beside the title.</summary>
    public string Image { get; set; }

    /// <summary>What the picture shows, in words.</summary>
    public string ImageAltText { get; set; }

    /// <summary>Text of the message that a messageBack sends to the bot.</summary>
    public string Text { get; set; }

    /// <summary>What the chat shows when it is used.</summary>
    public string DisplayText { get; set; }

    /// <summary>What it sends or opens; its shape depends on the type.</summary>
    public object Value { get; set; }

    /// <summary>What is particular to the channel.</summary>
    public object ChannelData { get; set; }
}

/// <summary>A picture on a card.</summary>
public class CardImage
{
    /// <summary>A picture without an address.</summary>
    public CardImage() { }

    /// <summary>A picture with the members given.</summary>
    public CardImage(string url = null, string alt = null, CardAction tap = null) => (Url, Alt, Tap) = (url, alt, tap);

    /// <summary>Its address.</summary>
    public string Url { get; set; }

    /// <summary>What it shows, in words.</summary>
    public string Alt { get; set; }

    /// <summary>What a tap on it does.</summary>
    public CardAction Tap { get; set; }
}

/// <summary>A card with one large picture.</summary>
public class HeroCard
{
    /// <summary>Media type of the attachment.</summary>
    public const string ContentType = "application/vnd.microsoft.card.hero";

    /// <summary>The title.</summary>
    public string Title { get; set; }

    /// <summary>The line under it.</summary>
    public string Subtitle { get; set; }

    /// <summary>The text.</summary>
    public string Text { get; set; }

    /// <summary>The pictures; channels show one.</summary>
    public IList<CardImage> Images { get; set; }

    /// <summary>The buttons.</summary>
    public IList<CardAction> Buttons { get; set; }

    /// <summary>What a tap on the card does.</summary>
    public CardAction Tap { get; set; }
}

/// <summary>A card with a small picture.</summary>
public class ThumbnailCard
{
    /// <summary>Media type of the attachment.</summary>
    public const string ContentType = "application/vnd.microsoft.card.thumbnail";

    /// <summary>An empty card.</summary>
    public ThumbnailCard() { }

    /// <summary>A card with the members given.</summary>
    public ThumbnailCard(string title = null, string subtitle = null, string text = null, IList<CardImage> images = null, IList<CardAction> buttons = null, CardAction tap = null)
        => (Title, Subtitle, Text, Images, Buttons, Tap) = (title, subtitle, text, images, buttons, tap);

    /// <summary>The title.</summary>
    public string Title { get; set; }

    /// <summary>The line under it.</summary>
    public string Subtitle { get; set; }

    /// <summary>The text.</summary>
    public string Text { get; set; }

    /// <summary>The pictures; channels show one.</summary>
    public IList<CardImage> Images { get; set; }

    /// <summary>The buttons.</summary>
    public IList<CardAction> Buttons { get; set; }

    /// <summary>What a tap on the card does.</summary>
    public CardAction Tap { get; set; }
}

/// <summary>Cards as attachments.</summary>
public static class Extensions
{
    /// <summary>The card as an attachment.</summary>
    public static Attachment ToAttachment(this HeroCard card) => new() { ContentType = HeroCard.ContentType, Content = card };

    /// <summary>The card as an attachment.</summary>
    public static Attachment ToAttachment(this ThumbnailCard card) => new() { ContentType = ThumbnailCard.ContentType, Content = card };
}

/// <summary>Buttons that vanish once used.</summary>
public class SuggestedActions
{
    /// <summary>Ids of those who see them; everybody if not given.</summary>
    public IList<string> To { get; set; }

    /// <summary>The buttons.</summary>
    public IList<CardAction> Actions { get; set; }
}
