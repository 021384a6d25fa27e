using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Cards.Exchanges;

/// <summary>Asks for the dates of an exchange: two fields, or a typed sentence instead.</summary>
public static class DatesCard
{
    /// <summary>Name of the field of the first day.</summary>
    public const string First = "first";

    /// <summary>Name of the field of the last day.</summary>
    public const string Last = "last";

    /// <summary>The card.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="days">What the fields show at first.</param>
    /// <param name="tomorrow">First day that can be chosen.</param>
    /// <param name="once">Differs from card to card.</param>
    /// <param name="texts">The language.</param>
    public static AdaptiveCard For(ExchangeId exchange, string question, (DateOnly First, DateOnly Last) days, DateOnly tomorrow, string once, Texts texts) => Ui.Card(texts.Language,
        [
            Ui.Text(question),
            Ui.DateInput(First, texts["exchange.first-day"], days.First, texts["exchange.first-day-missing"], tomorrow),
            Ui.DateInput(Last, texts["exchange.last-day"], days.Last, texts["exchange.last-day-missing"], tomorrow),
            Ui.Subtle(texts["exchange.dates-hint"]),
        ],
        Ui.Button(texts["exchange.take-dates"], ExchangeVerbs.Dates, ExchangeVerbs.Of(exchange, once), "positive", inputs: true));

    /// <summary>What the card shows once the dates are taken.</summary>
    public static AdaptiveCard Taken(string understood, Texts texts) => Ui.Card(texts.Language, [Ui.Text(understood)]);
}
