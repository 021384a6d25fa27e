#nullable enable
using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Schema;

/// <summary>How the protocol's types are read and written: source generated, members in camel case, no nulls.</summary>
/// <remarks>Objects of other types, which a bot may put into a value, are written with their own member names, fields too.</remarks>
internal static class SchemaJson
{
    /// <summary>Deepest nesting that is read; a card nests two levels a container.</summary>
    public const int MaxDepth = 128;

    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>A value as another type, by its JSON.</summary>
    /// <exception cref="JsonException">It doesn't have that shape.</exception>
    public static T? Convert<T>(object value) => value switch
    {
        JsonElement element => element.Deserialize(Info<T>()),
        JsonNode node => node.Deserialize(Info<T>()),
        _ => JsonSerializer.SerializeToElement(value, Options.GetTypeInfo(value.GetType())).Deserialize(Info<T>()),
    };

    /// <exception cref="JsonException">It isn't JSON of that shape.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            var value = reader.TokenType == JsonTokenType.Null ? default : ((JsonConverter<T>)Options.GetConverter(typeof(T))).Read(ref reader, typeof(T), Options);
            return reader.Read() ? throw new JsonException("There is more after the end.") : value;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            // How a reader says that a value is of another type.
            throw new JsonException(e.Message, e);
        }
    }

    public static void Write(IBufferWriter<byte> output, object value) => JsonOutput.Write(output, value, static (writer, value) => WholeObjects.Write(writer, value, Options));

    private static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            AllowDuplicateProperties = false,
            Converters = { new AnyValue(), new WholeLists(nulls: false), new WholeObjects() },
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            IncludeFields = true,
            MaxDepth = MaxDepth,
            PropertyNameCaseInsensitive = true,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(SchemaContext.Default.WithAddedModifier(CamelCase), new DefaultJsonTypeInfoResolver()),
        };
        options.MakeReadOnly();
        return options;
    }

    private static void CamelCase(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        foreach (var property in type.Properties)
        {
            if (!property.IsExtensionData) property.Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        }
    }
}

/// <summary>The types that travel; anything else is met by reflection, once a type.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(AdaptiveCardInvokeResponse))]
[JsonSerializable(typeof(AdaptiveCardInvokeValue))]
[JsonSerializable(typeof(AppBasedLinkQuery))]
[JsonSerializable(typeof(ConversationList))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(Error))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(HeroCard))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(Mention))]
[JsonSerializable(typeof(MessagingExtensionAction))]
[JsonSerializable(typeof(MessagingExtensionActionResponse))]
[JsonSerializable(typeof(MessagingExtensionAttachment))]
[JsonSerializable(typeof(MessagingExtensionQuery))]
[JsonSerializable(typeof(MessagingExtensionResponse))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(TaskModuleContinueResponse))]
[JsonSerializable(typeof(TaskModuleMessageResponse))]
[JsonSerializable(typeof(TaskModuleRequest))]
[JsonSerializable(typeof(TaskModuleResponse))]
[JsonSerializable(typeof(TeamDetails))]
[JsonSerializable(typeof(TeamsChannelAccount))]
[JsonSerializable(typeof(TeamsChannelAccount[]))]
[JsonSerializable(typeof(TeamsChannelData))]
[JsonSerializable(typeof(TeamsPagedMembersResult))]
[JsonSerializable(typeof(ThumbnailCard))]
internal sealed partial class SchemaContext : JsonSerializerContext;
