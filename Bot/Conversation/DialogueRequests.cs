using System.Runtime.CompilerServices;

namespace CoordinatorBot.Conversation;

/// <summary>Keeps what handlers of a turn ask of the conversation's dialogue until they have returned.</summary>
public sealed class DialogueRequests : IDialogue
{
    private readonly ConditionalWeakTable<Turn, Request> _requests = [];

    /// <inheritdoc/>
    public void Begin(Turn turn, string dialogue, Guid target, string? step = null) => _requests.AddOrUpdate(turn, new Request.Start(dialogue, target, step));

    /// <inheritdoc/>
    public void Answer(Turn turn, string step, string answer) => _requests.AddOrUpdate(turn, new Request.Answered(step, answer));

    /// <summary>Takes the request of a turn; null for none.</summary>
    internal Request? Take(Turn turn)
    {
        _requests.TryGetValue(turn, out var request);
        _requests.Remove(turn);
        return request;
    }

    internal abstract record Request
    {
        internal sealed record Start(string Dialogue, Guid Target, string? Step) : Request;

        internal sealed record Answered(string Step, string Answer) : Request;
    }
}
