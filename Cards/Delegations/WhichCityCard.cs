using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>A city with how far its delegation is.</summary>
public sealed record CityView(DelegationRef Ref, string City, int Seated, int Seats);

/// <summary>Asks which delegation is meant.</summary>
public static class WhichCityCard
{
    private const int MostButtons = 6;

    /// <summary>The card: a button a city while they fit, a list to choose from otherwise.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="title">Title of the exchange.</param>
    /// <param name="cities">At least one.</param>
    /// <param name="flaw">What was not understood; null for nothing.</param>
    /// <param name="note">What was just done, a line each; null for nothing.</param>
    public static AdaptiveCard For(Texts texts, string title, ImmutableArray<CityView> cities, string? flaw = null, string? note = null)
    {
        var fits = cities.Length <= MostButtons;
        return Ui.Card(
            texts.Language,
            [
                Ui.Heading(texts["delegation.which-heading"]),
                Ui.Subtle(title),
                flaw is null ? null : Ui.Text(flaw),
                MemberLines.Note(note),
                .. fits ? cities.Select(c => Ui.Fact(c.City, Seats(texts, c))) : [Choices(texts, cities)],
            ],
            fits
                ? [.. cities.Select(c => Ui.Button(c.City, DelegationVerbs.Form, c.Ref.Data()))]
                : [Ui.Button(texts["delegation.open"], DelegationVerbs.Form, VerbData.Of(("exchange", cities[0].Ref.Exchange.ToString()), ("once", cities[0].Ref.Once)), "positive", inputs: true)]);
    }

    private static AdaptiveChoiceSetInput Choices(Texts texts, ImmutableArray<CityView> cities) => new()
    {
        Id = "delegation",
        Label = texts["delegation.which-label"],
        IsRequired = true,
        ErrorMessage = texts["delegation.which-label"],
        Style = AdaptiveChoiceInputStyle.Compact,
        Choices = [.. cities.Select(c => Ui.Choice($"{c.City} · {Seats(texts, c)}", c.Ref.Delegation.ToString()))],
        Value = cities[0].Ref.Delegation.ToString(),
    };

    private static string Seats(Texts texts, CityView city) => texts.Say("delegation.seats-taken", ("seated", city.Seated), ("seats", city.Seats));
}
