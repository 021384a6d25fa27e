using System.Text.Json;
using System.Text.Json.Serialization;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Invitations;

/// <summary>What a nomination says that the invitation repeats to the person.</summary>
/// <param name="Reason">Why they were chosen.</param>
/// <param name="Contribution">What they are expected to bring.</param>
internal sealed record WhyThem(string? Reason, string? Contribution);

/// <summary>Reads, of what nominations say, what the person may read of themselves.</summary>
public sealed class NominationWords(IDocuments documents)
{
    internal async ValueTask<WhyThem?> OfAsync(Candidate candidate, CancellationToken cancellationToken) =>
        await documents.GetAsync($"words/candidate/{candidate.Id}/{Math.Max(1, candidate.Words)}", cancellationToken) is { } stored
            ? JsonSerializer.Deserialize(stored.Body.Span, NominationJson.Default.WhyThem)
            : null;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WhyThem))]
internal sealed partial class NominationJson : JsonSerializerContext;
