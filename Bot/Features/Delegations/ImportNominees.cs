using System.Collections.Immutable;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Takes lists of nominees: shows what was read, and adds it once a person has looked.</summary>
public sealed class ImportNominees(
    CurrentExchange exchange, CurrentDelegation current, DelegationDesk desk, PendingLists lists, ListPreview preview, NominatePeople nominate, SamePeople same, IDialogue dialogue)
    : ITakesFiles, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(DelegationVerbs.ImportAdd, (turn, press, ct) => desk.OnAsync(turn, press, open => AddAsync(turn, open, press, ct), ct)),
        new(DelegationVerbs.ImportCancel, (turn, press, ct) => desk.OnAsync(turn, press, open => CancelAsync(turn, open, press, ct), ct)),
    ];

    /// <inheritdoc/>
    public async ValueTask<bool> TakeAsync(Turn turn, SentFile file, CancellationToken cancellationToken)
    {
        if (turn.Place.Kind is not PlaceKind.Personal)
            return false;
        var state = await exchange.OfAsync(turn, cancellationToken);
        if (state is null && !file.IsHtml && turn.Viewer.Standing is Standing.Coordinator)
        {
            turn.Replies.Say(turn.Texts["nominees.no-exchange"]);
            CurrentExchange.SayWhich(turn);
            return true;
        }

        if (state is null || ListPreview.Theirs(state, turn.Viewer) is not [_, ..])
            return false;
        var sent = new SentList(file.IsHtml ? SentAs.Table : SentAs.File, file.Content);
        var list = sent.Read();
        // A table that names nobody may be meant for something else: its text is still there.
        if (file.IsHtml && list.Refusal is not null)
            return false;
        await PreviewAsync(turn, state, await current.OfAsync(turn, cancellationToken), file.IsHtml ? turn.Texts["nominees.pasted"] : file.Name, list, sent, cancellationToken);
        return true;
    }

    /// <summary>Shows what was read from a list and keeps it until somebody decides.</summary>
    public async ValueTask PreviewAsync(Turn turn, ExchangeState state, DelegationId? target, string? source, NomineeList list, SentList sent, CancellationToken cancellationToken)
    {
        var pending = ListPreview.Read(turn.Texts, state.Exchange!.Id, target, source is null ? null : NomineeProblemText.Excerpt(CellText.Clean(source)), list);
        if (list.Refusal is not null)
        {
            foreach (var problem in pending.Problems)
                turn.Replies.Say(problem);
            return;
        }

        var key = await lists.PutAsync(turn, pending, sent, cancellationToken);
        var view = await preview.ViewAsync(turn, state, ListPreview.Theirs(state, turn.Viewer), key, pending, cancellationToken);
        turn.Replies.Show(ImportPreviewCard.For(turn.Texts, view), turn.Texts.Say("nominees.preview-heading", ("count", view.People.Length)));
    }

    /// <summary>The list for a delegation that the person was shown last and hasn't decided on; null for none.</summary>
    public async ValueTask<PendingList?> WaitingAsync(Turn turn, OpenDelegation open, CancellationToken cancellationToken) =>
        (await FindWaitingAsync(turn, open, cancellationToken))?.List;

    /// <summary>Adds the list that waits, as its card proposes, and shows what came of it.</summary>
    public async ValueTask AddWaitingAsync(Turn turn, OpenDelegation open, CancellationToken cancellationToken)
    {
        if (await FindWaitingAsync(turn, open, cancellationToken) is not var (key, list))
            return;
        var view = await preview.ViewAsync(turn, open.State, ListPreview.Theirs(open.State, turn.Viewer), key, list, cancellationToken);
        turn.Replies.Show((await AddAsync(turn, open, key, list, view.Target, cancellationToken)).Card, turn.Texts["conversation.answer"]);
    }

    /// <summary>Throws the list that waits away.</summary>
    public async ValueTask DropWaitingAsync(Turn turn, OpenDelegation open, CancellationToken cancellationToken)
    {
        await lists.DeleteAsync((await FindWaitingAsync(turn, open, cancellationToken))?.Key, cancellationToken);
        turn.Replies.Say(turn.Texts["nominees.cancelled"]);
    }

    private async ValueTask<(string Key, PendingList List)?> FindWaitingAsync(Turn turn, OpenDelegation open, CancellationToken cancellationToken) =>
        await lists.NewestAsync(turn.Viewer.Person, cancellationToken) is var (key, list)
        && list.Exchange == open.Exchange.Id && (list.Delegation ?? open.Delegation.Id) == open.Delegation.Id
            ? (key, list)
            : null;

    private async ValueTask<PressAnswer> CancelAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        await lists.DeleteAsync(press.Text("import"), cancellationToken);
        dialogue.Begin(turn, NomineesDialogue.Id, open.Delegation.Id.Value, NomineesDialogue.StepId);
        return await desk.ReplacedAsync(turn, open, turn.Texts["nominees.cancelled"], cancellationToken);
    }

    private async ValueTask<PressAnswer> AddAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var key = press.Text("import");
        return await lists.FindAsync(key, cancellationToken) is not { } list || list.Exchange != open.Exchange.Id
            ? await desk.ReplacedAsync(turn, open, turn.Texts["delegation.gone"], cancellationToken)
            : await AddAsync(turn, open, key!, list, press.Text(ImportPreviewCard.Target), cancellationToken);
    }

    private async ValueTask<PressAnswer.Replaced> AddAsync(Turn turn, OpenDelegation open, string key, PendingList list, string? target, CancellationToken cancellationToken)
    {
        var theirs = ListPreview.Theirs(open.State, turn.Viewer);
        var groups = Parted(theirs, open.Delegation, list, target);
        if (groups.Count == 0)
            return await AgainAsync(turn, open, theirs, key, list, turn.Texts["nominees.target-missing"], cancellationToken);

        var done = new List<Nominated>();
        foreach (var (delegation, people) in groups)
        {
            var now = done.Count == 0 ? open.State : done[^1].Now.State;
            done.Add(await nominate.AddAsync(turn, new OpenDelegation(now, now.Delegations[delegation]), Ids.Of("list", key), people, cancellationToken));
        }

        if (done.FirstOrDefault(d => d.Refusal is not null) is { Refusal: { } why })
            return await AgainAsync(turn, open, theirs, key, list, await desk.SayAsync(turn, why, cancellationToken), cancellationToken);
        await lists.DeleteAsync(key, cancellationToken);
        foreach (var one in done.Take(1))
            await same.ShowNextAsync(turn, one, cancellationToken);
        return done is [var single] ? await OneAsync(turn, single, cancellationToken) : Several(turn, done);
    }

    private async ValueTask<PressAnswer.Replaced> AgainAsync(Turn turn, OpenDelegation open, ImmutableArray<Delegation> theirs, string key, PendingList list, string flaw, CancellationToken cancellationToken) =>
        new PressAnswer.Replaced(ImportPreviewCard.For(turn.Texts, await preview.ViewAsync(turn, open.State, theirs, key, list, cancellationToken), flaw));

    private async ValueTask<PressAnswer.Replaced> OneAsync(Turn turn, Nominated done, CancellationToken cancellationToken)
    {
        var view = await desk.ViewAsync(turn, done.Now, cancellationToken);
        var note = string.Join('\n', done.Added.IsEmpty ? done.Lines(turn.Texts) : done.Lines(turn.Texts).Append(Say.WithUndo(turn.Texts, "nominees.undo")));
        return new PressAnswer.Replaced(view.Members.Any(m => m.Sector == Sector.Unknown)
            ? SectorsCard.For(turn.Texts, view, note)
            : DelegationCard.For(turn.Texts, view, note));
    }

    private static PressAnswer.Replaced Several(Turn turn, List<Nominated> done)
    {
        var texts = turn.Texts;
        var state = done[^1].Now.State;
        var lines = done.Where(d => d.Added.Length > 0).Select(d => texts.Say("nominees.added-to", ("city", d.Now.Delegation.City), ("count", d.Added.Length)))
            .Concat(done.SelectMany(d => (d with { Added = [] }).Lines(texts)))
            .Concat(done.Any(d => d.Added.Length > 0) ? [Say.WithUndo(texts, "nominees.undo")] : []);
        return new PressAnswer.Replaced(WhichCityCard.For(
            texts, state.Exchange!.Design.Title,
            [.. done.Select(d => new OpenDelegation(state, state.Delegations[d.Now.Delegation.Id])).Select(o => new CityView(DelegationDesk.RefOf(turn, o), o.Delegation.City, o.Delegation.Seated.Count(), o.Delegation.Plan.Seats))],
            note: string.Join('\n', lines)));
    }

    // Who goes where: everybody to one city, or to the city on their line.
    private static List<(DelegationId Delegation, ImmutableArray<ListedNominee> People)> Parted(
        ImmutableArray<Delegation> theirs, Delegation open, PendingList list, string? target)
    {
        if (target is ImportPreviewCard.ByCity)
            return [.. list.People.GroupBy(p => (ListPreview.CityOf(theirs, p) ?? open).Id).Select(g => (g.Key, g.ToImmutableArray()))];
        var one = target is null
            ? theirs is [var only] ? only : theirs.FirstOrDefault(d => d.Id == list.Delegation)
            : theirs.FirstOrDefault(d => d.Id.ToString() == target);
        return one is null ? [] : [(one.Id, list.People)];
    }
}
