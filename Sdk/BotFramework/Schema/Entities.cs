namespace Microsoft.Bot.Schema;

/// <summary>A thing named in an activity: a type, and whatever that type has.</summary>
public class Entity : IEquatable<Entity>
{
    /// <summary>An entity without a type.</summary>
    public Entity() { }

    /// <summary>An entity of a type.</summary>
    public Entity(string type = null) => Type = type;

    /// <summary>What it is, e.g. mention or clientInfo.</summary>
    public string Type { get; set; }

    /// <summary>Members of the JSON object that have no property here; kept, and written back.</summary>
    [JsonInclude, JsonExtensionData]
    internal IDictionary<string, object> Unknown { get; set; }

    /// <summary>This entity as a type of its own.</summary>
    /// <exception cref="JsonException">It doesn't have that shape.</exception>
    public T GetAs<T>() => this is T already ? already : SchemaJson.Convert<T>(this);

    /// <summary>True if both say the same.</summary>
    public bool Equals(Entity other) => other is not null && JsonSerializer.SerializeToNode(this, SchemaJson.Options) is { } mine
        && JsonNode.DeepEquals(mine, JsonSerializer.SerializeToNode(other, other.GetType(), SchemaJson.Options));

    /// <inheritdoc/>
    public override bool Equals(object obj) => Equals(obj as Entity);

    /// <inheritdoc/>
    public override int GetHashCode() => Type?.GetHashCode(StringComparison.Ordinal) ?? 0;
}

/// <summary>Somebody is named in the text.</summary>
public class Mention : Entity
{
    /// <summary>A mention of nobody yet.</summary>
    public Mention()
        : base("mention") { }

    /// <summary>Who.</summary>
    public ChannelAccount Mentioned { get; set; }

    /// <summary>How the text says it, in Teams <c>&lt;at&gt;name&lt;/at&gt;</c>.</summary>
    public string Text { get; set; }
}

/// <summary>A reaction to a message.</summary>
public class MessageReaction
{
    /// <summary>like, plusOne, or the channel's own.</summary>
    public string Type { get; set; }
}

/// <summary>A part of a text.</summary>
public class TextHighlight
{
    /// <summary>The words.</summary>
    public string Text { get; set; }

    /// <summary>Which occurrence of the words, from 1.</summary>
    public int? Occurrence { get; set; }
}

/// <summary>A programmatic action that comes with an activity.</summary>
public class SemanticAction
{
    /// <summary>Which action.</summary>
    public string Id { get; set; }

    /// <summary>start, continue or done.</summary>
    public string State { get; set; }

    /// <summary>What it is about.</summary>
    public IDictionary<string, Entity> Entities { get; set; }
}
