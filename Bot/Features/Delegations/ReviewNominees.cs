using System.Collections.Immutable;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Lets reviewers say what they think of nominees, each on their own.</summary>
public sealed class ReviewNominees(CurrentExchange exchange, ReviewDesk desk, StreamGate<ExchangeState> gate, Refusals refusals) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("review", Where.Personal, false, 238, AskAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs => [new(ReviewCards.Sheet, SheetAsync), new(ReviewCards.Give, GiveAsync)];

    private async ValueTask AskAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await exchange.OfAsync(turn, cancellationToken) is not { Exchange: not null } state)
            CurrentExchange.SayWhich(turn);
        else if (!state.Review.IsBy(turn.Viewer.Person))
            turn.Replies.Say(await refusals.TextAsync(turn, new NotAReviewer(), cancellationToken));
        else
            turn.Replies.Show(ReviewCards.For(turn.Texts, await desk.SheetAsync(turn, state, null, cancellationToken)), turn.Texts["review.heading"]);
    }

    private async ValueTask<PressAnswer> SheetAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var (state, why) = await FindAsync(turn, press, cancellationToken);
        if (state is null)
            return new PressAnswer.Told(why!);
        await exchange.SetAsync(turn, state.Exchange!.Id, cancellationToken);
        return new PressAnswer.Replaced(ReviewCards.For(turn.Texts, await desk.SheetAsync(turn, state, press.Number(ReviewCards.From), cancellationToken)));
    }

    private async ValueTask<PressAnswer> GiveAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var (state, why) = await FindAsync(turn, press, cancellationToken);
        if (state is null)
            return new PressAnswer.Told(why!);
        var from = press.Number(ReviewCards.From) ?? 0;
        var given = ImmutableArray.CreateBuilder<GivenScore>();
        foreach (var id in press.Choices(ReviewCards.On).Select(c => Guid.TryParse(c, out var g) ? new CandidateId(g) : (CandidateId?)null).OfType<CandidateId>())
        {
            var written = press.Written(ReviewCards.InputOf(id));
            if (written == ReviewCards.Conflict)
                given.Add(new GivenScore(id, null, true));
            else if (press.Number(ReviewCards.InputOf(id)) is { } score)
                given.Add(new GivenScore(id, score, false));
            else if (written.Length > 0)
                return new PressAnswer.Replaced(ReviewCards.For(
                    turn.Texts, await desk.SheetAsync(turn, state, from, cancellationToken),
                    flaw: turn.Texts.Say("review.not-a-score", ("said", NomineeProblemText.Excerpt(written)), ("min", Review.Range.Min), ("max", Review.Range.Max))));
        }

        // Whom somebody withdrew meanwhile is passed over: what was said of the others counts.
        var there = ReviewDesk.Nominees(state).Select(n => n.Id).ToHashSet();
        var answer = await gate.SendAsync(state.Exchange!.Id.Value, turn.Envelope(new GiveScores([.. given.Where(g => there.Contains(g.Candidate))])), cancellationToken);
        if (answer.Outcome.Refusal is { } refusal)
            return new PressAnswer.Replaced(ReviewCards.For(
                turn.Texts, await desk.SheetAsync(turn, answer.State, from, cancellationToken), flaw: await refusals.TextAsync(turn, refusal, cancellationToken)));
        return new PressAnswer.Replaced(ReviewCards.For(
            turn.Texts, await desk.SheetAsync(turn, answer.State, from, cancellationToken),
            given.Count == 0 ? turn.Texts["review.nothing-said"] : Say.WithUndo(turn.Texts, "review.saved", ("count", given.Count))));
    }

    private async ValueTask<(ExchangeState? State, string? Why)> FindAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var state = press.Id(ReviewCards.Exchange) is { } id ? (await gate.ReadAsync(id, cancellationToken)).State : ExchangeState.Initial;
        Refusal? why = state.Exchange is null ? new ExchangeUnknown() : state.Review.IsBy(turn.Viewer.Person) ? null : new NotAReviewer();
        return why is null ? (state, null) : (null, await refusals.TextAsync(turn, why, cancellationToken));
    }
}
