using System.Collections.Immutable;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.People;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Exports the roster with the columns chosen: for those who coordinate the exchange, and for a lead their own city. Each export is recorded.</summary>
public sealed class ExportTheRoster(
    CurrentExchange current, DelegationDesk desk, RosterExports exports, PeopleRegister people, StreamGate<ExchangeState> gate) : IChatFeature, ICardFeature
{
    private const int MostPast = 5;

    private static readonly ImmutableArray<RosterColumn> Usual =
        [RosterColumn.City, RosterColumn.Name, RosterColumn.Title, RosterColumn.Organisation, RosterColumn.Sector, RosterColumn.Answer];

    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("export", Where.Personal, false, 265, AskAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs => [new(BoardVerbs.ExportNow, ExportAsync)];

    private async ValueTask AskAsync(Turn turn, string city, CancellationToken cancellationToken)
    {
        if (await current.OfAsync(turn, cancellationToken) is not { Exchange: { } x } state)
        {
            CurrentExchange.SayWhich(turn);
            return;
        }

        if (Boards.Seen(state, x, turn.Viewer.Person) is not { IsEmpty: false } theirs)
        {
            turn.Replies.Say(await desk.SayAsync(turn, turn.Viewer.Standing is Standing.Coordinator && !x.IsCoordinatedBy(turn.Viewer.Person) ? new NotYourExchange(x.Owner) : new CoordinatorsOnly(), cancellationToken));
            return;
        }

        var last = await exports.LastAsync(turn.Viewer.Person, cancellationToken);
        var named = city.Length == 0 ? null : WhichDelegation.ByCity(theirs, city);
        turn.Replies.Show(
            ExportCard.For(turn.Texts, await ViewAsync(turn, state, named?.Id, last?.Columns ?? Usual, last?.Alternates ?? false, cancellationToken)), turn.Texts["export.heading"]);
    }

    private async ValueTask<PressAnswer> ExportAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var state = (await gate.ReadAsync(press.Id("exchange") ?? Guid.Empty, cancellationToken)).State;
        if (state.Exchange is not { } x)
            return new PressAnswer.Told(await desk.SayAsync(turn, new ExchangeUnknown(), cancellationToken));
        ImmutableArray<RosterColumn> columns = [.. press.Choices(ExportCard.Columns).Select(c => Enum.TryParse<RosterColumn>(c, out var column) ? column : (RosterColumn)(-1))];
        var (delegation, alternates) = (Chosen(state, x, turn, press), press.Flag(ExportCard.Alternates));
        var answer = await gate.SendAsync(x.Id.Value, turn.Envelope(new ExportRoster(delegation, columns, alternates)), cancellationToken);
        if (answer.Outcome.Refusal is { } refusal)
        {
            var why = await desk.SayAsync(turn, refusal, cancellationToken);
            return refusal is NothingToExport
                ? new PressAnswer.Replaced(ExportCard.For(turn.Texts, await ViewAsync(turn, state, delegation, [], alternates, cancellationToken), why))
                : new PressAnswer.Told(why);
        }

        var exported = answer.Outcome.Events.OfType<RosterExported>().Single();
        var kept = new KeptExport(x.Id, turn.Viewer.Person, exported.Delegation, exported.Columns, exported.Alternates);
        var page = await exports.KeepAsync(turn, kept, cancellationToken);
        await exports.RememberAsync(kept, cancellationToken);
        return new PressAnswer.Replaced(ExportCard.Made(turn.Texts, x.Design.Title, exported.Count, exported.Columns, new Uri(page, "roster.csv"), page, RosterExports.Minutes));
    }

    // A lead has one city; whoever coordinates has all of them unless one was chosen.
    private static DelegationId? Chosen(ExchangeState state, Exchange x, Turn turn, Press press)
    {
        if (press.Id(ExportCard.City) is { } id)
            return new DelegationId(id);
        return x.IsCoordinatedBy(turn.Viewer.Person) ? null : Boards.Seen(state, x, turn.Viewer.Person) is [var own, ..] ? own.Id : null;
    }

    private async ValueTask<ExportView> ViewAsync(
        Turn turn, ExchangeState state, DelegationId? delegation, ImmutableArray<RosterColumn> columns, bool alternates, CancellationToken cancellationToken)
    {
        var (x, theirs) = (state.Exchange!, Boards.Seen(state, state.Exchange!, turn.Viewer.Person));
        var coordinates = x.IsCoordinatedBy(turn.Viewer.Person);
        return new ExportView(
            x.Id, x.Design.Title, [.. theirs.Select(d => (d.Id, d.City))], coordinates, coordinates ? delegation : theirs.FirstOrDefault()?.Id, columns, alternates,
            coordinates ? await PastAsync(turn, state, cancellationToken) : [], ExchangeCards.Once(turn, state));
    }

    private async ValueTask<ImmutableArray<PastExport>> PastAsync(Turn turn, ExchangeState state, CancellationToken cancellationToken)
    {
        var commits = await gate.ReadCommitsAsync(state.Exchange!.Id.Value, 0, cancellationToken);
        var past = commits.Where(c => c.Events.Any(e => e is RosterExported)).Reverse().Take(MostPast).ToList();
        var known = await people.FindAsync(past.Select(c => c.Actor.Person).OfType<PersonId>(), cancellationToken);
        return
        [
            .. from c in past
               from e in c.Events.OfType<RosterExported>()
               select new PastExport(
                   c.Actor.Person is { } maker && known.TryGetValue(maker, out var person) ? person.Name : turn.Texts["people.nameless"], turn.Viewer.Zone.DateOf(c.At),
                   e.Delegation is { } d ? state.Delegations.GetValueOrDefault(d)?.City : null, e.Columns, e.Count),
        ];
    }
}
