using System.Collections.Immutable;

using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Cards.Exchanges;

/// <summary>An exchange as those see it who coordinate it.</summary>
/// <param name="State">All there is.</param>
/// <param name="Viewer">Who looks.</param>
/// <param name="Names">Names of the people concerned.</param>
/// <param name="Blockers">What holds it up, the urgent first.</param>
/// <param name="Today">Today where it takes place.</param>
/// <param name="Once">Differs from card to card.</param>
public sealed record ExchangeView(
    ExchangeState State, PersonId Viewer, ImmutableDictionary<PersonId, string> Names, ImmutableArray<Blocker> Blockers, DateOnly Today, string Once)
{
    /// <summary>The exchange.</summary>
    public Exchange Exchange => State.Exchange!;

    /// <summary>The host city as answered so far, while there are no dates yet; none where nobody did.</summary>
    public string? DraftHostCity { get; init; }

    /// <summary>Whether the viewer has anything to undo.</summary>
    public bool CanUndo => State.History.Any(u => u.By == Viewer);

    /// <summary>Whether somebody holds a seat and is not invited.</summary>
    public bool CanInvite => Exchange is { Terms: not null, Stage: < Stage.Underway } && State.InOrder.Any(d => d.Seated.Any(c => State.InvitationOf(c.Id) is null));

    /// <summary>The name of a person; an empty text for one who was forgotten.</summary>
    public string NameOf(PersonId person) => Names.GetValueOrDefault(person, string.Empty);
}

/// <summary>An exchange as those see it who are invited to it: nothing about others but the names of cities.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Coordinator">Name of whom to ask.</param>
/// <param name="Cities">Cities that take part.</param>
/// <param name="City">The city whose delegation the viewer belongs to or leads.</param>
/// <param name="Led">The delegation the viewer leads; none.</param>
/// <param name="Answer">The viewer's answer to the terms as they are; none yet.</param>
/// <param name="AnswerDue">Last day for it; none where nothing is asked of the viewer.</param>
public sealed record ParticipantView(
    Exchange Exchange, string Coordinator, ImmutableArray<string> Cities, string? City, DelegationId? Led, RsvpAnswer? Answer, DateOnly? AnswerDue)
{
    /// <summary>What a person may see of an exchange; null where it doesn't concern them.</summary>
    public static ParticipantView? Of(ExchangeState state, PersonId viewer, string coordinator)
    {
        if (state.Exchange is not { } x)
            return null;
        var led = state.InOrder.FirstOrDefault(d => d.Lead == viewer);
        var invitation = state.Invitations.Values.FirstOrDefault(i => i.Person == viewer && !i.Recalled);
        if (led is null && invitation is null)
            return null;
        var city = led?.City ?? (invitation is { } i && state.Delegations.TryGetValue(i.Delegation, out var own) ? own.City : null);
        return new ParticipantView(x, coordinator, [.. state.InOrder.Select(d => d.City)], city, led?.Id,
            invitation?.AnswerTo(x.TermsRevision)?.Answer, invitation is null ? null : state.AnswerDue(invitation));
    }
}
