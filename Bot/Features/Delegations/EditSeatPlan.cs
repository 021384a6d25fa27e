using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Says what a delegation should be made of.</summary>
public sealed class EditSeatPlan(WhichDelegation which, DelegationDesk desk) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("plan", Where.Personal, true, 220, AskAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(DelegationVerbs.Plan, (turn, press, ct) => desk.OnAsync(turn, press, async open => new PressAnswer.Replaced(Form(turn, await desk.ViewAsync(turn, open, ct))), ct)),
        new(DelegationVerbs.PlanMore, (turn, press, ct) => desk.OnAsync(turn, press, open => MoreAsync(turn, open, press, ct), ct)),
        new(DelegationVerbs.SetPlan, (turn, press, ct) => desk.OnAsync(turn, press, open => SetAsync(turn, open, press, ct), ct)),
    ];

    private async ValueTask AskAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, argument, true, cancellationToken) is { } open)
            turn.Replies.Show(Form(turn, await desk.ViewAsync(turn, open, cancellationToken)), turn.Texts.Say("delegation.plan-heading", ("city", open.Delegation.City)));
    }

    private async ValueTask<PressAnswer> SetAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var form = SeatPlanReader.FormOf(press);
        var (plan, flaw) = SeatPlanReader.Read(turn.Texts, form, open.Delegation.Plan);
        if (plan is not null)
        {
            (open, var refusal) = await desk.SendAsync(turn, open, new SetSeatPlan(open.Delegation.Id, plan), "plan", cancellationToken);
            if (refusal is null)
                return await desk.ReplacedAsync(turn, open, Say.WithUndo(turn.Texts, "delegation.plan-saved"), cancellationToken);
            flaw = await desk.SayAsync(turn, refusal, cancellationToken);
        }

        return new PressAnswer.Replaced(SeatPlanCard.For(turn.Texts, await desk.ViewAsync(turn, open, cancellationToken), form, flaw));
    }

    private async ValueTask<PressAnswer> MoreAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken) =>
        new PressAnswer.Replaced(SeatPlanCard.For(
            turn.Texts, await desk.ViewAsync(turn, open, cancellationToken), SeatPlanReader.FormOf(press) with { More = SeatPlanMoreForm.Of(open.Delegation.Plan) }));

    private static AdaptiveCards.AdaptiveCard Form(Turn turn, DelegationView view) => SeatPlanCard.For(turn.Texts, view, SeatPlanForm.Of(view.Plan));
}
