using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Features.Delegations;

/// <summary>A lead puts their city's delegation forward; a coordinator decides.</summary>
public sealed class SubmitDelegation(WhichDelegation which, DelegationDesk desk) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("submit", Where.Personal, false, 245, AskAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs => [new(DelegationVerbs.Submit, (turn, press, ct) => desk.OnAsync(turn, press, async open =>
    {
        var (now, said) = await SendAsync(turn, open, ct);
        return await desk.ReplacedAsync(turn, now, said, ct);
    }, ct))];

    private async ValueTask AskAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, argument, true, cancellationToken) is not { } open)
            return;
        var (now, said) = await SendAsync(turn, open, cancellationToken);
        await desk.ShowAsync(turn, now, said, cancellationToken);
    }

    private async ValueTask<(OpenDelegation Now, string Said)> SendAsync(Turn turn, OpenDelegation open, CancellationToken cancellationToken)
    {
        var (now, refusal) = await desk.SendAsync(turn, open, new ProposeDelegation(open.Delegation.Id), "submit", cancellationToken);
        return (now, refusal is null ? Say.WithUndo(turn.Texts, "delegation.submit-done", ("city", open.Delegation.City)) : await desk.SayAsync(turn, refusal, cancellationToken));
    }
}
