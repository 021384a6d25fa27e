using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Takes a nomination back. It asks nothing, since it can be undone; somebody invited can't be removed.</summary>
public sealed class RemoveNominee(WhichDelegation which, DelegationDesk desk, ChangeFrozenRoster frozen) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("remove-nominee", Where.Personal, false, 240, RemoveAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(DelegationVerbs.Remove, (turn, press, ct) => desk.OnAsync(turn, press, open => RemoveAsync(turn, open, press, ct), ct)),
    ];

    private async ValueTask RemoveAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, string.Empty, true, cancellationToken) is not { } open)
            return;
        var view = await desk.ViewAsync(turn, open, cancellationToken);
        if (view.Members.IsEmpty)
            turn.Replies.Say(turn.Texts.Say("delegation.nominees-empty", ("city", view.City)));
        else if (NomineesByName.Find(view, argument) is not { } member)
            turn.Replies.Show(NomineeCards.Choose(turn.Texts, view, flaw: NomineesByName.Unknown(turn.Texts, argument)), turn.Texts.Say("delegation.nominees-heading", ("city", view.City)));
        else if (DelegationDesk.WouldRefuse(turn, open, new WithdrawCandidate(open.Delegation.Id, member.Id)) is RosterIsFrozen)
            turn.Replies.Show(await frozen.RemovalAsync(turn, open, member.Id, cancellationToken), turn.Texts.Say("delegation.frozen-heading", ("city", view.City)));
        else
        {
            var (now, said, _) = await RemoveAsync(turn, open, member.Id, member.Name, cancellationToken);
            await desk.ShowAsync(turn, now, said, cancellationToken);
        }
    }

    private async ValueTask<PressAnswer> RemoveAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var view = await desk.ViewAsync(turn, open, cancellationToken);
        var id = press.Id(NomineeCards.Candidate);
        if (id is null)
            return new PressAnswer.Replaced(NomineeCards.Choose(turn.Texts, view, flaw: turn.Texts["delegation.nominees-none"]));
        var name = view.Members.FirstOrDefault(m => m.Id.Value == id)?.Name ?? turn.Texts["people.nameless"];
        if (DelegationDesk.WouldRefuse(turn, open, new WithdrawCandidate(open.Delegation.Id, new CandidateId(id.Value))) is RosterIsFrozen)
            return new PressAnswer.Replaced(await frozen.RemovalAsync(turn, open, new CandidateId(id.Value), cancellationToken));
        var (now, said, removed) = await RemoveAsync(turn, open, new CandidateId(id.Value), name, cancellationToken);
        return removed || !now.Delegation.Candidates.ContainsKey(new CandidateId(id.Value))
            ? await desk.ReplacedAsync(turn, now, said, cancellationToken)
            : new PressAnswer.Replaced(NomineeCards.Choose(turn.Texts, view, id.Value.ToString("N"), said));
    }

    private async ValueTask<(OpenDelegation Now, string Said, bool Removed)> RemoveAsync(Turn turn, OpenDelegation open, CandidateId candidate, string name, CancellationToken cancellationToken)
    {
        var (now, refusal) = await desk.SendAsync(turn, open, new WithdrawCandidate(open.Delegation.Id, candidate), "remove", cancellationToken);
        return refusal is null
            ? (now, Say.WithUndo(turn.Texts, "delegation.removed", ("person", name)), true)
            : (now, await desk.SayAsync(turn, refusal, cancellationToken), false);
    }
}
