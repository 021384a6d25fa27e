using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Invitations;

/// <summary>A preview that a coordinator saw: sending sends to these and nobody else.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="People">Whom it showed.</param>
/// <param name="WithGaps">Whether it showed gaps of a delegation that is not decided yet.</param>
internal sealed record StoredPreview(ExchangeId Exchange, ImmutableArray<StoredInvitee> People, bool WithGaps);

/// <summary>Somebody a preview showed.</summary>
internal sealed record StoredInvitee(DelegationId Delegation, CandidateId Candidate);

/// <summary>The documents of invitations: what delegates wrote, and what coordinators previewed.</summary>
public sealed class InvitationDocuments(IDocuments documents)
{
    /// <summary>What was written with the newest answer.</summary>
    public async ValueTask<InvitationWords> WordsAsync(Invitation invitation, CancellationToken cancellationToken) =>
        invitation.Rsvp is { Words: > 0 and var revision } && await documents.GetAsync(WordsKey(invitation.Id, revision), cancellationToken) is { } stored
            ? JsonSerializer.Deserialize(stored.Body.Span, InvitationJson.Default.InvitationWords)!
            : InvitationWords.None;

    /// <summary>Keeps what was written, before the answer that refers to it. The same words again get the same revision.</summary>
    /// <returns>Their revision; 0 where nothing was written.</returns>
    public async ValueTask<int> KeepAsync(Invitation invitation, InvitationWords words, CancellationToken cancellationToken)
    {
        if (words.IsEmpty)
            return 0;
        var body = JsonSerializer.SerializeToUtf8Bytes(words, InvitationJson.Default.InvitationWords);
        for (var revision = Math.Max(1, invitation.LastWords); ; revision++)
        {
            var key = WordsKey(invitation.Id, revision);
            if ((await documents.PutAsync(key, body, PutCondition.IfAbsent, cancellationToken)).IsStored)
                return revision;
            if (await documents.GetAsync(key, cancellationToken) is { } stored && stored.Body.Span.SequenceEqual(body))
                return revision;
        }
    }

    internal async ValueTask<StoredPreview?> PreviewAsync(Guid preview, CancellationToken cancellationToken) =>
        await documents.GetAsync(PreviewKey(preview), cancellationToken) is { } stored
            ? JsonSerializer.Deserialize(stored.Body.Span, InvitationJson.Default.StoredPreview)
            : null;

    internal async ValueTask KeepAsync(Guid preview, StoredPreview shown, CancellationToken cancellationToken) =>
        await documents.PutAsync(PreviewKey(preview), JsonSerializer.SerializeToUtf8Bytes(shown, InvitationJson.Default.StoredPreview), PutCondition.IfAbsent, cancellationToken);

    private static string WordsKey(InvitationId invitation, int revision) => $"words/invitation/{invitation}/{revision}";

    private static string PreviewKey(Guid preview) => $"previews/{preview:N}";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InvitationWords))]
[JsonSerializable(typeof(StoredPreview))]
internal sealed partial class InvitationJson : JsonSerializerContext;
