using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Shows a delegation, and asks for nominees where there are none.</summary>
public sealed class ShowDelegation(WhichDelegation which, DelegationDesk desk, IDialogue dialogue) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("form-delegation", Where.Personal, false, 200, FormAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(DelegationVerbs.Open, (turn, press, ct) => desk.OnAsync(turn, press, async open =>
        {
            await desk.ShowAsync(turn, open, null, ct);
            return new PressAnswer.Told(turn.Texts.Say("delegation.shown-below", ("city", open.Delegation.City)));
        }, ct)),
        new(DelegationVerbs.Show, (turn, press, ct) => desk.OnAsync(turn, press, open => desk.ReplacedAsync(turn, open, null, ct), ct)),
        new(DelegationVerbs.Form, (turn, press, ct) => desk.OnAsync(turn, press, open =>
        {
            dialogue.Begin(turn, NomineesDialogue.Id, open.Delegation.Id.Value);
            return desk.ReplacedAsync(turn, open, null, ct);
        }, ct)),
        new(DelegationVerbs.Add, (turn, press, ct) => desk.OnAsync(turn, press, open =>
        {
            dialogue.Begin(turn, NomineesDialogue.Id, open.Delegation.Id.Value);
            return ValueTask.FromResult<PressAnswer>(new PressAnswer.Told(turn.Texts["delegation.add-below"]));
        }, ct)),
    ];

    private async ValueTask FormAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, argument, false, cancellationToken) is not { } open)
            return;
        await desk.ShowAsync(turn, open, null, cancellationToken);
        dialogue.Begin(turn, NomineesDialogue.Id, open.Delegation.Id.Value);
    }
}
