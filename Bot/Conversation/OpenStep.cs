using System.Text.Json.Serialization;

namespace CoordinatorBot.Conversation;

/// <summary>The step a conversation is at: all there is to the state of a dialogue. Losing it costs the open question.</summary>
/// <param name="Dialogue">Id of the <see cref="StepList"/>.</param>
/// <param name="Step">Id of the step that was asked.</param>
/// <param name="Target">What it is about.</param>
/// <param name="Leaving">What the person said instead of an answer, while they are asked whether to leave for it.</param>
public sealed record OpenStep(string Dialogue, string Step, Guid Target, string? Leaving = null);

/// <summary>What is kept of a conversation between turns.</summary>
/// <param name="Open">The step that was asked; null when nothing is asked.</param>
/// <param name="Turn">The turn that led there.</param>
/// <param name="Before">The step that was open when that turn began: where a repetition of it begins again, and so comes to the same.</param>
internal sealed record KeptDialogue(OpenStep? Open, Guid Turn, OpenStep? Before);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptDialogue))]
internal sealed partial class OpenStepJson : JsonSerializerContext;
