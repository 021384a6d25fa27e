using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations.Selection;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>The form that settles somebody before asking again, or tries a swap.</summary>
public static class AdjustProposalCard
{
    // More would not fit a card beside those proposed.
    private const int MostOthers = 25;

    /// <summary>The card.</summary>
    public static AdaptiveCard For(Texts texts, ProposalView view, Proposed proposed)
    {
        var members = view.Delegation.Members.ToDictionary(m => m.Id);
        var chosen = proposed.Chosen.Select(c => members[c.Id]).ToImmutableArray();
        var others = proposed.LeftOut.Where(l => l.Reason is not LeftOutReason.WontCome).Select(l => members[l.Candidate.Id]).ToImmutableArray();
        return Ui.Card(
            texts.Language,
            [
                Ui.Heading(ProposalCard.Summary(texts, view)),
                People(ProposalCard.In, texts["proposal.keep-in"], texts, [.. chosen.Where(m => view.Kept.In.Contains(m.Id)), .. others.Take(MostOthers)], view.Kept.In),
                People(ProposalCard.Out, texts["proposal.keep-out"], texts, [.. others.Where(m => view.Kept.Out.Contains(m.Id)).Take(MostOthers), .. chosen], view.Kept.Out),
                Ui.Section(texts["proposal.swap"]),
                One(ProposalCard.Leaves, texts["proposal.leaves"], texts, chosen),
                One(ProposalCard.Comes, texts["proposal.comes"], texts, others.Take(MostOthers)),
            ],
            Ui.Button(texts["proposal.again"], ProposalCard.AskVerb, view.Delegation.Ref.Data(), "positive", inputs: true),
            Ui.Button(texts["proposal.see-swap"], ProposalCard.SwapVerb, view.Data((ProposalCard.Chosen, ProposalView.Ids(proposed.Chosen.Select(c => c.Id)))), inputs: true),
            Ui.Button(texts["delegation.back"], ProposalCard.AskVerb, view.Delegation.Ref.Data((ProposalCard.In, ProposalView.Ids(view.Kept.In)), (ProposalCard.Out, ProposalView.Ids(view.Kept.Out)))));
    }

    private static AdaptiveChoice Choice(Texts texts, MemberView member) =>
        Ui.Choice($"{MemberLines.Isolated(MemberLines.Short(member.Name))} · {texts[$"sector.{member.Sector.Code}"]}", member.Id.ToString());

    private static AdaptiveChoiceSetInput People(string id, string label, Texts texts, IEnumerable<MemberView> members, ImmutableArray<CandidateId> ticked) => new()
    {
        Id = id,
        Label = label,
        IsMultiSelect = true,
        Style = AdaptiveChoiceInputStyle.Compact,
        Wrap = true,
        Choices = [.. members.Select(m => Choice(texts, m))],
        Value = ProposalView.Ids(ticked),
    };

    private static AdaptiveChoiceSetInput One(string id, string label, Texts texts, IEnumerable<MemberView> members) =>
        Ui.ChoiceInput(id, label, null, members.Select(m => Choice(texts, m)));
}
