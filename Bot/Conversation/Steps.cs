using System.Collections.Immutable;

using AdaptiveCards;

namespace CoordinatorBot.Conversation;

/// <summary>What a step asks.</summary>
/// <param name="Text">The question: one thing, in plain words.</param>
/// <param name="Suggestions">Answers offered as buttons; pressing one says its text.</param>
/// <param name="Card">A card to answer with instead, where a form is easier than a sentence; its verb calls <see cref="IDialogue.Answer"/>.</param>
public sealed record Question(string Text, ImmutableArray<string> Suggestions, AdaptiveCard? Card = null);

/// <summary>Where a dialogue goes after an answer.</summary>
public abstract record Course
{
    /// <summary>To the next step that asks something.</summary>
    public static Course Next { get; } = new On();

    /// <summary>It is over; the step has said what there was to say.</summary>
    public static Course End { get; } = new Over();

    /// <summary>The answer can't be used: says why, and asks again.</summary>
    public static Course Again(string why) => new Repeat(why);

    internal sealed record On : Course;

    internal sealed record Over : Course;

    internal sealed record Repeat(string Why) : Course;
}

/// <summary>One step of a dialogue.</summary>
/// <param name="Id">Its name in the stored state: never reused for something else.</param>
/// <param name="AskAsync">What to ask, given the target; null to pass the step over.</param>
/// <param name="TakeAsync">Takes the answer: sends the command that follows from it. The answer is trimmed and not empty.</param>
/// <param name="Casual">Whether another command is obeyed without asking: for an open invitation such as "who else?", which nobody is in the middle of.</param>
public sealed record Step(
    string Id,
    Func<Turn, Guid, CancellationToken, ValueTask<Question?>> AskAsync,
    Func<Turn, Guid, string, CancellationToken, ValueTask<Course>> TakeAsync,
    bool Casual = false);

/// <summary>
/// A dialogue: a list of steps about one target. Its stored state is the step and the target's id, and can be lost: each answer that
/// matters is a command, and what is asked next follows from the target itself.
/// </summary>
/// <param name="Id">Its name in the stored state.</param>
/// <param name="NameKey">Key of what people call it, for "You are in the middle of …".</param>
/// <param name="Steps">In order.</param>
/// <param name="EndAsync">Says how things stand when the last step is done.</param>
public sealed record StepList(string Id, string NameKey, ImmutableArray<Step> Steps, Func<Turn, Guid, CancellationToken, ValueTask> EndAsync);

/// <summary>A feature with dialogues.</summary>
public interface IDialogueFeature
{
    /// <summary>Its dialogues.</summary>
    IEnumerable<StepList> Dialogues { get; }
}

/// <summary>Lets commands and verbs begin a dialogue or answer its current step. One is under way in a conversation at most.</summary>
public interface IDialogue
{
    /// <summary>Begins a dialogue once the turn's handler has returned; whatever was under way is left.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="dialogue">Id of the <see cref="StepList"/>.</param>
    /// <param name="target">What it is about.</param>
    /// <param name="step">Step to begin with; null for the first that asks something.</param>
    void Begin(Turn turn, string dialogue, Guid target, string? step = null);

    /// <summary>Answers the step that is open as if the person had typed it, once the turn's handler has returned.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="step">The step the card was made for: an answer to another one is passed over.</param>
    /// <param name="answer">The answer as text.</param>
    void Answer(Turn turn, string step, string answer);
}
