using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Says what a delegation should be made of.</summary>
public sealed partial class EditSeatPlan(WhichDelegation which, DelegationDesk desk) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("plan", Where.Personal, true, 220, AskAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(DelegationVerbs.Plan, (turn, press, ct) => desk.OnAsync(turn, press, async open => new PressAnswer.Replaced(Form(turn, await desk.ViewAsync(turn, open, ct))), ct)),
        new(DelegationVerbs.SetPlan, (turn, press, ct) => desk.OnAsync(turn, press, open => SetAsync(turn, open, press, ct), ct)),
    ];

    private async ValueTask AskAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, argument, true, cancellationToken) is { } open)
            turn.Replies.Show(Form(turn, await desk.ViewAsync(turn, open, cancellationToken)), turn.Texts.Say("delegation.plan-heading", ("city", open.Delegation.City)));
    }

    private async ValueTask<PressAnswer> SetAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var form = new SeatPlanForm(
            press.Written(SeatPlanCard.Seats), [.. Sector.All.Select(s => press.Written(SeatPlanCard.InputOf(s)))],
            press.Written(SeatPlanCard.Most), press.Choices(SeatPlanCard.MustHave));
        var (plan, flaw) = Read(turn.Texts, form);
        if (plan is not null)
        {
            (open, var refusal) = await desk.SendAsync(turn, open, new SetSeatPlan(open.Delegation.Id, plan), "plan", cancellationToken);
            if (refusal is null)
                return await desk.ReplacedAsync(turn, open, Say.WithUndo(turn.Texts, "delegation.plan-saved"), cancellationToken);
            flaw = await desk.SayAsync(turn, refusal, cancellationToken);
        }

        return new PressAnswer.Replaced(SeatPlanCard.For(turn.Texts, await desk.ViewAsync(turn, open, cancellationToken), form, flaw));
    }

    /// <summary>The plan as written, or why it is none.</summary>
    private static (SeatPlan? Plan, string? Flaw) Read(Texts texts, SeatPlanForm form)
    {
        var (min, max) = SeatPlan.SeatRange;
        if (Number(form.Seats) is not { } seats || seats < min || seats > max)
            return (null, texts.Say("delegation.plan-seats-number", ("min", min), ("max", max)));
        if (Number(form.Most) is not { } most || most < 1 || most > max)
            return (null, texts.Say("delegation.plan-most-number", ("min", 1), ("max", max)));
        var ranges = ImmutableArray.CreateBuilder<SectorRange>();
        foreach (var (sector, said) in Sector.All.Zip(form.Sectors))
        {
            if (said.Length == 0)
                continue;
            if (RangeOf(said) is not { } range)
                return (null, texts.Say("delegation.plan-range", ("sector", texts[$"sector.{sector.Code}"]), ("said", said)));
            ranges.Add(new SectorRange(sector, range));
        }

        return (new SeatPlan(seats, ranges.ToImmutable(), most, [.. form.MustHave.Select(m => Guid.TryParse(m, out var id) ? id : Guid.Empty).Select(CandidateId.From)]), null);
    }

    private static Domain.Delegations.Range? RangeOf(string said) => RangeWritten().Match(said) is { Success: true } match
        && Number(match.Groups["min"].Value) is { } min && Number(match.Groups["max"].Success ? match.Groups["max"].Value : match.Groups["min"].Value) is { } max
        ? new Domain.Delegations.Range(min, max)
        : null;

    private static int? Number(string said) => int.TryParse(said, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static AdaptiveCards.AdaptiveCard Form(Turn turn, DelegationView view) => SeatPlanCard.For(turn.Texts, view, SeatPlanForm.Of(view.Plan));

    [GeneratedRegex(@"^\s*(?<min>\d{1,4})\s*(?:(?:-|–|—|\.\.|to|a|à|al)\s*(?<max>\d{1,4}))?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex RangeWritten();
}
