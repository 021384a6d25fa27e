using System.Collections.Immutable;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Features.Delegations;

/// <summary>A coordinator tells those without a seat how it stands, after seeing whom and what.</summary>
public sealed class TellTheOthers(WhichDelegation which, DelegationDesk desk) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("tell-others", Where.Personal, true, 255, ChooseAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(TellOthersCards.AskVerb, (turn, press, ct) => desk.OnAsync(turn, press, open => AskAsync(turn, open, press, ct), ct)),
        new(TellOthersCards.TellVerb, (turn, press, ct) => desk.OnAsync(turn, press, open => TellAsync(turn, open, press, ct), ct)),
    ];

    private async ValueTask ChooseAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, argument, true, cancellationToken) is not { } open)
            return;
        var view = await desk.ViewAsync(turn, open, cancellationToken);
        var people = Open(open, view, Told.NotChosen);
        // Asked as if for all, so that who may not, or nobody to tell, is said at once.
        if (DelegationDesk.WouldRefuse(turn, open, new TellOthers(open.Delegation.Id, [.. people.Select(p => p.Id)], Told.NotChosen)) is { } refusal)
            turn.Replies.Say(await desk.SayAsync(turn, refusal, cancellationToken));
        else
            turn.Replies.Show(TellOthersCards.Choose(turn.Texts, view, people), turn.Texts.Say("tell.title", ("city", view.City)));
    }

    private async ValueTask<PressAnswer> AskAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var view = await desk.ViewAsync(turn, open, cancellationToken);
        if (!Enum.TryParse<Told>(press.Text(TellOthersCards.What), out var word) || !Enum.IsDefined(word))
            return new PressAnswer.Replaced(TellOthersCards.Choose(turn.Texts, view, Open(open, view, Told.NotChosen), turn.Texts["tell.what-missing"]));
        var wanted = press.Choices(TellOthersCards.Who).ToHashSet();
        var chosen = Open(open, view, word).Where(p => wanted.Contains(p.Id.ToString())).ToImmutableArray();
        return new PressAnswer.Replaced(chosen.IsEmpty
            ? TellOthersCards.Choose(turn.Texts, view, Open(open, view, Told.NotChosen), await desk.SayAsync(turn, new NobodyToTell(), cancellationToken))
            : TellOthersCards.Ask(turn.Texts, view, chosen, word));
    }

    private async ValueTask<PressAnswer> TellAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<Told>(press.Text("word"), out var word) || !Enum.IsDefined(word))
            return new PressAnswer.Told(turn.Texts["tell.what-missing"]);
        ImmutableArray<CandidateId> people = [.. press.Choices("people").Select(c => Guid.TryParse(c, out var id) ? new CandidateId(id) : default)];
        var (now, refusal) = await desk.SendAsync(turn, open, new TellOthers(open.Delegation.Id, people, word), "tell", cancellationToken);
        if (refusal is not null)
            return await desk.ReplacedAsync(turn, now, await desk.SayAsync(turn, refusal, cancellationToken), cancellationToken);
        var told = people.Count(p => now.Delegation.TellingOf.TryGetValue(p, out var t) && t.Word == word);
        return new PressAnswer.Replaced(ByHandCards.Done(turn.Texts.Say("tell.sent", ("count", told)), turn.Texts));
    }

    private static ImmutableArray<MemberView> Open(OpenDelegation open, DelegationView view, Told word) =>
        [.. view.Members.Where(m => Telling.MayTell(open.State, open.Delegation, m.Id, word))];
}
