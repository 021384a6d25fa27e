using System.Collections.Immutable;
using System.Globalization;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Puts nominees in order: by a number each, or by naming the first few. It moves nobody off a seat.</summary>
public sealed class RankNominees(WhichDelegation which, DelegationDesk desk) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("rank", Where.Personal, false, 228, RankAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(DelegationVerbs.Ranks, (turn, press, ct) => desk.OnAsync(turn, press, async open => new PressAnswer.Replaced(await FormAsync(turn, open, ct)), ct)),
        new(DelegationVerbs.SetRanks, (turn, press, ct) => desk.OnAsync(turn, press, open => SaveAsync(turn, open, press, ct), ct)),
    ];

    // "rank Ana Ruiz, Ben Lee": these first, the others after them as they were.
    private async ValueTask RankAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, string.Empty, true, cancellationToken) is not { } open)
            return;
        var view = await desk.ViewAsync(turn, open, cancellationToken);
        var heading = turn.Texts.Say("rank.heading", ("city", view.City));
        if (view.Members.IsEmpty)
            turn.Replies.Say(turn.Texts.Say("delegation.nominees-empty", ("city", view.City)));
        else if (argument.Length == 0)
            turn.Replies.Show(await FormAsync(turn, open, cancellationToken), heading);
        else
        {
            var names = argument.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var named = names.Select(n => NomineesByName.Find(view, n)).ToList();
            if (named.IndexOf(null) is >= 0 and var unknown)
                turn.Replies.Show(RankCard.For(turn.Texts, view, Ranked(open, view), NomineesByName.Unknown(turn.Texts, names[unknown])), heading);
            else
                await ShowAsync(turn, open, [.. named.Select(m => m!.Id)], cancellationToken);
        }
    }

    private async ValueTask ShowAsync(Turn turn, OpenDelegation open, ImmutableArray<CandidateId> first, CancellationToken cancellationToken)
    {
        var (now, said, _) = await SendAsync(turn, open, [.. first, .. InOrder(open).Except(first)], cancellationToken);
        await desk.ShowAsync(turn, now, said, cancellationToken);
    }

    private async ValueTask<PressAnswer> SaveAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var view = await desk.ViewAsync(turn, open, cancellationToken);
        var ranked = Ranked(open, view);
        var places = new List<(MemberView Member, int Wanted, int Has)>();
        foreach (var (member, has) in ranked.Take(RankCard.MostPeople).Select((m, i) => (m, i + 1)))
        {
            var written = press.Written(RankCard.InputOf(member));
            if (written.Length == 0)
                places.Add((member, has, has));
            else if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted))
                places.Add((member, wanted, has));
            else
                return new PressAnswer.Replaced(RankCard.For(
                    turn.Texts, view, ranked, turn.Texts.Say("rank.not-a-number", ("person", member.Name), ("said", NomineeProblemText.Excerpt(written))), m => press.Written(RankCard.InputOf(m))));
        }

        // Of two with one number who moved up comes first, and who moved down comes last: each lands where they were put.
        var order = places.OrderBy(p => p.Wanted).ThenBy(p => p.Wanted.CompareTo(p.Has)).ThenBy(p => p.Has).Select(p => p.Member.Id);
        var (now, said, refused) = await SendAsync(turn, open, [.. order], cancellationToken);
        return refused
            ? new PressAnswer.Replaced(RankCard.For(turn.Texts, view, ranked, said, m => press.Written(RankCard.InputOf(m))))
            : await desk.ReplacedAsync(turn, now, said, cancellationToken);
    }

    private async ValueTask<(OpenDelegation Now, string Said, bool Refused)> SendAsync(Turn turn, OpenDelegation open, ImmutableArray<CandidateId> order, CancellationToken cancellationToken)
    {
        var (now, refusal) = await desk.SendAsync(turn, open, new RankCandidates(open.Delegation.Id, order), "rank", cancellationToken);
        return refusal is null
            ? (now, Say.WithUndo(turn.Texts, "rank.saved", ("city", open.Delegation.City)), false)
            : (now, await desk.SayAsync(turn, refusal, cancellationToken), true);
    }

    private async ValueTask<AdaptiveCards.AdaptiveCard> FormAsync(Turn turn, OpenDelegation open, CancellationToken cancellationToken)
    {
        var view = await desk.ViewAsync(turn, open, cancellationToken);
        return RankCard.For(turn.Texts, view, Ranked(open, view));
    }

    private static IEnumerable<CandidateId> InOrder(OpenDelegation open) => open.Delegation.Candidates.Values.OrderBy(c => c.Rank).Select(c => c.Id);

    private static List<MemberView> Ranked(OpenDelegation open, DelegationView view) => [.. view.Members.OrderBy(m => open.Delegation.Candidates[m.Id].Rank)];
}
