using System.Text.Json;

using CoordinatorBot.Ports;

using Microsoft.Bot.Builder;

namespace CoordinatorBot.Conversation;

/// <summary>
/// Carries a turn through: command, open question, or neither. The dialogue's state is loaded, the turn runs with its replies buffered, the
/// state is put if nobody changed it meanwhile, and only then is anything said; otherwise the turn runs again.
/// </summary>
public sealed class Conversations(CommandTable commands, Dialogues dialogues, DialogueRequests requests, IEnumerable<ITakesFiles> takers, IDocuments documents)
{
    /// <summary>Most characters of a message that are read as words. More is better sent as a file.</summary>
    public const int MostCharacters = 100_000;

    private const int Tries = 5;

    /// <summary>Runs a turn that begins with something said or sent.</summary>
    /// <param name="context">The turn as the Bot Framework sees it.</param>
    /// <param name="make">Makes the turn, anew for each try.</param>
    /// <param name="said">What was said, without the mention of the bot.</param>
    /// <param name="file">What was sent with it; null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The turn with what is to be said.</returns>
    public ValueTask<Turn> HearAsync(ITurnContext context, Func<CancellationToken, ValueTask<Turn>> make, string said, SentFile? file, CancellationToken cancellationToken) =>
        RunAsync(context, make, (turn, open) => HearAsync(context, turn, open, said, file, cancellationToken), cancellationToken);

    /// <summary>Runs a turn whose handler may ask for a dialogue: a pressed button.</summary>
    public ValueTask<Turn> RunAsync(ITurnContext context, Func<CancellationToken, ValueTask<Turn>> make, Func<Turn, ValueTask> handle, CancellationToken cancellationToken) =>
        RunAsync(context, make, async (turn, open) => { await handle(turn); return open; }, cancellationToken);

    private async ValueTask<Turn> RunAsync(
        ITurnContext context, Func<CancellationToken, ValueTask<Turn>> make, Func<Turn, OpenStep?, ValueTask<OpenStep?>> handle, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var turn = await make(cancellationToken);
            var key = $"{DocumentKey.Dialogs}{Ids.Of(turn.Place.ConversationId, turn.Viewer.Person.ToString()):N}";
            var stored = await documents.GetAsync(key, cancellationToken);
            var kept = stored is null ? null : JsonSerializer.Deserialize(stored.Body.Span, OpenStepJson.Default.KeptDialogue);
            var id = turn.NewId("turn");
            // Sent again because its answer was lost, a turn must not be taken for the answer to the question it led to.
            var before = kept?.Turn == id ? kept.Before : kept?.Open;
            var open = before is { } known && dialogues.Knows(known) ? known : null;
            var after = await FollowAsync(context, turn, await handle(turn, open), cancellationToken);
            if (after == kept?.Open || await SaveAsync(key, stored, new KeptDialogue(after, id, before), cancellationToken) || attempt == Tries)
                return turn;
        }
    }

    private async ValueTask<bool> SaveAsync(string key, Document? before, KeptDialogue after, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(after, OpenStepJson.Default.KeptDialogue);
        return (await documents.PutAsync(key, body, before is null ? PutCondition.IfAbsent : PutCondition.IfMatch(before.ETag), cancellationToken)).IsStored;
    }

    private async ValueTask<OpenStep?> HearAsync(ITurnContext context, Turn turn, OpenStep? open, string said, SentFile? file, CancellationToken cancellationToken)
    {
        if (said.Length > MostCharacters)
        {
            turn.Replies.Say(turn.Texts.Say("conversation.too-long", ("most", MostCharacters)));
            return open;
        }

        if (file is not null)
        {
            foreach (var taker in takers)
                if (await taker.TakeAsync(turn, file, cancellationToken))
                    return open;
            if (string.IsNullOrWhiteSpace(said))
            {
                turn.Replies.Say(turn.Texts["conversation.file-not-wanted"]);
                return open;
            }
        }

        return open is null
            ? await UnpromptedAsync(turn, said, cancellationToken)
            : await InDialogueAsync(context, turn, open, said.Trim(), cancellationToken);
    }

    private async ValueTask<OpenStep?> UnpromptedAsync(Turn turn, string said, CancellationToken cancellationToken)
    {
        var texts = turn.Texts;
        if (commands.Find(said, turn.Viewer) is { } found)
            await RunAsync(turn, found, cancellationToken);
        else if (IsAny(said, texts["conversation.words.cancel"]) || IsAny(said, texts["conversation.words.back"]))
            turn.Replies.Say(texts["conversation.nothing-to-cancel"]);
        else if (IsAny(said, texts["conversation.words.done"]))
            turn.Replies.Say(texts["conversation.all-done"]);
        // An answer to a question that a button has answered meanwhile.
        else if (IsAny(said, texts["conversation.words.yes"]) || IsAny(said, texts["conversation.words.no"]))
            turn.Replies.Say(texts["conversation.nothing-asked"], texts.WordOf("next"), texts.WordOf("help"));
        else if (commands.Guess(said, turn.Viewer, turn.Place.Kind) is { } guess)
            turn.Replies.Say(texts.Say("conversation.did-you-mean", ("word", guess.Word)), guess.Word);
        else
            turn.Replies.Say(texts["conversation.not-understood"], texts.WordOf("help"));
        return null;
    }

    private async ValueTask<OpenStep?> InDialogueAsync(ITurnContext context, Turn turn, OpenStep open, string said, CancellationToken cancellationToken)
    {
        var texts = turn.Texts;
        if (open.Leaving is { } leaving)
        {
            if (IsAny(said, texts["conversation.words.yes"]))
                return await UnpromptedAsync(turn, leaving, cancellationToken);
            if (IsAny(said, texts["conversation.words.no"]) || said.Length == 0)
                return await GoOnAsync(context, turn, open with { Leaving = null }, leaving, cancellationToken);
            open = open with { Leaving = null };
        }

        if (IsAny(said, texts["conversation.words.cancel"]))
        {
            turn.Replies.Say(texts["conversation.cancelled"]);
            return null;
        }

        if (IsAny(said, texts["conversation.words.back"]))
            return await dialogues.BackAsync(context, turn, open, cancellationToken);
        if (commands.Find(said, turn.Viewer) is { } other && (dialogues.IsCasual(open) || !ReadsAsAnswer(other)))
            return await AsideAsync(context, turn, open, other, said, cancellationToken);
        return said.Length == 0
            ? await dialogues.AgainAsync(context, turn, open, cancellationToken)
            : await dialogues.AnswerAsync(context, turn, open, said, cancellationToken);
    }

    // "Open Streets" is a title, not a wish to open "Streets": a single word counts as a command only by itself.
    private static bool ReadsAsAnswer(Found found) => found.Argument.Length > 0 && !found.Said.Contains(' ');

    // What was said may have been the answer after all; a bare command was not.
    private ValueTask<OpenStep?> GoOnAsync(ITurnContext context, Turn turn, OpenStep open, string leaving, CancellationToken cancellationToken) =>
        commands.Find(leaving, turn.Viewer) is { Argument.Length: > 0 }
            ? dialogues.AnswerAsync(context, turn, open, leaving, cancellationToken)
            : dialogues.AgainAsync(context, turn, open, cancellationToken);

    // Help is no reason to leave: it is shown, and the question again.
    private async ValueTask<OpenStep?> AsideAsync(ITurnContext context, Turn turn, OpenStep open, Found other, string said, CancellationToken cancellationToken)
    {
        if (other.Command.Name is "help")
        {
            await RunAsync(turn, other, cancellationToken);
            return await dialogues.AgainAsync(context, turn, open, cancellationToken);
        }

        if (dialogues.IsCasual(open))
        {
            await RunAsync(turn, other, cancellationToken);
            return null;
        }

        turn.Replies.Say(
            turn.Texts.Say("conversation.leave", ("dialog", dialogues.NameOf(open, turn)), ("word", other.Word)),
            turn.Texts["conversation.leave-yes"], turn.Texts["conversation.leave-no"]);
        return open with { Leaving = said };
    }

    private static async ValueTask RunAsync(Turn turn, Found found, CancellationToken cancellationToken)
    {
        if (!turn.Viewer.MaySay(found.Command))
            turn.Replies.Say(turn.Texts["conversation.coordinators-only"]);
        else
            await found.Command.RunAsync(turn, found.Argument, cancellationToken);
    }

    private async ValueTask<OpenStep?> FollowAsync(ITurnContext context, Turn turn, OpenStep? open, CancellationToken cancellationToken) => requests.Take(turn) switch
    {
        DialogueRequests.Request.Start r => await dialogues.BeginAsync(context, turn, r.Dialogue, r.Target, r.Step, cancellationToken),
        DialogueRequests.Request.Answered r when open?.Step == r.Step => await dialogues.AnswerAsync(context, turn, open, r.Answer, cancellationToken),
        _ => open,
    };

    private static bool IsAny(string said, string words)
    {
        var folded = CommandTable.Fold(said);
        return words.Split('|').Any(w => CommandTable.Fold(w) == folded);
    }
}
