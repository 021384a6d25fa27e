using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Cards.Exchanges;

/// <summary>How an exchange stands, for somebody who is invited to it or leads a delegation.</summary>
public static class ParticipantCard
{
    /// <summary>The card.</summary>
    public static AdaptiveCard For(ParticipantView view, Texts texts)
    {
        var (design, terms) = (view.Exchange.Design, view.Exchange.Terms);
        return Ui.Card(texts.Language,
            [
                Ui.Heading(design.Title),
                view.Exchange.Stage is Stage.Cancelled ? Ui.Box(AdaptiveContainerStyle.Attention, Ui.Text(texts["exchange.called-off"])) : Ui.Subtle(texts[$"format-name.{design.Format}"]),
                Ui.Fact(texts["exchange.when"], terms is null ? texts["exchange.not-set"] : texts.Say("exchange.when-value", ("days", texts.Days(terms.StartsOn, terms.EndsOn)), ("zone", terms.Zone.Name))),
                Ui.Fact(texts["exchange.where"], terms is null ? texts["exchange.not-set"] : string.Join(", ", new[] { terms.HostCity, terms.Venue }.OfType<string>())),
                Ui.Fact(texts["exchange.change"], design.Change),
                Ui.Fact(texts["exchange.taking-part"], texts.List(view.Cities)),
                Ui.Fact(texts["exchange.your-city"], view.City),
                Ui.Fact(texts["exchange.your-answer"], Answer(view, texts)),
                Ui.Fact(texts["exchange.contact"], view.Coordinator),
            ],
            view is { Led: { } led, Exchange.Stage: <= Stage.Preparing }
                ? Ui.Button(texts.Say("exchange.form-city", ("city", view.City)), ExchangeVerbs.FormDelegation,
                    VerbData.Of((ExchangeVerbs.Exchange, view.Exchange.Id.ToString()), (ExchangeVerbs.Delegation, led.ToString())), "positive")
                : null);
    }

    private static string? Answer(ParticipantView view, Texts texts) => view switch
    {
        { Exchange.Stage: Stage.Cancelled } or { AnswerDue: null } => null,
        { Answer: { } answer } => texts[$"exchange.answered.{answer}"],
        _ => texts.Say("exchange.not-answered", ("due", view.AnswerDue)),
    };
}
