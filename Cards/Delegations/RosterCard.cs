using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>Who is in, by delegation.</summary>
public static class RosterCard
{
    /// <summary>Most people on one card; an exchange has up to 60.</summary>
    public const int MostPeople = 36;

    /// <summary>The cards: one, or more where one would be too large. A delegation is never parted.</summary>
    public static IEnumerable<AdaptiveCard> For(Texts texts, string title, ImmutableArray<DelegationView> delegations)
    {
        var page = new List<DelegationView>();
        foreach (var delegation in delegations)
        {
            if (page.Count > 0 && page.Sum(d => d.Balance.Seated) + delegation.Balance.Seated > MostPeople)
            {
                yield return Page(texts, title, page, isLast: false);
                page.Clear();
            }

            page.Add(delegation);
        }

        yield return Page(texts, title, page, isLast: true);
    }

    private static AdaptiveCard Page(Texts texts, string title, List<DelegationView> delegations, bool isLast) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(texts["delegation.roster-heading"]),
            Ui.Subtle(title),
            .. delegations.SelectMany(d => Of(texts, d)),
        ],
        isLast ? Ui.Saying(texts.WordOf("board")) : null,
        isLast ? Ui.Saying(texts.WordOf("export")) : null);

    private static IEnumerable<AdaptiveElement> Of(Texts texts, DelegationView d)
    {
        yield return Ui.Section(DelegationCard.Summary(texts, d));
        if (!d.Seated.Any())
            yield return Ui.Subtle(texts["delegation.roster-nobody"]);
        foreach (var member in d.Seated)
            yield return MemberLines.Of(texts, member);
        // Who declined or let the invitation lapse waits for no seat.
        if (d.Alternates.Count(a => a.Answer is AnswerState.None) is > 0 and var waiting)
            yield return Ui.Subtle(texts.Say("delegation.roster-alternates", ("count", waiting)));
    }
}
