using AdaptiveCards;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Invitations;

/// <summary>The parts of the attention card that are about who comes: undecided seats, proposals, requests.</summary>
internal static class RosterItems
{
    public static AdaptiveElement? Seat(AttentionView view, SeatToDecide item, Texts texts)
    {
        var data = AttentionVerbs.About(view, item.Invitation, item.Missed);
        return Ui.Box(AdaptiveContainerStyle.Emphasis,
            Ui.Section(texts.Say("attention.undecided", ("city", item.City), ("name", item.Name))),
            Ui.Text(item.Why switch
            {
                Undecided.Maybe => texts["attention.undecided-maybe"],
                Undecided.AskedAgain => texts["attention.undecided-again"],
                Undecided.Unreached => texts["attention.undecided-unreached"],
            }),
            AttentionCard.Buttons(
                Ui.Button(texts.Say("attention.keep-seat", ("name", item.Name)), AttentionVerbs.KeepSeat, data),
                item.Frozen
                    ? AttentionVerbs.Asking(texts["attention.give-away"], texts["attention.reason"], AttentionVerbs.GiveAway, data, texts, "destructive")
                    : Ui.Button(texts["attention.give-away"], AttentionVerbs.GiveAway, data, "destructive")));
    }

    public static AdaptiveElement? Proposal(AttentionView view, ProposalToDecide item, Texts texts)
    {
        var fits = item.Gaps.IsEmpty;
        return Ui.Box(AdaptiveContainerStyle.Emphasis,
            Ui.Section(texts.Say("attention.proposal", ("city", item.City), ("lead", item.Lead))),
            Ui.Text(texts.Say("attention.proposal-seats", ("seated", item.Seated), ("seats", item.Seats)) + (fits ? " " + texts["delegation.plan-met"] : string.Empty)),
            Ui.Bullets(item.Gaps),
            AttentionCard.Buttons(
                Ui.Button(texts.Say(fits ? "attention.approve" : "attention.approve-anyway", ("city", item.City)), AttentionVerbs.Approve,
                    AttentionVerbs.About(view, item.Delegation, item.Number).With("anyway", fits ? "false" : "true"), "positive"),
                AttentionVerbs.Asking(texts["attention.send-back"], texts["attention.reason-lead"], AttentionVerbs.SendBack, AttentionVerbs.About(view, item.Delegation, item.Number), texts),
                Ui.Button(texts["attention.see"], DelegationVerbs.Open, AttentionVerbs.About(view, item.Delegation, item.Number))));
    }

    public static AdaptiveElement? Change(AttentionView view, ChangeToDecide item, Texts texts)
    {
        var data = AttentionVerbs.About(view, item.Delegation, item.Number);
        return Ui.Box(AdaptiveContainerStyle.Emphasis,
            Ui.Section(texts.Say("attention.change", ("city", item.City), ("lead", item.Lead))),
            Ui.Fact(texts["attention.change-in"], item.In.IsEmpty ? null : texts.List(item.In)),
            Ui.Fact(texts["attention.change-out"], item.Out.IsEmpty ? null : texts.List(item.Out)),
            Ui.Fact(texts["attention.note"], item.Reason),
            AttentionCard.Buttons(
                Ui.Button(texts["attention.approve-change"], AttentionVerbs.ApproveChange, data, "positive"),
                AttentionVerbs.Asking(texts["attention.decline-change"], texts["attention.reason-lead"], AttentionVerbs.DeclineChange, AttentionVerbs.About(view, item.Delegation, item.Number), texts)));
    }
}
