using AdaptiveCards;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.People;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Asks who is who: two that may be the same person are shown beside each other, and made one only when somebody says so.</summary>
public sealed class SamePeople(WhichDelegation which, DelegationDesk desk, PeopleRegister people, MakeOnePerson one, AlikePeople alike) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("same-people", Where.Personal, false, 235, AskAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(DelegationVerbs.OnePerson, (turn, press, ct) => desk.OnAsync(turn, press, open => MergeAsync(turn, open, press, ct), ct)),
        new(DelegationVerbs.TwoPeople, (turn, press, ct) => desk.OnAsync(turn, press, open => KeepApartAsync(turn, open, press, ct), ct)),
    ];

    /// <summary>Shows, below what is said of a nomination, whoever it leaves in doubt.</summary>
    internal async ValueTask ShowNextAsync(Turn turn, Nominated done, CancellationToken cancellationToken)
    {
        if (done.Added.IsEmpty)
            return;
        if (done.Doubts is [var (added, owner), ..])
            turn.Replies.Show(await AskAsync(turn, done.Now, added, owner, turn.Texts.Say("nominees.mail-of-another", ("person", added.Name), ("owner", owner.Name)), cancellationToken), turn.Texts["same.heading"]);
        else if (await NextAsync(turn, done.Now, null, cancellationToken) is { } card)
            turn.Replies.Show(card, turn.Texts["same.heading"]);
    }

    /// <summary>Asks about two people.</summary>
    internal async ValueTask<AdaptiveCard> AskAsync(Turn turn, OpenDelegation open, Person one, Person other, string? note, CancellationToken cancellationToken)
    {
        var pair = AlikePeople.Ordered(one, other, p => AlikePeople.RankOf(open.State, p));
        return SamePersonCard.For(turn.Texts, await ViewAsync(turn, open, pair, 0, cancellationToken), note);
    }

    private async ValueTask AskAsync(Turn turn, string city, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, city, true, cancellationToken) is not { } open)
            return;
        if (await NextAsync(turn, open, null, cancellationToken) is { } card)
            turn.Replies.Show(card, turn.Texts["same.heading"]);
        else
            turn.Replies.Say(turn.Texts.Say("same.none", ("city", open.Delegation.City)));
    }

    private async ValueTask<AdaptiveCard?> NextAsync(Turn turn, OpenDelegation open, string? note, CancellationToken cancellationToken)
    {
        var pairs = await alike.InAsync(turn, open, cancellationToken);
        return pairs.IsEmpty ? null : SamePersonCard.For(turn.Texts, await ViewAsync(turn, open, pairs[0], pairs.Length - 1, cancellationToken), note);
    }

    private async ValueTask<PressAnswer> MergeAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var (kept, merged, flaw) = await ReadAsync(turn, press, cancellationToken);
        if (kept is null || merged is null)
            return await desk.ReplacedAsync(turn, open, flaw, cancellationToken);
        var inIt = AlikePeople.IsIn(open.State, merged.Id);
        Command command = inIt ? new MergePeople(kept.Id, merged.Id) : new KeepApart(kept.Id, merged.Id);
        if (DelegationDesk.WouldRefuse(turn, open, command) is { } refused)
            return new PressAnswer.Replaced(SamePersonCard.For(
                turn.Texts, await ViewAsync(turn, open, new AlikePair(kept, merged), 0, cancellationToken), flaw: await desk.SayAsync(turn, refused, cancellationToken)));
        // The name of the merged goes last: until then another press goes on where this one may have ended.
        var elsewhere = await one.ElsewhereAsync(turn, open, kept.Id, merged.Id, cancellationToken);
        if (inIt)
            (open, _) = await one.InAsync(turn, open, kept.Id, merged.Id, cancellationToken);
        await people.MergeAsync(kept.Id, merged.Id, cancellationToken);
        return await GoOnAsync(turn, open, Said(turn, kept, elsewhere), cancellationToken);
    }

    private async ValueTask<PressAnswer> KeepApartAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var (kept, merged, flaw) = await ReadAsync(turn, press, cancellationToken);
        if (kept is null || merged is null)
            return await desk.ReplacedAsync(turn, open, flaw, cancellationToken);
        (open, var refusal) = await desk.SendAsync(turn, open, new KeepApart(kept.Id, merged.Id), "apart", cancellationToken);
        return await GoOnAsync(turn, open, refusal is null ? turn.Texts["same.apart"] : await desk.SayAsync(turn, refusal, cancellationToken), cancellationToken);
    }

    private async ValueTask<PressAnswer> GoOnAsync(Turn turn, OpenDelegation open, string note, CancellationToken cancellationToken) =>
        await NextAsync(turn, open, note, cancellationToken) is { } next ? new PressAnswer.Replaced(next) : await desk.ReplacedAsync(turn, open, note, cancellationToken);

    // Somebody whom Teams knows is never merged into another: they sign in as themselves.
    private async ValueTask<(Person? Kept, Person? Merged, string? Flaw)> ReadAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var kept = press.Id(SamePersonCard.Kept) is { } k ? await people.FindAsync(new PersonId(k), cancellationToken) : null;
        var merged = press.Id(SamePersonCard.Merged) is { } m ? await people.FindAsync(new PersonId(m), cancellationToken) : null;
        if (kept is null || merged is null || kept.Id == merged.Id)
            return (null, null, turn.Texts["same.gone"]);
        return merged.TeamsId is null ? (kept, merged, null) : (null, null, turn.Texts["same.two-accounts"]);
    }

    private static string Said(Turn turn, Person kept, MadeOne elsewhere)
    {
        var said = new List<string> { turn.Texts.Say("same.merged", ("person", kept.Name)) };
        if (!elsewhere.Done.IsEmpty)
            said.Add(turn.Texts.Say("same.merged-too", ("titles", turn.Texts.List(elsewhere.Done))));
        if (!elsewhere.Left.IsEmpty)
            said.Add(turn.Texts.Say("same.not-merged", ("titles", turn.Texts.List(elsewhere.Left)), ("person", kept.Name)));
        return string.Join(' ', said);
    }

    private async ValueTask<SamePersonView> ViewAsync(Turn turn, OpenDelegation open, AlikePair pair, int more, CancellationToken cancellationToken) => new(
        DelegationDesk.RefOf(turn, open), await OneAsync(turn, open, pair.Kept, cancellationToken), await OneAsync(turn, open, pair.Merged, cancellationToken), more);

    private async ValueTask<AlikeView> OneAsync(Turn turn, OpenDelegation open, Person person, CancellationToken cancellationToken) => new(
        person.Id, person.Name, person.Title, person.Organisation, person.Mail, person.TeamsId is not null, await alike.KnownFromAsync(turn, open.State, person, cancellationToken));
}
