using System.Text.Json;
using AdaptiveCards.Serialization;

namespace AdaptiveCards;

/// <summary>How a host signs a person in for the actions of a card. Schema 1.4.</summary>
/// <remarks>Its members are written as the schema names them, camel-cased; the official package writes them with a capital, which hosts don't read.</remarks>
public class AdaptiveAuthentication : IJsonWritable
{
    /// <summary>What the person reads when asked to sign in.</summary>
    public string? Text { get; set; }

    /// <summary>The name of the OAuth connection in the bot's registration.</summary>
    public string? ConnectionName { get; set; }

    /// <summary>For single sign-on: what the host may exchange its token for.</summary>
    public AdaptiveTokenExchangeResource? TokenExchangeResource { get; set; }

    /// <summary>The buttons that are shown; one of type <c>signin</c> is needed.</summary>
    public List<AdaptiveAuthCardButton>? Buttons { get; set; } = [];

    void IJsonWritable.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteText("text"u8, Text);
        writer.WriteText("connectionName"u8, ConnectionName);
        writer.WriteObject("tokenExchangeResource"u8, TokenExchangeResource);
        writer.WriteList("buttons"u8, Buttons);
        writer.WriteEndObject();
    }
}

/// <summary>A button of a sign-in prompt.</summary>
public class AdaptiveAuthCardButton : IJsonWritable
{
    /// <summary>The kind of button; hosts support <c>signin</c>. Required.</summary>
    public string? Type { get; set; }

    /// <summary>Its label.</summary>
    public string? Title { get; set; }

    /// <summary>The address of a picture beside the label.</summary>
    public string? Image { get; set; }

    /// <summary>What it opens or sends, by its kind. Required.</summary>
    public string? Value { get; set; }

    void IJsonWritable.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteRequired("type"u8, Type, "AuthCardButton");
        writer.WriteText("title"u8, Title);
        writer.WriteText("image"u8, Image);
        writer.WriteRequired("value"u8, Value, "AuthCardButton");
        writer.WriteEndObject();
    }
}

/// <summary>What a token is exchanged for in single sign-on. All three members are required.</summary>
public class AdaptiveTokenExchangeResource : IJsonWritable
{
    /// <summary>Unique for this exchange, so that it happens once.</summary>
    public string? Id { get; set; }

    /// <summary>The application or resource the token is for.</summary>
    public string? Uri { get; set; }

    /// <summary>Who issues the token.</summary>
    public string? ProviderId { get; set; }

    void IJsonWritable.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteRequired("id"u8, Id, "TokenExchangeResource");
        writer.WriteRequired("uri"u8, Uri, "TokenExchangeResource");
        writer.WriteRequired("providerId"u8, ProviderId, "TokenExchangeResource");
        writer.WriteEndObject();
    }
}
