using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Cards.Exchanges;

/// <summary>Asks before an exchange is called off, with how many people will be told.</summary>
public static class CancelCard
{
    /// <summary>The card.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="title">Its title.</param>
    /// <param name="told">People who will be told.</param>
    /// <param name="once">Differs from card to card.</param>
    /// <param name="texts">The language.</param>
    public static AdaptiveCard For(ExchangeId exchange, string title, int told, string once, Texts texts) => Ui.Card(texts.Language,
        [
            Ui.Heading(texts["exchange.cancel-question"]),
            Ui.Text(title),
            Ui.Text(told == 0 ? texts["exchange.cancel-nobody-told"] : texts.Say("exchange.cancel-told", ("count", told))),
            Ui.Subtle(texts["exchange.cancel-undo"]),
        ],
        Ui.Button(texts["exchange.cancel-yes"], ExchangeVerbs.Cancel,
            VerbData.Of((ExchangeVerbs.Exchange, exchange.ToString()), (ExchangeVerbs.Asked, told.ToString(System.Globalization.CultureInfo.InvariantCulture)), (ExchangeVerbs.Once, once)), "destructive"),
        Ui.Button(texts["exchange.cancel-no"], ExchangeVerbs.Show, ExchangeVerbs.Of(exchange)));
}
