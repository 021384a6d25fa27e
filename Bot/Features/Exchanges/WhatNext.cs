using System.Collections.Immutable;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
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
            return some ? new NextStep(texts["next.yours"], [WordOf(turn, "my-invitations"), WordOf(turn, "exchanges")]) : null;
        return some
            ? new NextStep(texts["next.open"], [WordOf(turn, "exchanges"), WordOf(turn, "new-exchange")])
            : new NextStep(texts["next.begin"], [WordOf(turn, "new-exchange")]);
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
            return new NextStep(texts["next.yours"], [WordOf(turn, "my-invitations"), WordOf(turn, "status")]);
        var blockers = Blockers.Of(state, policy, turn.At);
        if ((blockers.FirstOrDefault(b => b.Owes.Contains(turn.Viewer.Person)) ?? blockers.FirstOrDefault()) is not { } first)
            return new NextStep(texts.Say("next.nothing", ("title", x.Design.Title)), [WordOf(turn, "status"), WordOf(turn, "exchanges")]);
        var found = await people.FindAsync(BlockerText.PeopleIn(first), cancellationToken);
        var what = BlockerText.Of(texts, first, state, p => found.GetValueOrDefault(p)?.Name ?? texts["people.nameless"]);
        return new NextStep(texts.Say("next.in", ("title", x.Design.Title), ("what", what)), [.. WordsFor(turn, state, first), WordOf(turn, "status")]);
    }

    // A delegation is named by its city.
    private static ImmutableArray<string> WordsFor(Turn turn, ExchangeState state, Blocker blocker)
    {
        string Of(string command, DelegationId delegation) => $"{WordOf(turn, command)} {state.Delegations[delegation].City}";
        return blocker switch
        {
            TermsNeeded => [WordOf(turn, "edit")],
            CitiesNeeded => [WordOf(turn, "add-city")],
            DelegationUndecided { Balance.FitsPlan: true } b => [Of("invite", b.Delegation), Of("form-delegation", b.Delegation)],
            DelegationUndecided b => [Of("form-delegation", b.Delegation)],
            NotInvited b => [Of("invite", b.Delegation)],
            SeatsVacant or SubstituteWaits or Undelivered => [WordOf(turn, "invite-next")],
            AnswersMissing => [WordOf(turn, "record-answer")],
            _ => [],
        };
    }

    private static string WordOf(Turn turn, string command) => turn.Texts[$"commands.{command}.words"].Split('|')[0];
}
