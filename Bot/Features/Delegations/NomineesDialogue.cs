using System.Text;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Asks who could come from a city: lines, one after another, until there are enough. Its target is the delegation.</summary>
public sealed class NomineesDialogue(
    CurrentExchange exchange, DelegationDesk desk, NominatePeople nominate, ImportNominees import, SamePeople same, IDialogue dialogue) : IDialogueFeature
{
    /// <summary>Its name.</summary>
    public const string Id = "nominees";

    /// <summary>The step for more nominees; it is left quietly when the person goes on by a button.</summary>
    public const string StepId = "more";

    private const int MostAtOnce = 3;

    /// <inheritdoc/>
    public IEnumerable<StepList> Dialogues =>
    [
        new StepList(Id, "nominees.dialog", [new Step("first", AskFirstAsync, TakeAsync, Casual: true), new Step(StepId, AskMoreAsync, TakeAsync, Casual: true)], (_, _, _) => ValueTask.CompletedTask),
    ];

    private async ValueTask<Question?> AskFirstAsync(Turn turn, Guid target, CancellationToken cancellationToken) =>
        await FindAsync(turn, target, cancellationToken) is { Delegation: { Candidates.IsEmpty: true } d }
            ? new Question(turn.Texts.Say("nominees.ask", ("city", d.City)), [])
            : null;

    private async ValueTask<Question?> AskMoreAsync(Turn turn, Guid target, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, target, cancellationToken) is not { } open)
            return null;
        return await import.WaitingAsync(turn, open, cancellationToken) is { } list
            ? new Question(turn.Texts.Say("nominees.ask-list", ("count", list.People.Length)), [turn.Texts.FirstOf("nominees.yes-words"), turn.Texts.FirstOf("nominees.no-words")])
            : new Question(turn.Texts.Say("nominees.ask-more", ("done", turn.Texts.FirstOf("nominees.done-words"))), [turn.Texts.FirstOf("nominees.done-words")]);
    }

    private async ValueTask<Course> TakeAsync(Turn turn, Guid target, string answer, CancellationToken cancellationToken)
    {
        if (answer.Length == 0 || await FindAsync(turn, target, cancellationToken) is not { } open)
            return Course.End;
        if (await import.WaitingAsync(turn, open, cancellationToken) is not null && await DecidedAsync(turn, open, answer, cancellationToken) is { } decided)
            return decided;
        // A yes that comes after the list was added by its button is about nobody.
        if (Is(turn, answer, "nominees.done-words") || Is(turn, answer, "nominees.yes-words") || Is(turn, answer, "nominees.no-words"))
        {
            await desk.ShowAsync(turn, open, null, cancellationToken);
            return Course.End;
        }

        var list = NomineeSource.FromText(answer);
        if (list.Refusal is not null)
            return Course.Again(string.Join('\n', ListPreview.Read(turn.Texts, open.Exchange.Id, null, null, list).Problems));
        if (list.Rows.Count > MostAtOnce || list.Columns.Count > 0 || list.Problems.Any(p => p is not NoMailColumn) || list.Rows.Any(IsBareName))
            await import.PreviewAsync(turn, open.State, open.Delegation.Id, null, list, new SentList(SentAs.Text, Encoding.UTF8.GetBytes(answer)), cancellationToken);
        else if (await AddAsync(turn, open, list, cancellationToken) is { } ended)
            return ended;
        dialogue.Begin(turn, Id, target, StepId);
        return Course.End;
    }

    // Null where the answer is none about the list that waits: it may be a better list.
    private async ValueTask<Course?> DecidedAsync(Turn turn, OpenDelegation open, string answer, CancellationToken cancellationToken)
    {
        // Who says that they are done takes the list for added.
        if (Is(turn, answer, "nominees.done-words"))
            return Course.Again(turn.Texts["nominees.list-waits"]);
        if (Is(turn, answer, "nominees.yes-words"))
            await import.AddWaitingAsync(turn, open, cancellationToken);
        else if (Is(turn, answer, "nominees.no-words"))
            await import.DropWaitingAsync(turn, open, cancellationToken);
        else
            return null;
        dialogue.Begin(turn, Id, open.Delegation.Id.Value, StepId);
        return Course.End;
    }

    // A word by itself may be meant for the bot: "plan" is no nominee. The preview asks.
    private static bool IsBareName(NomineeRow row) => row is { Title: null, Organisation: null, Mail: null, Sector: null };

    // Null to go on asking: there are seats to fill.
    private async ValueTask<Course?> AddAsync(Turn turn, OpenDelegation open, NomineeList list, CancellationToken cancellationToken)
    {
        var done = await nominate.AddAsync(turn, open, turn.NewId("typed"), ListedNominee.Of(list).People, cancellationToken);
        if (done.Refusal is { } why)
        {
            turn.Replies.Say(await desk.SayAsync(turn, why, cancellationToken));
            return Course.End;
        }

        var view = await desk.ViewAsync(turn, done.Now, cancellationToken);
        var note = string.Join('\n', done.Lines(turn.Texts));
        if (view.Members.Any(m => m.Sector == Sector.Unknown))
            turn.Replies.Show(SectorsCard.For(turn.Texts, view, note), note);
        else
            turn.Replies.Show(DelegationCard.For(turn.Texts, view, note), DelegationCard.Summary(turn.Texts, view));
        await same.ShowNextAsync(turn, done, cancellationToken);
        return null;
    }

    // The dialogue keeps the delegation only; its exchange is the one the person has open.
    private async ValueTask<OpenDelegation?> FindAsync(Turn turn, Guid target, CancellationToken cancellationToken) =>
        await exchange.OfAsync(turn, cancellationToken) is { Exchange: { } x }
            ? (await desk.FindAsync(turn, x.Id.Value, target, cancellationToken)).Open
            : null;

    private static bool Is(Turn turn, string answer, string words) => turn.Texts[words].Split('|').Any(w => CellText.Fold(w) == CellText.Fold(answer));
}
