using CoordinatorBot.Cards.Exchanges;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Features.Exchanges.Typed;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>The question for the dates, answered by two fields or a sentence; either way says back what was understood.</summary>
public sealed class SetDates(StreamGate<ExchangeState> gate, ExchangeDrafts drafts, Refusals refusals)
{
    // By the usual calendar an exchange is prepared in 16 weeks; people meet in the middle of a week.
    private const DayOfWeek UsualDay = DayOfWeek.Tuesday;

    /// <summary>The question.</summary>
    public async ValueTask<Question?> AskAsync(Turn turn, ExchangeState state, CancellationToken cancellationToken)
    {
        if (await drafts.HostCityAsync(state, cancellationToken) is not { } host)
            return null;
        var (texts, terms, x) = (turn.Texts, state.Exchange!.Terms, state.Exchange);
        var today = (terms?.Zone ?? ExchangeDrafts.ZoneOf(turn, host)).DateOf(turn.At);
        var (first, last) = terms is null ? Usual(today) : (terms.StartsOn, terms.EndsOn);
        var question = terms is null ? texts["exchange.ask-dates"] : texts.Say("exchange.ask-dates-again", ("days", texts.Days(first, last)), ("keep", turn.Texts.FirstOf("exchange.words.keep")));
        return new Question(question, [], DatesCard.For(x.Id, question, (first, last), today.AddDays(1), ExchangeCards.Once(turn, state), texts));
    }

    /// <summary>Takes a typed answer.</summary>
    /// <returns>Null when the dates are set; else why not, to ask again.</returns>
    public async ValueTask<string?> TakeAsync(Turn turn, ExchangeState state, string answer, CancellationToken cancellationToken)
    {
        if (state.Exchange!.Terms is not null && Said.Keep(turn, answer))
            return null;
        var host = await drafts.HostCityAsync(state, cancellationToken);
        var zone = state.Exchange.Terms?.Zone ?? ExchangeDrafts.ZoneOf(turn, host ?? string.Empty);
        return DatesText.Read(answer, zone.DateOf(turn.At), turn.Texts.Language) switch
        {
            DatesReading.Days days => await SetAsync(turn, state, days.First, days.Last, cancellationToken) is { } problem ? problem : Understood(turn, days.First, days.Last, zone),
            DatesReading.EitherWay => turn.Texts["exchange.dates-either-way"],
            DatesReading.NoSuchDay => turn.Texts["exchange.dates-no-such-day"],
            _ => turn.Texts["exchange.dates-not-understood"],
        };
    }

    /// <summary>Sets the dates.</summary>
    /// <returns>Null when they are set; else why not.</returns>
    public async ValueTask<string?> SetAsync(Turn turn, ExchangeState state, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var x = state.Exchange!;
        if (x.Terms is { } before && (before.StartsOn, before.EndsOn) != (first, last) && state.Invitations.Values.Any(i => !i.Recalled))
            return turn.Texts["exchange.dates-by-edit"];
        if (await drafts.HostCityAsync(state, cancellationToken) is not { } host)
            return await refusals.TextAsync(turn, new TermsMissing(), cancellationToken);
        var terms = x.Terms is { } t ? t with { StartsOn = first, EndsOn = last } : new Terms(host, first, last, ExchangeDrafts.ZoneOf(turn, host), null);
        var answer = await gate.SendAsync(x.Id.Value, turn.Envelope(new SetTerms(terms), "dates"), cancellationToken);
        return answer.Outcome.Refusal is { } refusal ? await refusals.TextAsync(turn, refusal, cancellationToken) : null;
    }

    /// <summary>What was understood, with the days of the week: a wrong day is seen at once.</summary>
    public static string UnderstoodText(Turn turn, DateOnly first, DateOnly last, Zone zone)
    {
        var days = last.DayNumber - first.DayNumber + 1;
        var weeks = (first.DayNumber - zone.DateOf(turn.At).DayNumber) / 7;
        var span = days == 1 ? turn.Texts.Day(first) : turn.Texts.Say("exchange.from-to", ("first", first), ("last", last), ("count", days));
        return turn.Texts.Say("exchange.dates-understood", ("days", span), ("count", weeks));
    }

    private static string? Understood(Turn turn, DateOnly first, DateOnly last, Zone zone)
    {
        turn.Replies.Say(UnderstoodText(turn, first, last, zone));
        return null;
    }

    private static (DateOnly First, DateOnly Last) Usual(DateOnly today)
    {
        var first = today.AddDays(7 * Timeline.FullLeadWeeks);
        while (first.DayOfWeek != UsualDay)
            first = first.AddDays(1);
        return (first, first.AddDays(DatesText.UsualDays - 1));
    }
}
