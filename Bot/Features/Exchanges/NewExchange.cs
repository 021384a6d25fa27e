using CoordinatorBot.Cards.Exchanges;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Features.Exchanges.Typed;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>
/// Puts an exchange on its feet by five answers: title, what should change, host city, dates, cities. Each answer is stored at once, so a
/// dialogue that is left is gone on with later, by its title or from its card.
/// </summary>
public sealed class NewExchange(
    ExchangeIndex index, CurrentExchange current, ExchangeCards cards, ExchangeDrafts drafts, SetDates dates, ChangeCities cities,
    StreamGate<ExchangeState> gate, Refusals refusals, IDialogue dialogue)
    : IChatFeature, ICardFeature, IDialogueFeature
{
    private const string DialogueId = "new-exchange";
    private const int MostOffered = 3;

    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("new-exchange", Where.Personal, true, 10, BeginAsync) { InstallationOnly = true }];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs => [new(ExchangeVerbs.Resume, ResumeAsync), new(ExchangeVerbs.Dates, TakeDatesAsync)];

    /// <inheritdoc/>
    public IEnumerable<StepList> Dialogues =>
    [
        new(DialogueId, "exchange.dialog-new",
            [
                new("title", AskTitleAsync, TakeTitleAsync),
                new("change", AskChangeAsync, TakeChangeAsync),
                new("host", AskHostAsync, TakeHostAsync),
                new("dates", async (turn, id, ct) => await dates.AskAsync(turn, await ReadAsync(id, ct), ct), TakeDatesAsync),
                new("cities", async (turn, id, ct) => await cities.AskAsync(turn, await ReadAsync(id, ct), ct), async (turn, id, answer, ct) => await cities.TakeAsync(turn, await ReadAsync(id, ct), answer, ct)),
            ],
            EndAsync),
    ];

    private async ValueTask BeginAsync(Turn turn, string title, CancellationToken cancellationToken)
    {
        var id = turn.NewId("exchange");
        if (title.Length == 0)
            dialogue.Begin(turn, DialogueId, id);
        else if (await BeginWithAsync(turn, new ExchangeId(id), title, cancellationToken) is { } problem)
        {
            turn.Replies.Say(problem);
            dialogue.Begin(turn, DialogueId, id);
        }
    }

    private async ValueTask<Question?> AskTitleAsync(Turn turn, Guid id, CancellationToken cancellationToken)
    {
        if ((await ReadAsync(id, cancellationToken)).Exchange is { } x)
            return new Question(turn.Texts.Say("exchange.ask-title-again", ("title", x.Design.Title)), [turn.Texts.FirstOf("exchange.words.keep")]);
        var unfinished = await DraftsOfAsync(turn, cancellationToken);
        return unfinished.Count == 0
            ? new Question(turn.Texts["exchange.ask-title"], [])
            : new Question(turn.Texts["exchange.ask-title-or-draft"], [.. unfinished.Take(MostOffered).Select(d => d.Title)]);
    }

    private async ValueTask<Course> TakeTitleAsync(Turn turn, Guid id, string answer, CancellationToken cancellationToken)
    {
        if ((await ReadAsync(id, cancellationToken)).Exchange is { } x)
        {
            // It may have been made by this very turn, which broke off before it was opened.
            await current.SetAsync(turn, x.Id, cancellationToken);
            return Said.Keep(turn, answer) ? Course.Next : await ChangeAsync(turn, x, x.Design with { Title = PlainLine.Of(answer) }, "title", cancellationToken);
        }

        return await BeginWithAsync(turn, new ExchangeId(id), answer, cancellationToken) is { } problem ? Course.Again(problem) : Course.End;
    }

    // A title that a draft of theirs has goes on with that draft: nobody wants two of a name.
    private async ValueTask<string?> BeginWithAsync(Turn turn, ExchangeId id, string title, CancellationToken cancellationToken)
    {
        title = PlainLine.Of(title);
        if ((await DraftsOfAsync(turn, cancellationToken)).FirstOrDefault(d => d.Id != id && CommandTable.Fold(d.Title) == CommandTable.Fold(title)) is { } draft)
        {
            turn.Replies.Say(turn.Texts.Say("exchange.going-on", ("title", draft.Title)));
            await GoOnAsync(turn, draft.Id, cancellationToken);
            return null;
        }

        var answer = await gate.SendAsync(id.Value, turn.Envelope(new CreateExchange(id, title), "create"), cancellationToken);
        if (answer.Outcome.Refusal is { } refusal)
            return await refusals.TextAsync(turn, refusal, cancellationToken);
        await GoOnAsync(turn, id, cancellationToken);
        return null;
    }

    private async ValueTask<Question?> AskChangeAsync(Turn turn, Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync(id, cancellationToken)).Exchange?.Design.Change is { } change
            ? new Question(turn.Texts.Say("exchange.ask-change-again", ("change", change)), [turn.Texts.FirstOf("exchange.words.keep")])
            : new Question(turn.Texts["exchange.ask-change"], [turn.Texts.FirstOf("exchange.words.skip")]);

    private async ValueTask<Course> TakeChangeAsync(Turn turn, Guid id, string answer, CancellationToken cancellationToken)
    {
        var x = (await ReadAsync(id, cancellationToken)).Exchange!;
        return Said.Skip(turn, answer) || (x.Design.Change is not null && Said.Keep(turn, answer))
            ? Course.Next
            : await ChangeAsync(turn, x, x.Design with { Change = PlainLine.Lines(answer) }, "change", cancellationToken);
    }

    private async ValueTask<Course> ChangeAsync(Turn turn, Exchange x, Design design, string part, CancellationToken cancellationToken)
    {
        var answer = await gate.SendAsync(x.Id.Value, turn.Envelope(new ChangeDesign(design), part), cancellationToken);
        return answer.Outcome.Refusal is { } refusal ? Course.Again(await refusals.TextAsync(turn, refusal, cancellationToken)) : Course.Next;
    }

    private async ValueTask<Question?> AskHostAsync(Turn turn, Guid id, CancellationToken cancellationToken)
    {
        if (await drafts.HostCityAsync(await ReadAsync(id, cancellationToken), cancellationToken) is { } host)
            return new Question(turn.Texts.Say("exchange.ask-host-again", ("city", host)), [turn.Texts.FirstOf("exchange.words.keep")]);
        var hosted = (await index.OfAsync(turn.Viewer.Person, cancellationToken)).SelectMany(x => x.Cities.Take(1));
        return new Question(turn.Texts["exchange.ask-host"], [.. hosted.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostOffered)]);
    }

    private async ValueTask<Course> TakeHostAsync(Turn turn, Guid id, string answer, CancellationToken cancellationToken)
    {
        var state = await ReadAsync(id, cancellationToken);
        var x = state.Exchange!;
        if (await drafts.HostCityAsync(state, cancellationToken) is not null && Said.Keep(turn, answer))
            return Course.Next;
        var city = PlainLine.Of(answer);
        if (city.Length is 0 or > ExchangeDefaults.CityMost)
            return Course.Again(await refusals.TextAsync(turn, new TextOutOfRange("city", ExchangeDefaults.CityMost), cancellationToken));
        if (x.Terms is { } terms)
        {
            var moved = await gate.SendAsync(id, turn.Envelope(new SetTerms(terms with { HostCity = city, Zone = CityZones.Find(city) ?? terms.Zone }), "host"), cancellationToken);
            if (moved.Outcome.Refusal is { } refusal)
                return Course.Again(await refusals.TextAsync(turn, refusal, cancellationToken));
        }

        await drafts.KeepHostCityAsync(x.Id, city, cancellationToken);
        var key = CityZones.Find(city) is null ? "exchange.zone-yours" : "exchange.zone-of-city";
        turn.Replies.Say(turn.Texts.Say(key, ("city", city), ("zone", ExchangeDrafts.ZoneOf(turn, city).Name)));
        return Course.Next;
    }

    private async ValueTask<Course> TakeDatesAsync(Turn turn, Guid id, string answer, CancellationToken cancellationToken) =>
        await dates.TakeAsync(turn, await ReadAsync(id, cancellationToken), answer, cancellationToken) is { } problem ? Course.Again(problem) : Course.Next;

    private async ValueTask<PressAnswer> TakeDatesAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var state = press.Id(ExchangeVerbs.Exchange) is { } id ? await ReadAsync(id, cancellationToken) : ExchangeState.Initial;
        if (state.Exchange is not { } x || !x.IsCoordinatedBy(turn.Viewer.Person))
            return await cards.AnswerAsync(turn, state, cancellationToken);
        if (press.Date(DatesCard.First) is not { } first || press.Date(DatesCard.Last) is not { } last)
            return new PressAnswer.Told(turn.Texts["exchange.dates-not-understood"]);
        if (await dates.SetAsync(turn, state, first, last, cancellationToken) is { } problem)
            return new PressAnswer.Told(problem);
        // A dialogue that has gone on, or another one, is not disturbed by a card from before.
        if (state.Delegations.IsEmpty)
            dialogue.Begin(turn, DialogueId, x.Id.Value, "cities");
        var set = await ReadAsync(x.Id.Value, cancellationToken);
        return new PressAnswer.Replaced(DatesCard.Taken(SetDates.UnderstoodText(turn, first, last, set.Exchange!.Terms!.Zone), turn.Texts));
    }

    private async ValueTask<PressAnswer> ResumeAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var state = press.Id(ExchangeVerbs.Exchange) is { } id ? await ReadAsync(id, cancellationToken) : ExchangeState.Initial;
        if (state.Exchange is { Stage: Stage.Draft or Stage.Forming } x && x.IsCoordinatedBy(turn.Viewer.Person))
            await GoOnAsync(turn, x.Id, cancellationToken);
        return await cards.AnswerAsync(turn, state, cancellationToken);
    }

    /// <summary>Asks the first thing that is not known yet. Who passed over what should change isn't asked for it again once the host is known.</summary>
    private async ValueTask GoOnAsync(Turn turn, ExchangeId id, CancellationToken cancellationToken)
    {
        await current.SetAsync(turn, id, cancellationToken);
        var state = await ReadAsync(id.Value, cancellationToken);
        var host = await drafts.HostCityAsync(state, cancellationToken);
        var step = state.Exchange switch
        {
            { Terms: not null } => "cities",
            { } when host is not null => "dates",
            { Design.Change: null } => "change",
            _ => "host",
        };
        dialogue.Begin(turn, DialogueId, id.Value, step);
    }

    private async ValueTask EndAsync(Turn turn, Guid id, CancellationToken cancellationToken)
    {
        var state = await ReadAsync(id, cancellationToken);
        await cards.ShowAsync(turn, state, cancellationToken, [.. LeadTime.Notices(turn, state), turn.Texts["exchange.follow-up-advice"]]);
    }

    private async ValueTask<List<IndexedExchange>> DraftsOfAsync(Turn turn, CancellationToken cancellationToken) =>
        [.. (await index.OfAsync(turn.Viewer.Person, cancellationToken)).Where(x => x.Stage is Stage.Draft && x.IsCoordinatedBy(turn.Viewer.Person))];

    private async ValueTask<ExchangeState> ReadAsync(Guid id, CancellationToken cancellationToken) => (await gate.ReadAsync(id, cancellationToken)).State;
}
