using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Cards.Exchanges;

/// <summary>One exchange of the list.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Next">Its next deadline, and which; none where none lies ahead.</param>
/// <param name="IsOpen">Whether it is the one the viewer has open.</param>
public sealed record ListedExchange(Exchange Exchange, (string Name, DateOnly Day)? Next, bool IsOpen)
{
    /// <summary>An exchange with its next deadline as of a day.</summary>
    public static ListedExchange Of(ExchangeState state, DateTimeOffset now, bool isOpen)
    {
        var x = state.Exchange!;
        if (x is not { Deadlines: { } d, Terms: { } terms, Stage: <= Stage.Preparing })
            return new ListedExchange(x, null, isOpen);
        var today = terms.Zone.DateOf(now);
        var ahead = new[] { ("nominations", d.NominationsClose), ("invitations", d.InvitationsOut), ("answers", d.RsvpDue), ("freeze", d.RosterFreeze) }
            .Where(l => l.Item2 >= today).ToList();
        return new ListedExchange(x, ahead.Count > 0 ? ahead.MinBy(l => l.Item2) : null, isOpen);
    }
}

/// <summary>The exchanges of a person, to open one.</summary>
public static class ExchangeListCard
{
    /// <summary>Most exchanges on the card; more are found by their title.</summary>
    public const int Most = 10;

    /// <summary>The card.</summary>
    /// <param name="listed">At most <see cref="Most"/>, the last changed first.</param>
    /// <param name="more">How many more there are.</param>
    /// <param name="texts">The language.</param>
    public static AdaptiveCard For(ImmutableArray<ListedExchange> listed, int more, Texts texts) => Ui.Card(texts.Language,
        [
            Ui.Heading(texts.Say("exchange.list-title", ("count", listed.Length + more))),
            .. listed.Select(l => Row(l, texts)),
            more > 0 ? Ui.Subtle(texts.Say("exchange.list-more", ("count", more))) : null,
        ]);

    private static AdaptiveElement Row(ListedExchange listed, Texts texts)
    {
        var x = listed.Exchange;
        var stage = texts[$"stage.{x.Stage}"];
        var line = x.Terms is { } t ? texts.Say("exchange.list-line", ("stage", stage), ("days", texts.Days(t.StartsOn, t.EndsOn)), ("city", t.HostCity)) : stage;
        var row = Ui.Row(
            Ui.Stack(
                Ui.Section(x.Design.Title),
                Ui.Subtle(listed.IsOpen ? texts.Say("exchange.list-open-now", ("line", line)) : line),
                listed.Next is { } next ? Ui.Subtle(texts.Say("exchange.list-next", ("what", texts[$"exchange.deadline.{next.Name}"]), ("day", next.Day))) : null),
            Ui.Button(texts["exchange.open"], ExchangeVerbs.Open, ExchangeVerbs.Of(x.Id)));
        row.Separator = true;
        return row;
    }
}
