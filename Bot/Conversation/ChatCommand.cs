using System.Collections.Immutable;

namespace CoordinatorBot.Conversation;

/// <summary>In which places a command makes sense.</summary>
[Flags]
public enum Where
{
    /// <summary>A chat of one person with the bot.</summary>
    Personal = 1,

    /// <summary>A channel or group chat.</summary>
    Shared = 2,

    /// <summary>Everywhere.</summary>
    Anywhere = Personal | Shared,
}

/// <summary>What a command is about: the help is read by topic.</summary>
public enum HelpTopic
{
    /// <summary>Beginning an exchange, finding it again, changing it.</summary>
    Exchange,

    /// <summary>Who comes from a city.</summary>
    Delegations,

    /// <summary>Inviting, answering, and what follows.</summary>
    Invitations,

    /// <summary>What staff read.</summary>
    Staff,

    /// <summary>The conversation itself.</summary>
    Conversation,
}

/// <summary>
/// Something a person can say. Its words are texts: <c>commands.{name}.words</c> holds what people say for it, separated by <c>|</c>, the
/// first being its name for them; <c>commands.{name}.help</c> one line of help.
/// </summary>
/// <param name="Name">Key of its texts: <c>new-exchange</c>.</param>
/// <param name="Where">Where it makes sense.</param>
/// <param name="CoordinatorsOnly">Whether only coordinators can say it.</param>
/// <param name="Order">Its place in the help, ascending.</param>
/// <param name="RunAsync">What it does; the text after its words is its argument.</param>
/// <param name="Topic">Where the help lists it.</param>
public sealed record ChatCommand(
    string Name, Where Where, bool CoordinatorsOnly, int Order, Func<Turn, string, CancellationToken, ValueTask> RunAsync, HelpTopic Topic = HelpTopic.Exchange)
{
    /// <summary>Whether, of coordinators, only those of the installation can say it: who was added to an exchange works on that exchange only.</summary>
    public bool InstallationOnly { get; init; }
}

/// <summary>A feature that people talk to.</summary>
public interface IChatFeature
{
    /// <summary>What can be said.</summary>
    IEnumerable<ChatCommand> Commands { get; }
}

/// <summary>What a person might do next.</summary>
/// <param name="Text">What waits, or what would be good, as a sentence.</param>
/// <param name="Words">What to say for it, as buttons; the best first.</param>
public sealed record NextStep(string Text, ImmutableArray<string> Words);

/// <summary>A feature that knows what a person might do next.</summary>
public interface IKnowsNext
{
    /// <summary>The next step for the person whose turn it is; null where there is none to name.</summary>
    ValueTask<NextStep?> NextAsync(Turn turn, CancellationToken cancellationToken);
}

/// <summary>A feature that takes files and pasted tables which people send outside any dialog, or within one.</summary>
public interface ITakesFiles
{
    /// <summary>Takes what was sent, if it is of use here.</summary>
    /// <returns>Whether it was taken.</returns>
    ValueTask<bool> TakeAsync(Turn turn, SentFile file, CancellationToken cancellationToken);
}

/// <summary>What somebody sent besides text.</summary>
/// <param name="Name">Name of the file; empty for a pasted table.</param>
/// <param name="Content">Its bytes; for a pasted table the HTML, UTF-8.</param>
/// <param name="IsHtml">Whether it is a pasted table.</param>
public sealed record SentFile(string Name, ReadOnlyMemory<byte> Content, bool IsHtml);
