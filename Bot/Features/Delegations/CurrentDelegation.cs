using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Which delegation a person looked at last: a file they send without a word is for it. Losing it costs a question.</summary>
public sealed class CurrentDelegation(IDocuments documents)
{
    /// <summary>The delegation last looked at; null for none.</summary>
    public async ValueTask<DelegationId?> OfAsync(Turn turn, CancellationToken cancellationToken) =>
        await documents.GetAsync(Key(turn), cancellationToken) is { } stored ? new DelegationId(new Guid(stored.Body.Span)) : null;

    /// <summary>Remembers it.</summary>
    public async ValueTask SetAsync(Turn turn, DelegationId delegation, CancellationToken cancellationToken)
    {
        if (await OfAsync(turn, cancellationToken) != delegation)
            await documents.PutAsync(Key(turn), delegation.Value.ToByteArray(), PutCondition.Always, cancellationToken);
    }

    private static string Key(Turn turn) => $"{DocumentKey.Dialogs}open-delegation/{turn.Viewer.Person}";
}
