using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>The cards with which a coordinator tells those without a seat how it stands: whom and what, what they read.</summary>
public static class TellOthersCards
{
    /// <summary>Verb that shows what they will read. Changes nothing. Data: exchange, delegation, once; inputs: <see cref="Who"/>, <see cref="What"/>.</summary>
    public const string AskVerb = "delegation.ask-tell";

    /// <summary>Verb that tells them. Data: exchange, delegation, once, people (ids, separated by commas), word.</summary>
    public const string TellVerb = "delegation.tell";

    /// <summary>Input of the people.</summary>
    public const string Who = "who";

    /// <summary>Input of what they are told.</summary>
    public const string What = "what";

    /// <summary>Whom, and what.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The delegation.</param>
    /// <param name="people">Who could be told.</param>
    /// <param name="flaw">What was wrong with the last press; null for nothing.</param>
    public static AdaptiveCard Choose(Texts texts, DelegationView view, ImmutableArray<MemberView> people, string? flaw = null)
    {
        var who = Ui.ChoiceInput(Who, texts["tell.who"], string.Join(',', people.Select(p => p.Id)), people.Select(p => Ui.Choice(MemberLines.Choice(texts, p), p.Id.ToString())));
        (who.IsMultiSelect, who.Style, who.IsRequired, who.ErrorMessage) = (true, AdaptiveChoiceInputStyle.Expanded, true, texts["by-hand.who-missing"]);
        var what = Ui.ChoiceInput(What, texts["tell.what"], null, new[] { Told.OnHold, Told.NotChosen }.Select(w => Ui.Choice(texts[$"tell.word.{w}"], w.ToString())));
        (what.IsRequired, what.ErrorMessage, what.Style) = (true, texts["tell.what-missing"], AdaptiveChoiceInputStyle.Expanded);
        return Ui.Card(texts.Language,
            [Ui.Heading(texts.Say("tell.title", ("city", view.City))), MemberLines.Flaw(flaw), who, what],
            Ui.Button(texts["tell.next"], AskVerb, view.Ref.Data(), inputs: true));
    }

    /// <summary>What they will read, and are you sure.</summary>
    public static AdaptiveCard Ask(Texts texts, DelegationView view, ImmutableArray<MemberView> people, Told word) => Ui.Card(texts.Language,
        [
            Ui.Heading(texts.Say("tell.sure", ("count", people.Length))),
            Ui.Text(texts.List(people.Select(p => MemberLines.Isolated(p.Name)))),
            Ui.Subtle(texts["tell.reads"]),
            Ui.Box(AdaptiveContainerStyle.Emphasis, Ui.Text(texts.Say($"told.{word}", ("title", view.Title), ("city", view.City)))),
        ],
        Ui.Button(texts.Say("tell.send", ("count", people.Length)), TellVerb, view.Ref.Data(("people", string.Join(',', people.Select(p => p.Id))), ("word", word.ToString())), "positive"),
        Ui.Button(texts["delegation.back"], DelegationVerbs.Show, view.Ref.Data()));
}
