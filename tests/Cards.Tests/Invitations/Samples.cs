using System.Collections.Immutable;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Cards.Tests.Invitations;

/// <summary>Views as they come, and at their limits.</summary>
internal static class Samples
{
    public static readonly ExchangeId Exchange = new(Guid.Parse("0193f0c2-a7b5-7c3e-8d1f-2a3b4c5d6e7f"));

    private static readonly Terms Albany = TermsIn("Albany, NY", "Palace Theatre", new DateOnly(2027, 5, 3));

    /// <summary>An invitation in any standing.</summary>
    public static InvitationView Invitation(InvitationStanding standing = InvitationStanding.Open, RsvpAnswer? answer = null, string? note = null, bool moved = false) => new(
        Exchange, new InvitationId(Exchange.Value), 3, standing,
        standing is InvitationStanding.Open or InvitationStanding.Answered or InvitationStanding.AskedAgain,
        new Design(
            "Breathing Lights: art on vacant buildings", "Vacant buildings and the arts", "Less vacancy in the neighbourhoods that lost most people",
            "Each city leaves with one building chosen and a partner for it", Format.SiteVisit, 30, [], []),
        Albany, 2, moved ? TermsIn("Troy, NY", null, new DateOnly(2027, 4, 26)) : null, "Detroit", 6, new DateOnly(2027, 3, 1),
        answer is { } a ? new Rsvp(a, 2, new DateTimeOffset(2027, 2, 3, 15, 0, 0, TimeSpan.Zero), 1, null) : null,
        new InvitationWords(note, answer is RsvpAnswer.SubstituteProposed ? new SubstituteWords("Xiong Vang", "xiong.vang@westbank.example") : null),
        "Nora Whitfield", "nora.whitfield@exchange.example");

    /// <summary>A preview for so many people in each of so many cities.</summary>
    public static InvitePreview Preview(int cities, int people, string name = "Alicia Brandt", bool gaps = false) => new(
        Exchange, Exchange.Value, "Breathing Lights: art on vacant buildings", Albany, new DateOnly(2027, 3, 1),
        [.. Enumerable.Range(1, cities).Select(c => new InvitedDelegation(new DelegationId(Exchange.Value),
            $"City {c}", gaps ? ["No resident yet", "3 of at most 2 from government"] : [],
            [.. Enumerable.Range(1, people).Select(p => new Invitee(name, "Deputy director, Detroit Land Bank", p == 2 ? null : p == 3 ? Surface.Mail : Surface.Teams, new CandidateId(Exchange.Value)))]))],
        InvitationCard.Sample(Invitation(), CoordinatorBot.Cards.Text.Texts.In(CoordinatorBot.Cards.Text.Language.English)));

    /// <summary>What became of sending.</summary>
    public static InviteResult Result(int sent, int delivered, int missed) => new(
        Exchange, Exchange.Value, "Breathing Lights", sent, delivered, 1,
        [.. Enumerable.Repeat(new NotReached("Dwayne Coles", "They have blocked me in Teams: please write to them yourself."), missed)], 0);

    /// <summary>One of each that needs a coordinator, so many times.</summary>
    public static AttentionView Attention(int times) => new(Exchange, "Breathing Lights", [.. Enumerable.Range(0, times).SelectMany(_ => new AttentionItem[]
    {
        new SubstituteToDecide(new InvitationId(Exchange.Value), "Dwayne Coles", "Detroit", "Xiong Vang", "xiong.vang@westbank.example", "Leads the theatre and knows the owners", 1),
        new SeatsToFill(new DelegationId(Exchange.Value), "Flint", 2, [new Leaver("Maya Lindqvist", SeatLeft.Declined, "Council meets that week"), new Leaver("José Núñez", SeatLeft.Lapsed, null)], new SeatNumber(2), new CandidateId(Exchange.Value), "Ingrid Sørensen"),
        new MessageToRetry("invitation/1/card", "Renée Dubois", "I am not installed for them in Teams: ask your administrator to install me.", default),
    })], 7);

    /// <summary>So many people to choose from.</summary>
    public static ImmutableArray<ListedInvitation> Listed(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new ListedInvitation(new InvitationId(Guid.Parse($"0193f0c2-a7b5-7c3e-8d1f-{i:000000000000}")), $"Person Number {i}", "Minneapolis", i % 3 == 0 ? RsvpAnswer.Accepted : null))];

    private static Terms TermsIn(string city, string? venue, DateOnly first)
    {
        Assert.True(Zone.TryParse("America/New_York", out var zone));
        return new Terms(city, first, first.AddDays(2), zone.Value, venue);
    }
}
