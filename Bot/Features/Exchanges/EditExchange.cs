using CoordinatorBot.Cards.Exchanges;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>
/// Edits an exchange by forms. A form knows what it was filled with: where somebody changed that meanwhile, nothing is overwritten, and the form
/// comes back with what is stored now. Moving dates or place after people were invited is confirmed first.
/// </summary>
public sealed class EditExchange(CurrentExchange current, ExchangeCards cards, StreamGate<ExchangeState> gate, Refusals refusals) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("edit", Where.Personal, true, 50, EditAsync)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs => [new(ExchangeVerbs.Edit, EditAsync), new(ExchangeVerbs.Save, SaveAsync)];

    private async ValueTask EditAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await current.OfAsync(turn, cancellationToken) is not { } state)
            CurrentExchange.SayWhich(turn);
        else if (await WhyNotAsync(turn, state, cancellationToken) is { } why)
            turn.Replies.Say(why);
        else
            turn.Replies.Show(Form(turn, state, ExchangeForms.Stored(state, ExchangePart.Design)), turn.Texts["exchange.edit-part.Design"]);
    }

    private async ValueTask<PressAnswer> EditAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var state = await ReadAsync(press, cancellationToken);
        return await WhyNotAsync(turn, state, cancellationToken) is null
            ? new PressAnswer.Replaced(Form(turn, state, ExchangeForms.Stored(state, PartOf(press))))
            : await cards.AnswerAsync(turn, state, cancellationToken);
    }

    private async ValueTask<PressAnswer> SaveAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var state = await ReadAsync(press, cancellationToken);
        if (await WhyNotAsync(turn, state, cancellationToken) is { } why)
            return new PressAnswer.Told(why);
        var part = PartOf(press);
        var typed = ExchangeForms.Typed(press, part);
        if (ExchangeForms.Command(turn, state, typed, out var problem) is not { } command)
            return Again(turn, state, typed, press, problem);
        if (ExchangeForms.IsStored(state, command))
            return await cards.AnswerAsync(turn, state, cancellationToken, turn.Texts["exchange.nothing-changed"]);
        if (press.Text(ExchangeVerbs.Seen) != ExchangeForms.Seen(state, part))
            return new PressAnswer.Replaced(Form(turn, state, ExchangeForms.Stored(state, part), turn.Texts["exchange.changed-meanwhile"]));
        var asksAgain = command is SetTerms ? state.Invitations.Values.Count(i => !i.Recalled) : 0;
        if (asksAgain > press.Number(ExchangeVerbs.Asked).GetValueOrDefault())
            return new PressAnswer.Replaced(Form(turn, state, typed, null, asksAgain));
        var answer = await gate.SendAsync(state.Exchange!.Id.Value, turn.Envelope(command), cancellationToken);
        if (answer.Outcome.Refusal is { } refusal)
            return Again(turn, state, typed, press, await refusals.TextAsync(turn, refusal, cancellationToken));
        return await cards.AnswerAsync(turn, answer.State, cancellationToken,
            [ExchangeForms.Saved(turn.Texts, state, answer.State, asksAgain), .. command is SetTerms ? LeadTime.Notices(turn, answer.State) : []]);
    }

    // What was typed stays in the fields, also the digest of what they were filled with.
    private static PressAnswer.Replaced Again(Turn turn, ExchangeState state, EditFields typed, Press press, string problem) =>
        new(Form(turn, state, typed, problem, 0, press.Text(ExchangeVerbs.Seen)));

    private static AdaptiveCards.AdaptiveCard Form(Turn turn, ExchangeState state, EditFields fields, string? problem = null, int asksAgain = 0, string? seen = null) =>
        EditCard.For(new EditView(
            state.Exchange!.Id, fields, seen ?? ExchangeForms.Seen(state, fields.Part), ExchangeCards.Once(turn, state), problem, asksAgain, state.Exchange.Terms is not null), turn.Texts);

    private async ValueTask<string?> WhyNotAsync(Turn turn, ExchangeState state, CancellationToken cancellationToken)
    {
        Refusal? refusal = state.Exchange switch
        {
            null => new ExchangeUnknown(),
            { } x when !x.IsCoordinatedBy(turn.Viewer.Person) => turn.Viewer.Standing is Standing.Coordinator ? new NotYourExchange(x.Owner) : new ExchangeUnknown(),
            { Stage: Stage.Cancelled } => new ExchangeIsCancelled(),
            _ => null,
        };
        return refusal is null ? null : await refusals.TextAsync(turn, refusal, cancellationToken);
    }

    private static ExchangePart PartOf(Press press) => Enum.TryParse<ExchangePart>(press.Text(ExchangeVerbs.Part), out var part) && Enum.IsDefined(part) ? part : ExchangePart.Design;

    private async ValueTask<ExchangeState> ReadAsync(Press press, CancellationToken cancellationToken) =>
        press.Id(ExchangeVerbs.Exchange) is { } id ? (await gate.ReadAsync(id, cancellationToken)).State : ExchangeState.Initial;
}
