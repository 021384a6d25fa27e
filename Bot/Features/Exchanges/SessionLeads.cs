using System.Text;

using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>Who leads a session is said about a person, so it is a document: <c>words/session-lead/{id}</c>. Another lead is another document.</summary>
public sealed class SessionLeads(IDocuments documents)
{
    /// <summary>Who leads a session; null for nobody, or where that was erased.</summary>
    public async ValueTask<string?> OfAsync(AgendaItem session, CancellationToken cancellationToken) =>
        session.Lead is { } lead && await documents.GetAsync(KeyOf(lead), cancellationToken) is { } stored ? Encoding.UTF8.GetString(stored.Body.Span) : null;

    /// <summary>Keeps who leads a session, before the event that refers to it.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="was">The session as it was: the same words again keep their document.</param>
    /// <param name="lead">Who; null for nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<WordsId?> KeepAsync(Turn turn, AgendaItem? was, string? lead, CancellationToken cancellationToken)
    {
        if (lead is null)
            return null;
        if (was is not null && await OfAsync(was, cancellationToken) == lead)
            return was.Lead;
        var id = new WordsId(turn.NewId("session-lead"));
        await documents.PutAsync(KeyOf(id), Encoding.UTF8.GetBytes(lead), PutCondition.IfAbsent, cancellationToken);
        return id;
    }

    private static string KeyOf(WordsId lead) => $"words/session-lead/{lead}";
}
