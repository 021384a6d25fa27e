using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Exchanges;
using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Features.People;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>The card of an exchange for whoever looks at it: those who coordinate it see all, those it concerns what concerns them, others nothing.</summary>
public sealed class ExchangeCards(PeopleRegister people, ExchangeDrafts drafts, Refusals refusals, DutyPolicy policy)
{
    /// <summary>The card for the person whose turn it is; null where the exchange is not theirs to see.</summary>
    public async ValueTask<AdaptiveCard?> ForAsync(Turn turn, ExchangeState state, CancellationToken cancellationToken, params ImmutableArray<string> notices)
    {
        if (state.Exchange is not { } x)
            return null;
        if (x.IsCoordinatedBy(turn.Viewer.Person))
            return ExchangeCard.For(await ViewAsync(turn, state, x, cancellationToken), turn.Texts, notices);
        var owner = await people.FindAsync(x.Owner, cancellationToken);
        return ParticipantView.Of(state, turn.Viewer.Person, owner?.Name ?? string.Empty) is { } view ? ParticipantCard.For(view, turn.Texts) : null;
    }

    /// <summary>Shows the card, or says why not.</summary>
    public async ValueTask ShowAsync(Turn turn, ExchangeState state, CancellationToken cancellationToken, params ImmutableArray<string> notices)
    {
        if (await ForAsync(turn, state, cancellationToken, notices) is { } card)
            turn.Replies.Show(card, state.Exchange!.Design.Title);
        else
            turn.Replies.Say(await NotToSeeAsync(turn, state, cancellationToken));
    }

    /// <summary>Answers a press with the card as it is now, or says why not.</summary>
    public async ValueTask<PressAnswer> AnswerAsync(Turn turn, ExchangeState state, CancellationToken cancellationToken, params ImmutableArray<string> notices) =>
        await ForAsync(turn, state, cancellationToken, notices) is { } card
            ? new PressAnswer.Replaced(card)
            : new PressAnswer.Told(await NotToSeeAsync(turn, state, cancellationToken));

    /// <summary>Something that differs from card to card: the same press may be meant again once the exchange has gone on.</summary>
    public static string Once(Turn turn, ExchangeState state) => turn.NewId($"once/{state.LastAt.UtcTicks}").ToString("N");

    // To somebody who has nothing to do with it an exchange doesn't exist; a fellow coordinator is told whom to ask.
    private ValueTask<string> NotToSeeAsync(Turn turn, ExchangeState state, CancellationToken cancellationToken) =>
        refusals.TextAsync(turn, state.Exchange is { } x && turn.Viewer.Standing is Standing.Coordinator ? new NotYourExchange(x.Owner) : new ExchangeUnknown(), cancellationToken);

    private async ValueTask<ExchangeView> ViewAsync(Turn turn, ExchangeState state, Exchange x, CancellationToken cancellationToken)
    {
        var blockers = Blockers.Of(state, policy, turn.At);
        var concerned = blockers.SelectMany(BlockerText.PeopleIn).Concat(x.Coordinators.Select(PersonId.From)).Append(x.Owner)
            .Concat(state.Delegations.Values.SelectMany(d => d.Plan.MustHave.Select(m => d.Candidates[m].Person)));
        var found = await people.FindAsync(concerned, cancellationToken);
        return new ExchangeView(
            state, turn.Viewer.Person, found.ToImmutableDictionary(p => p.Key, p => p.Value.Name), blockers,
            (x.Terms?.Zone ?? turn.Viewer.Zone).DateOf(turn.At), Once(turn, state))
        {
            DraftHostCity = await drafts.HostCityAsync(state, cancellationToken),
        };
    }
}
