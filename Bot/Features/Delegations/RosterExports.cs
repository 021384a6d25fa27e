using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Edges.Web;
using CoordinatorBot.Features.People;
using CoordinatorBot.Ports;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Delegations;

/// <summary>What somebody chose to export: the document behind a link.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="By">Who; the link is theirs.</param>
/// <param name="Delegation">One city's; null for all.</param>
/// <param name="Columns">What it says of each.</param>
/// <param name="Alternates">Whether those without a seat are in it.</param>
internal sealed record KeptExport(ExchangeId Exchange, PersonId By, DelegationId? Delegation, ImmutableArray<RosterColumn> Columns, bool Alternates);

/// <summary>A roster that was asked for by a link.</summary>
/// <param name="Texts">The language of whoever exported it.</param>
/// <param name="Title">Title of the exchange.</param>
/// <param name="Table">The roster as it is now.</param>
public sealed record ExportedRoster(Texts Texts, string Title, RosterTable Table);

/// <summary>Exports that were made: what was chosen, the links to them, and the roster for a link.</summary>
public sealed class RosterExports(
    IDocuments documents, Links links, SiteAddress site, StreamGate<ExchangeState> gate, DelegationDesk desk, Boards boards, PeopleRegister people, NomineeWords nominees)
{
    /// <summary>What these links are for.</summary>
    public const string Purpose = "export";

    /// <summary>How long a link is good, in minutes: to be used at once.</summary>
    public const int Minutes = 10;

    /// <summary>Keeps what was chosen and makes the link to it.</summary>
    internal async ValueTask<Uri> KeepAsync(Turn turn, KeptExport export, CancellationToken cancellationToken)
    {
        var id = turn.NewId("export");
        await documents.PutAsync(Key(id), JsonSerializer.SerializeToUtf8Bytes(export, ExportJson.Default.KeptExport), PutCondition.IfAbsent, cancellationToken);
        var link = new SignedLink(Purpose, export.Exchange.Value, id, 0, turn.At.AddMinutes(Minutes));
        return new Uri(site.Root, $"export/{await links.SignAsync(link, cancellationToken)}/");
    }

    /// <summary>What a person chose the last time; null for the first.</summary>
    internal async ValueTask<KeptExport?> LastAsync(PersonId person, CancellationToken cancellationToken) =>
        await documents.GetAsync(LastKey(person), cancellationToken) is { } stored ? JsonSerializer.Deserialize(stored.Body.Span, ExportJson.Default.KeptExport) : null;

    /// <summary>Remembers it.</summary>
    internal async ValueTask RememberAsync(KeptExport export, CancellationToken cancellationToken) =>
        await documents.PutAsync(LastKey(export.By), JsonSerializer.SerializeToUtf8Bytes(export, ExportJson.Default.KeptExport), PutCondition.Always, cancellationToken);

    /// <summary>The roster behind a link; null where the link has ended, isn't ours, or whoever it was made for may not see it any more.</summary>
    public async ValueTask<ExportedRoster?> OfAsync(string link, CancellationToken cancellationToken)
    {
        if (await links.ReadAsync(Purpose, link, cancellationToken) is not LinkReading.Good { Link: var good }
            || await documents.GetAsync(Key(good.Subject), cancellationToken) is not { } stored
            || JsonSerializer.Deserialize(stored.Body.Span, ExportJson.Default.KeptExport) is not { } export || export.Exchange.Value != good.Within)
            return null;
        var state = (await gate.ReadAsync(good.Within, cancellationToken)).State;
        if (state.Exchange is not { } x || !May(state, x, export))
            return null;
        var texts = await boards.TextsAsync(export.By, cancellationToken);
        return new ExportedRoster(texts, x.Design.Title, await TableAsync(state, x, export, texts, cancellationToken));
    }

    private static bool May(ExchangeState state, Exchange x, KeptExport export) =>
        x.IsCoordinatedBy(export.By) || (export.Delegation is { } own && state.Delegations.TryGetValue(own, out var d) && d.Lead == export.By);

    private async ValueTask<RosterTable> TableAsync(ExchangeState state, Exchange x, KeptExport export, Texts texts, CancellationToken cancellationToken)
    {
        var views = new List<DelegationView>();
        foreach (var d in state.InOrder.Where(d => export.Delegation is null || d.Id == export.Delegation))
            views.Add(await desk.ViewAsync(export.By, texts, new DelegationRef(x.Id, d.Id, string.Empty), new OpenDelegation(state, d), cancellationToken));
        var words = new Dictionary<CandidateId, RosterWords>();
        if (export.Columns.Any(c => c is RosterColumn.Reason or RosterColumn.Contribution or RosterColumn.Language))
            foreach (var candidate in views.SelectMany(v => state.Delegations[v.Ref.Delegation].Candidates.Values))
                words[candidate.Id] = await WordsAsync(candidate, cancellationToken);
        return RosterTable.Of(texts, views, export.Columns, export.Alternates, m => words.GetValueOrDefault(m.Id) ?? new RosterWords(null, null, null));
    }

    private async ValueTask<RosterWords> WordsAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        var said = await nominees.OfAsync(candidate, cancellationToken);
        return new RosterWords(said.Reason, said.Contribution, (await people.FindAsync(candidate.Person, cancellationToken))?.Language);
    }

    private static string Key(Guid export) => $"exports/{export:N}";

    private static string LastKey(PersonId person) => $"{DocumentKey.Dialogs}last-export/{person}";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(KeptExport))]
internal sealed partial class ExportJson : JsonSerializerContext;
