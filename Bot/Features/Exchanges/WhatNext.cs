using System.Collections.Immutable;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Features.People;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>Says what to do next in the exchange at hand, as what holds it up has it.</summary>
public sealed class WhatNext(ExchangeIndex index, CurrentExchange current, PeopleRegister people, DutyPolicy policy) : IChatFeature, IKnowsNext
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("next", Where.Personal, false, 15, SayAsync)];

    /// <inheritdoc/>
    public async ValueTask<NextStep?> NextAsync(Turn turn, CancellationToken cancellationToken)
    {
        var texts = turn.Texts;
        if (await current.OfAsync(turn, cancellationToken) is { Exchange: { } x } state)
            return await OfAsync(turn, state, x, cancellationToken);
        var some = (await index.OfAsync(turn.Viewer.Person, cancellationToken)).Count > 0;
        if (turn.Viewer.Standing is not Standing.Coordinator)
            return some ? new NextStep(texts["next.yours"], [turn.Texts.WordOf("my-invitations"), turn.Texts.WordOf("exchanges")]) : null;
        return some
            ? new NextStep(texts["next.open"], [turn.Texts.WordOf("exchanges"), turn.Texts.WordOf("new-exchange")])
            : new NextStep(texts["next.begin"], [turn.Texts.WordOf("new-exchange")]);
    }

    private async ValueTask SayAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await NextAsync(turn, cancellationToken) is { } next)
            turn.Replies.Say(next.Text, next.Words);
        else
            turn.Replies.Say(turn.Texts["exchange.none-guest"]);
    }

    private async ValueTask<NextStep> OfAsync(Turn turn, ExchangeState state, Exchange x, CancellationToken cancellationToken)
    {
        var texts = turn.Texts;
        if (!x.IsCoordinatedBy(turn.Viewer.Person))
            return OfLead(turn, state, x) ?? OfDelegate(turn, state, x);
        var blockers = Blockers.Of(state, policy, turn.At);
        if ((blockers.FirstOrDefault(b => b.Owes.Contains(turn.Viewer.Person)) ?? blockers.FirstOrDefault()) is not { } first)
            return new NextStep(texts.Say("next.nothing", ("title", x.Design.Title)), [turn.Texts.WordOf("status"), turn.Texts.WordOf("exchanges")]);
        var found = await people.FindAsync(BlockerText.PeopleIn(first), cancellationToken);
        var what = BlockerText.Of(texts, first, state, p => found.GetValueOrDefault(p)?.Name ?? texts["people.nameless"]);
        return new NextStep(texts.Say("next.in", ("title", x.Design.Title), ("what", what)), [.. WordsFor(turn, state, first), turn.Texts.WordOf("status")]);
    }

    private static NextStep? OfLead(Turn turn, ExchangeState state, Exchange x)
    {
        if (x.Stage > Stage.Preparing || state.InOrder.FirstOrDefault(d => d.Lead == turn.Viewer.Person && d.Stage < DelegationStage.Confirmed) is not { } d)
            return null;
        var balance = Composition.BalanceOf(d);
        var (key, words) = (d.Stage, balance.FitsPlan) switch
        {
            (DelegationStage.Proposed, _) => ("next.lead-waits", ImmutableArray<string>.Empty),
            (_, true) => ("next.lead-submit", [turn.Texts.WordOf("submit"), $"{turn.Texts.WordOf("form-delegation")} {d.City}"]),
            _ => ("next.lead-form", [$"{turn.Texts.WordOf("form-delegation")} {d.City}"]),
        };
        return new NextStep(turn.Texts.Say(key, ("title", x.Design.Title), ("city", d.City), ("seated", balance.Seated), ("seats", balance.Seats)), [.. words, turn.Texts.WordOf("status")]);
    }

    private static NextStep OfDelegate(Turn turn, ExchangeState state, Exchange x) =>
        state.Invitations.Values.Any(i => i.Person == turn.Viewer.Person && !i.Recalled)
            ? new NextStep(turn.Texts["next.yours"], [turn.Texts.WordOf("my-invitations"), turn.Texts.WordOf("status")])
            : new NextStep(turn.Texts.Say("next.nothing-yours", ("title", x.Design.Title)), [turn.Texts.WordOf("status"), turn.Texts.WordOf("exchanges")]);

    // A delegation is named by its city.
    private static ImmutableArray<string> WordsFor(Turn turn, ExchangeState state, Blocker blocker)
    {
        string Of(string command, DelegationId delegation) => $"{turn.Texts.WordOf(command)} {state.Delegations[delegation].City}";
        return blocker switch
        {
            TermsNeeded => [turn.Texts.WordOf("edit")],
            CitiesNeeded => [turn.Texts.WordOf("add-city")],
            DelegationUndecided { Balance.FitsPlan: true } b => [Of("invite", b.Delegation), Of("form-delegation", b.Delegation)],
            DelegationUndecided b => [Of("form-delegation", b.Delegation)],
            NotInvited b => [Of("invite", b.Delegation)],
            SeatsVacant or SubstituteWaits or SeatUndecided or ProposalWaits or ChangeWaits or Undelivered => [turn.Texts.WordOf("invite-next")],
            AnswersMissing => [turn.Texts.WordOf("remind"), turn.Texts.WordOf("record-answer")],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
