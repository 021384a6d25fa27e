using System.Security.Cryptography;
using System.Text;

using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Conversation;

/// <summary>Where a turn happens.</summary>
public enum PlaceKind
{
    /// <summary>A chat of one person with the bot.</summary>
    Personal,

    /// <summary>A group chat.</summary>
    Group,

    /// <summary>A channel of a team.</summary>
    Channel,
}

/// <summary>The conversation a turn happens in.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="ConversationId">Its id in Teams; of a channel without the thread.</param>
public sealed record Place(PlaceKind Kind, string ConversationId)
{
    /// <summary>Identity of the channel, for its stream.</summary>
    public ChannelId Channel => new(Ids.Of("channel", ConversationId));
}

/// <summary>The person whose turn it is, as far as answering them needs.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="Standing">In what capacity they act.</param>
/// <param name="Language">The language they read.</param>
/// <param name="Zone">The zone they live in.</param>
public sealed record Viewer(PersonId Person, string Name, Standing Standing, Language Language, Zone Zone)
{
    /// <summary>Whether they coordinate some exchange to which they were added, though they are none of the installation's coordinators.</summary>
    public bool WasAdded { get; init; }

    /// <summary>Whether they may say a command.</summary>
    public bool MaySay(ChatCommand command) => !command.CoordinatorsOnly || Standing is Standing.Coordinator || (WasAdded && !command.InstallationOnly);

    /// <summary>As the domain sees them.</summary>
    public Actor Actor => new(Person, Standing);

    /// <summary>All texts in their language.</summary>
    public Texts Texts => Texts.In(Language);
}

/// <summary>One turn, as a feature sees it: no vendor's type in sight.</summary>
/// <param name="viewer">Whose turn it is.</param>
/// <param name="place">Where.</param>
/// <param name="way">How they act.</param>
/// <param name="at">When the activity arrived.</param>
/// <param name="seed">What a retry of the same activity has in common: conversation and activity id of a message, the data of a card.</param>
public sealed class Turn(Viewer viewer, Place place, Way way, DateTimeOffset at, string seed)
{
    private CommandId? _first;

    /// <summary>Whose turn it is.</summary>
    public Viewer Viewer { get; } = viewer;

    /// <summary>Where.</summary>
    public Place Place { get; } = place;

    /// <summary>When the activity arrived.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>What the bot answers: buffered, sent once the state of the dialog is saved.</summary>
    public Replies Replies { get; } = new();

    /// <summary>All texts in the viewer's language.</summary>
    public Texts Texts => Viewer.Texts;

    /// <summary>
    /// A command with who sends it and when. Its id is the same when Teams repeats the activity, so that nothing happens twice. All commands of
    /// a turn are one act.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="part">Tells several commands of one turn apart.</param>
    public Envelope Envelope(Command command, string part = "")
    {
        var id = new CommandId(NewId($"command/{part}"));
        _first ??= id;
        return new(id, Viewer.Actor, way, At, command, _first == id ? null : _first);
    }

    /// <summary>An id for a new thing: the same when Teams repeats the activity.</summary>
    /// <param name="part">Tells several new things of one turn apart.</param>
    public Guid NewId(string part) => Ids.Of(seed, part);
}

/// <summary>Ids that follow from what is already there, so that a repetition makes the same.</summary>
public static class Ids
{
    /// <summary>The id that belongs to these parts: a version 8 UUID over their SHA-256.</summary>
    public static Guid Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }

        Span<byte> bytes = stackalloc byte[32];
        hash.GetHashAndReset(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes[..16], bigEndian: true);
    }
}
