using System.Collections.Immutable;
using System.Text.Json.Serialization;

using CoordinatorBot.Domain.Duties;

namespace CoordinatorBot.Domain;

/// <summary>What somebody asks for. Decided on the newest state; never stored.</summary>
public abstract record Command
{
    /// <summary>The person it is done for, where a coordinator records somebody's answer; null otherwise.</summary>
    public virtual PersonId? OnBehalfOf => null;
}

/// <summary>What happened. Ids and coded facts only: names and free text about people are documents, so that they can be forgotten.</summary>
public abstract partial record Event;

/// <summary>Why a command was not carried out, with the data its text needs. A value, not an exception: a refusal is an ordinary answer.</summary>
public abstract record Refusal;

/// <summary>Others wrote at the same time for longer than an answer may take; nothing was changed, and trying again helps.</summary>
public sealed record Busy : Refusal;

/// <summary>In what capacity somebody acts. Established at the edge from the authenticated activity, never from card data.</summary>
public enum Standing
{
    /// <summary>One of the coordinators of this installation.</summary>
    Coordinator,

    /// <summary>Anybody else who is known: a delegate, a member of staff.</summary>
    Guest,

    /// <summary>The bot itself, carrying out what is owed.</summary>
    Bot,
}

/// <summary>Who acts.</summary>
/// <param name="Person">The person; none when the bot acts by itself.</param>
/// <param name="Standing">In what capacity.</param>
public readonly record struct Actor(PersonId? Person, Standing Standing)
{
    /// <summary>The bot itself.</summary>
    public static Actor Bot { get; } = new(null, Standing.Bot);
}

/// <summary>By which way a command came.</summary>
public enum Way
{
    /// <summary>A typed message or a dialog in Teams.</summary>
    Chat,

    /// <summary>A button on a card.</summary>
    Card,

    /// <summary>A web page of the bot.</summary>
    Page,

    /// <summary>The duty worker.</summary>
    Duty,
}

/// <summary>A command with who sent it and when.</summary>
/// <param name="Id">Identity of the command, the same on every retry.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Way">By which way it came.</param>
/// <param name="At">When its activity arrived; deadlines are judged by it.</param>
/// <param name="Command">What is asked for.</param>
/// <param name="PartOf">The first command that followed from the same words or press; null for the first itself. Undo takes back together what one act did.</param>
public sealed record Envelope(CommandId Id, Actor Actor, Way Way, DateTimeOffset At, Command Command, CommandId? PartOf = null);

/// <summary>What one command did: the unit of storage, and one line of the decision log.</summary>
/// <param name="Id">The command that did it.</param>
/// <param name="Actor">Who acted.</param>
/// <param name="OnBehalfOf">The person it was done for, where a coordinator records somebody's answer.</param>
/// <param name="Way">By which way it came.</param>
/// <param name="At">When; never before the commit that precedes it in the stream.</param>
/// <param name="Events">What happened, in order; at least one.</param>
/// <param name="PartOf">The first command of the same act; null for the first itself.</param>
public sealed record Commit(CommandId Id, Actor Actor, PersonId? OnBehalfOf, Way Way, DateTimeOffset At, ImmutableArray<Event> Events, CommandId? PartOf = null)
{
    /// <summary>The act it belongs to: what somebody did by one answer or one press.</summary>
    [JsonIgnore]
    public CommandId Act => PartOf ?? Id;
}

/// <summary>What became of a command: events to store, or a refusal with its reason.</summary>
public readonly record struct Outcome
{
    private Outcome(ImmutableArray<Event> events, Refusal? refusal) => (Events, Refusal) = (events, refusal);

    /// <summary>What follows from the command; empty when it was refused, or when it changes nothing.</summary>
    public ImmutableArray<Event> Events { get => field.IsDefault ? [] : field; }

    /// <summary>Why not; null when it was accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The command is carried out, with these consequences.</summary>
    public static Outcome Accept(params ImmutableArray<Event> events) => new(events, null);

    /// <summary>The command is not carried out.</summary>
    public static Outcome Refuse(Refusal why) => new([], why);

    /// <summary>A lone event is an accepted command.</summary>
    public static implicit operator Outcome(Event happened) => Accept(happened);

    /// <summary>A refusal is an outcome.</summary>
    public static implicit operator Outcome(Refusal why) => Refuse(why);
}

/// <summary>One kind of stream: the three pure functions with the state they start from.</summary>
/// <typeparam name="TState">The fold of the stream's events.</typeparam>
/// <param name="Name">Prefix of the stream's name: <c>exchange</c>, <c>channel</c>.</param>
/// <param name="Initial">State before the first event.</param>
/// <param name="Decide">What a person may do, and what follows.</param>
/// <param name="Evolve">The state after a commit.</param>
/// <param name="Wants">All that the bot should bring about, also what is not yet due.</param>
/// <param name="Ledger">What was tried and done of it.</param>
public sealed record StreamKind<TState>(
    string Name,
    TState Initial,
    Func<TState, Envelope, Outcome> Decide,
    Func<TState, Commit, TState> Evolve,
    Func<TState, DateTimeOffset, IEnumerable<Want>> Wants,
    Func<TState, Ledger> Ledger);
