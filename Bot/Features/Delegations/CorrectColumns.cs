using System.Collections.Immutable;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Lets a person say what the columns of a list hold, where they were taken for something else, and reads it again.</summary>
public sealed class CorrectColumns(DelegationDesk desk, PendingLists lists, ListPreview preview) : ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(DelegationVerbs.ImportColumns, (turn, press, ct) => desk.OnAsync(turn, press, open => WithListAsync(turn, open, press, (key, list) => new(Form(turn, open, key, list.Fields, null)), ct), ct)),
        new(DelegationVerbs.ImportReread, (turn, press, ct) => desk.OnAsync(turn, press, open => WithListAsync(turn, open, press, (key, list) => RereadAsync(turn, open, press, key, list, ct), ct), ct)),
        new(DelegationVerbs.ImportShow, (turn, press, ct) => desk.OnAsync(turn, press, open => WithListAsync(turn, open, press, (key, list) => ShowAsync(turn, open, key, list, ct), ct), ct)),
    ];

    private async ValueTask<PressAnswer> WithListAsync(
        Turn turn, OpenDelegation open, Press press, Func<string, PendingList, ValueTask<PressAnswer>> then, CancellationToken cancellationToken)
    {
        var key = press.Text("import");
        return await lists.FindAsync(key, cancellationToken) is { } list && list.Exchange == open.Exchange.Id
            ? await then(key!, list)
            : await desk.ReplacedAsync(turn, open, turn.Texts["delegation.gone"], cancellationToken);
    }

    private async ValueTask<PressAnswer> RereadAsync(Turn turn, OpenDelegation open, Press press, string key, PendingList list, CancellationToken cancellationToken)
    {
        var said = list.Fields.ToDictionary(c => c.Index, c => press.Written(ImportColumnsCard.InputOf(c.Index)) switch
        {
            "" => c.Field,
            var name => Enum.TryParse<NomineeField>(name, out var field) && Enum.IsDefined(field) ? field : null,
        });
        ImmutableArray<ListedColumn> fields = [.. list.Fields.Select(c => c with { Field = said[c.Index] })];
        if (await lists.SentAsync(key, cancellationToken) is not { } sent)
            return await desk.ReplacedAsync(turn, open, turn.Texts["delegation.gone"], cancellationToken);
        var read = sent.Read(said);
        if (read.Refusal is { } why)
            return Form(turn, open, key, fields, why is NoNameColumn ? turn.Texts["nominees.columns-no-name"] : NomineeProblemText.Of(turn.Texts, why, _ => "?", []));
        var pending = ListPreview.Read(turn.Texts, list.Exchange, list.Delegation, list.Source, read);
        await lists.ReplaceAsync(key, pending, cancellationToken);
        return await ShowAsync(turn, open, key, pending, cancellationToken);
    }

    private async ValueTask<PressAnswer> ShowAsync(Turn turn, OpenDelegation open, string key, PendingList list, CancellationToken cancellationToken) =>
        new PressAnswer.Replaced(ImportPreviewCard.For(turn.Texts, await preview.ViewAsync(turn, open.State, ListPreview.Theirs(open.State, turn.Viewer), key, list, cancellationToken)));

    private static PressAnswer.Replaced Form(Turn turn, OpenDelegation open, string key, ImmutableArray<ListedColumn> columns, string? flaw) => new(ImportColumnsCard.For(
        turn.Texts, DelegationDesk.RefOf(turn, open), key,
        [.. columns.Select(c => new ImportColumnView(c.Index, c.Heading, c.Sample, c.Field?.ToString()))],
        [.. Enum.GetValues<NomineeField>().Select(f => (f.ToString(), NomineeProblemText.FieldOf(turn.Texts, f)))], flaw));
}
