using System.Text;

using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Why something was decided about a delegation, in words: the documents <c>words/delegation/{id}/{revision}</c>.</summary>
public sealed class DelegationReasons(IDocuments documents)
{
    /// <summary>Most characters of a reason.</summary>
    public const int Most = 500;

    /// <summary>A reason; null where there is none, or it was erased.</summary>
    public async ValueTask<string?> TextAsync(DelegationId delegation, int revision, CancellationToken cancellationToken) =>
        revision > 0 && await documents.GetAsync(Key(delegation, revision), cancellationToken) is { } stored ? Encoding.UTF8.GetString(stored.Body.Span) : null;

    /// <summary>Keeps a reason, before the event that refers to it. The same words again get the same revision.</summary>
    /// <returns>Its revision; 0 where nothing was written.</returns>
    public async ValueTask<int> KeepAsync(Delegation delegation, string? text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
            return 0;
        var body = Encoding.UTF8.GetBytes(text.Trim());
        for (var revision = delegation.LastReason + 1; ; revision++)
        {
            var key = Key(delegation.Id, revision);
            if ((await documents.PutAsync(key, body, PutCondition.IfAbsent, cancellationToken)).IsStored)
                return revision;
            if (await documents.GetAsync(key, cancellationToken) is { } stored && stored.Body.Span.SequenceEqual(body))
                return revision;
        }
    }

    private static string Key(DelegationId delegation, int revision) => $"words/delegation/{delegation}/{revision}";
}
