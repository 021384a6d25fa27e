using System.Collections.Immutable;
using System.Globalization;

using CoordinatorBot.Cards.Exchanges;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Features.Exchanges.Typed;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>Shows the agenda, and adds, changes, moves and removes its sessions.</summary>
public sealed class EditAgenda(CurrentExchange current, ExchangeCards cards, SessionLeads leads, StreamGate<ExchangeState> gate, Refusals refusals) : IChatFeature, ICardFeature
{
    private const int UsualMinutes = 60;

    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("agenda", Where.Personal, true, 55, ShowAsync)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(ExchangeVerbs.Agenda, (turn, press, ct) => OnAsync(turn, press, async state => await ReplacedAsync(turn, state, ct), ct)),
        new(ExchangeVerbs.AddSession, (turn, press, ct) => OnAsync(turn, press, async state => new PressAnswer.Replaced(SessionCard.For(turn.Texts, await ViewAsync(turn, state, ct), null, Fresh(state.Exchange!))), ct)),
        new(ExchangeVerbs.EditSession, (turn, press, ct) => OnAsync(turn, press, state => EditAsync(turn, state, press, ct), ct)),
        new(ExchangeVerbs.PutSession, (turn, press, ct) => OnAsync(turn, press, state => PutAsync(turn, state, press, ct), ct)),
        new(ExchangeVerbs.RemoveSession, (turn, press, ct) => OnAsync(turn, press, state => RemoveAsync(turn, state, press, ct), ct)),
        new(ExchangeVerbs.MoveSession, (turn, press, ct) => OnAsync(turn, press, state => MoveAsync(turn, state, press, ct), ct)),
        new(ExchangeVerbs.UsualSessions, (turn, press, ct) => OnAsync(turn, press, state => SendAsync(turn, state, new TakeUsualSessions(), "agenda.usual-taken", null, ct), ct)),
    ];

    private async ValueTask ShowAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await current.OfAsync(turn, cancellationToken) is not { Exchange: { } x } state)
            CurrentExchange.SayWhich(turn);
        else if (WhyNot(turn, x) is { } why)
            turn.Replies.Say(await refusals.TextAsync(turn, why, cancellationToken));
        else
            turn.Replies.Show(AgendaCard.For(turn.Texts, await ViewAsync(turn, state, cancellationToken)), turn.Texts["agenda.heading"]);
    }

    private async ValueTask<PressAnswer> OnAsync(Turn turn, Press press, Func<ExchangeState, ValueTask<PressAnswer>> then, CancellationToken cancellationToken)
    {
        var state = press.Id(ExchangeVerbs.Exchange) is { } id ? (await gate.ReadAsync(id, cancellationToken)).State : ExchangeState.Initial;
        if (state.Exchange is not { } x || !x.IsCoordinatedBy(turn.Viewer.Person))
            return await cards.AnswerAsync(turn, state, cancellationToken);
        return WhyNot(turn, x) is { } why ? new PressAnswer.Told(await refusals.TextAsync(turn, why, cancellationToken)) : await then(state);
    }

    private static Refusal? WhyNot(Turn turn, Exchange x) => x switch
    {
        _ when !x.IsCoordinatedBy(turn.Viewer.Person) => turn.Viewer.Standing is Standing.Coordinator ? new NotYourExchange(x.Owner) : new CoordinatorsOnly(),
        { Stage: Stage.Cancelled } => new ExchangeIsCancelled(),
        _ => null,
    };

    private async ValueTask<PressAnswer> EditAsync(Turn turn, ExchangeState state, Press press, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(turn, state, cancellationToken);
        return view.Sessions.FirstOrDefault(s => s.Key == press.Text(AgendaCard.Session)) is { } session
            ? new PressAnswer.Replaced(SessionCard.For(turn.Texts, view, session.Key, SessionFields.Of(session.Item, session.Lead)))
            : await ReplacedAsync(turn, state, cancellationToken, flaw: await refusals.TextAsync(turn, new SessionUnknown(), cancellationToken));
    }

    private async ValueTask<PressAnswer> PutAsync(Turn turn, ExchangeState state, Press press, CancellationToken cancellationToken)
    {
        var (x, key, typed) = (state.Exchange!, press.Text(ExchangeVerbs.Was), Typed(press));
        var was = ByKey(x, key);
        if (!TryRead(typed, out var session))
            return await AgainAsync(turn, state, key, typed, turn.Texts["agenda.starts-not-understood"], cancellationToken);
        // A second press: what it asks for is there.
        if (was is null && x.Design.Agenda.Any(a => a with { Lead = null } == session))
            return await ReplacedAsync(turn, state, cancellationToken);
        if (was is null && key is not null)
            return await ReplacedAsync(turn, state, cancellationToken, flaw: await refusals.TextAsync(turn, new SessionUnknown(), cancellationToken));
        // Documents are put before the event: what would be refused anyway leaves none behind.
        if (SessionRefusal(turn, state, was, session) is { } refused)
            return await AgainAsync(turn, state, key, typed, await refusals.TextAsync(turn, refused, cancellationToken), cancellationToken);
        session = session with { Lead = await leads.KeepAsync(turn, was, typed.Lead.Length == 0 ? null : typed.Lead, cancellationToken) };
        return await SendAsync(turn, state, new PutSession(was, session), was is null ? "agenda.added" : "agenda.changed", KeyOf(session), cancellationToken);
    }

    private static bool TryRead(SessionFields typed, out AgendaItem session)
    {
        TimeOnly? starts = TimeOnly.TryParse(typed.Starts, CultureInfo.InvariantCulture, out var time) ? time : null;
        session = new AgendaItem(typed.Day, typed.Kind, typed.Title.Length == 0 ? null : typed.Title, starts, int.TryParse(typed.Minutes, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0);
        return starts is not null || typed.Starts.Length == 0;
    }

    private static Refusal? SessionRefusal(Turn turn, ExchangeState state, AgendaItem? was, AgendaItem session) =>
        ExchangeStream.Decide(state, turn.Envelope(new PutSession(was, session), "would")).Refusal;

    private async ValueTask<PressAnswer> RemoveAsync(Turn turn, ExchangeState state, Press press, CancellationToken cancellationToken) =>
        ByKey(state.Exchange!, press.Text(ExchangeVerbs.Was)) is { } was
            ? await SendAsync(turn, state, new RemoveSession(was), "agenda.removed", null, cancellationToken)
            : await ReplacedAsync(turn, state, cancellationToken);

    private async ValueTask<PressAnswer> MoveAsync(Turn turn, ExchangeState state, Press press, CancellationToken cancellationToken)
    {
        var x = state.Exchange!;
        if (ByKey(x, press.Text(AgendaCard.Session)) is not { } session)
            return await ReplacedAsync(turn, state, cancellationToken);
        var answer = await gate.SendAsync(x.Id.Value, turn.Envelope(new MoveSession(session, press.Flag(AgendaCard.Earlier))), cancellationToken);
        if (answer.Outcome.Refusal is { } refusal)
            return await ReplacedAsync(turn, answer.State, cancellationToken, flaw: await refusals.TextAsync(turn, refusal, cancellationToken), chosen: KeyOf(session));
        var moved = answer.State.Exchange!.Design.Agenda.FirstOrDefault(a => a with { Starts = null } == session with { Starts = null } && !x.Design.Agenda.Contains(a));
        return await ReplacedAsync(turn, answer.State, cancellationToken, Done(turn, "agenda.moved"), chosen: moved is null ? null : KeyOf(moved));
    }

    private async ValueTask<PressAnswer> SendAsync(Turn turn, ExchangeState state, SessionCommand command, string done, string? chosen, CancellationToken cancellationToken)
    {
        var answer = await gate.SendAsync(state.Exchange!.Id.Value, turn.Envelope(command), cancellationToken);
        return answer.Outcome.Refusal is { } refusal
            ? await ReplacedAsync(turn, state, cancellationToken, flaw: await refusals.TextAsync(turn, refusal, cancellationToken))
            : await ReplacedAsync(turn, answer.State, cancellationToken, Done(turn, done), chosen: chosen);
    }

    private static string Done(Turn turn, string done) => turn.Texts.Say(done, ("undo", turn.Texts.WordOf("undo")));

    private async ValueTask<PressAnswer> AgainAsync(Turn turn, ExchangeState state, string? was, SessionFields typed, string flaw, CancellationToken cancellationToken) =>
        new PressAnswer.Replaced(SessionCard.For(turn.Texts, await ViewAsync(turn, state, cancellationToken), was, typed, flaw));

    private async ValueTask<PressAnswer> ReplacedAsync(Turn turn, ExchangeState state, CancellationToken cancellationToken, string? note = null, string? flaw = null, string? chosen = null) =>
        new PressAnswer.Replaced(AgendaCard.For(turn.Texts, await ViewAsync(turn, state, cancellationToken), note, flaw, chosen));

    private async ValueTask<AgendaView> ViewAsync(Turn turn, ExchangeState state, CancellationToken cancellationToken)
    {
        var x = state.Exchange!;
        var sessions = ImmutableArray.CreateBuilder<SessionView>();
        foreach (var session in x.Design.Agenda)
            sessions.Add(new SessionView(KeyOf(session), session, await leads.OfAsync(session, cancellationToken)));
        return new AgendaView(x, sessions.ToImmutable(), ExchangeCards.Once(turn, state));
    }

    private static SessionFields Typed(Press press) => new(
        press.Number(SessionCard.Day) ?? 0, press.Text(SessionCard.Starts) ?? string.Empty,
        press.Number(SessionCard.Minutes)?.ToString(CultureInfo.InvariantCulture) ?? press.Text(SessionCard.Minutes) ?? string.Empty,
        Enum.TryParse<SessionKind>(press.Text(SessionCard.Kind), out var kind) && Enum.IsDefined(kind) ? kind : SessionKind.FacilitatedDiscussion,
        PlainLine.Of(press.Text(SessionCard.Title) ?? string.Empty), Shortened(PlainLine.Of(press.Text(SessionCard.Lead) ?? string.Empty)));

    private static string Shortened(string lead) => lead.Length > SessionCard.LeadMost ? lead[..SessionCard.LeadMost] : lead;

    // After the last session of the first day that has room before the evening.
    private static SessionFields Fresh(Exchange x)
    {
        var last = x.Design.Agenda.LastOrDefault();
        var day = Math.Clamp(last?.Day ?? 1, 1, x.Terms?.Days ?? ExchangeDefaults.UsualDays);
        var ends = x.Design.Agenda.Where(a => a.Day == day).Select(a => a.EndsAt ?? 0).DefaultIfEmpty(9 * 60).Max() + (last is null ? 0 : 15);
        var starts = ends + UsualMinutes <= 24 * 60 ? new TimeOnly(0, 0).AddMinutes(ends) : new TimeOnly(8, 0);
        return SessionFields.Of(new AgendaItem(day, SessionKind.FacilitatedDiscussion, null, starts, UsualMinutes), null);
    }

    private static AgendaItem? ByKey(Exchange x, string? key) => x.Design.Agenda.FirstOrDefault(a => KeyOf(a) == key);

    private static string KeyOf(AgendaItem session) =>
        Ids.Of("session", string.Create(CultureInfo.InvariantCulture, $"{session.Day}|{session.Kind}|{session.Starts:O}|{session.Minutes}|{session.Lead}|{session.Title}")).ToString("N")[..12];
}
