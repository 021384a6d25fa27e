using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Delegations;

/// <summary>What a nomination says in words: the document behind a candidate.</summary>
/// <param name="Reason">Why this person.</param>
/// <param name="Contribution">What they are expected to bring.</param>
/// <param name="Replacement">Who comes if they can't, as the nominator named them.</param>
public sealed record CandidateWords(string? Reason, string? Contribution, string? Replacement)
{
    /// <summary>Nothing said.</summary>
    public static CandidateWords None { get; } = new(null, null, null);

    /// <summary>Whether nothing was said.</summary>
    [JsonIgnore]
    public bool IsEmpty => this == None;
}

/// <summary>Keeps what nominations say: <c>words/candidate/{id}/{revision}</c>, each put before the event that names its revision, and never changed.</summary>
public sealed class NomineeWords(IDocuments documents)
{
    /// <summary>What is said of a candidate now; nothing where it was erased.</summary>
    public async ValueTask<CandidateWords> OfAsync(Candidate candidate, CancellationToken cancellationToken) =>
        candidate.Words > 0 && await documents.GetAsync(KeyOf(candidate.Id, candidate.Words), cancellationToken) is { } stored
            ? JsonSerializer.Deserialize(stored.Body.Span, NomineeJson.Default.CandidateWords) ?? CandidateWords.None
            : CandidateWords.None;

    /// <summary>Puts what is said of a candidate under the next free revision. A turn that is repeated finds its own.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="words">What is said.</param>
    /// <param name="after">The revision there is; 0 for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The revision; 0 where nothing is said.</returns>
    public async ValueTask<int> PutAsync(CandidateId candidate, CandidateWords words, int after, CancellationToken cancellationToken)
    {
        if (words.IsEmpty)
            return 0;
        var body = JsonSerializer.SerializeToUtf8Bytes(words, NomineeJson.Default.CandidateWords);
        for (var revision = after + 1; ; revision++)
        {
            var key = KeyOf(candidate, revision);
            if ((await documents.PutAsync(key, body, PutCondition.IfAbsent, cancellationToken)).IsStored)
                return revision;
            if (await documents.GetAsync(key, cancellationToken) is { } stored && stored.Body.Span.SequenceEqual(body))
                return revision;
        }
    }

    private static string KeyOf(CandidateId candidate, int revision) => $"words/candidate/{candidate}/{revision.ToString(CultureInfo.InvariantCulture)}";
}
