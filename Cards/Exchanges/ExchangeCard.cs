using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Cards.Exchanges;

/// <summary>How an exchange stands, for its coordinators: what it is, what is missing, when what is due, and who owes the next step.</summary>
public static class ExchangeCard
{
    private const int MostBlockers = 6;
    private const int MostGaps = 3;
    private const int MostDays = 4;

    /// <summary>The card.</summary>
    /// <param name="view">The exchange.</param>
    /// <param name="texts">The language.</param>
    /// <param name="notices">What has just happened, shown on top.</param>
    public static AdaptiveCard For(ExchangeView view, Texts texts, params ImmutableArray<string> notices)
    {
        var x = view.Exchange;
        return Ui.Card(texts.Language,
            [
                notices.IsEmpty ? null : Ui.Box(AdaptiveContainerStyle.Emphasis, notices.Select(n => Ui.Text(n))),
                Ui.Heading(x.Design.Title),
                Ui.Subtle(texts.Say("exchange.subtitle", ("stage", texts[$"stage.{x.Stage}"]), ("format", texts[$"format-name.{x.Design.Format}"]))),
                .. Facts(view, texts),
                .. Cities(view, texts),
                .. Deadlines(view, texts),
                .. Agenda(view, texts),
                .. Blocked(view, texts),
            ],
            Buttons(view, texts));
    }

    private static IEnumerable<AdaptiveElement?> Facts(ExchangeView view, Texts texts)
    {
        var x = view.Exchange;
        yield return Ui.Fact(texts["exchange.when"], x.Terms is { } t ? texts.Say("exchange.when-value", ("days", texts.Days(t.StartsOn, t.EndsOn)), ("zone", t.Zone.Name)) : texts["exchange.not-set"]);
        yield return Ui.Fact(texts["exchange.where"], x.Terms is { } p ? string.Join(", ", new[] { p.HostCity, p.Venue }.OfType<string>()) : view.DraftHostCity ?? texts["exchange.not-set"]);
        yield return Ui.Fact(texts["exchange.change"], x.Design.Change);
        yield return Ui.Fact(texts["exchange.goal"], x.Design.Goal);
        yield return Ui.Fact(texts["exchange.coordinators"], texts.List(x.Coordinators.Select(c => view.NameOf(new(c))).Prepend(view.NameOf(x.Owner)).Where(n => n.Length > 0)));
    }

    private static IEnumerable<AdaptiveElement?> Cities(ExchangeView view, Texts texts)
    {
        if (view.State.Delegations.IsEmpty)
            yield break;
        yield return Ui.Section(texts.Say("exchange.cities", ("count", view.State.Delegations.Count), ("seats", view.State.InOrder.Sum(d => d.Plan.Seats)), ("cap", view.Exchange.Design.SizeCap)));
        foreach (var d in view.State.InOrder)
            yield return Ui.Row(
                Ui.Stack(Ui.Fact(d.City, texts.Say("exchange.seats", ("seated", d.Seated.Count()), ("seats", d.Plan.Seats))), Ui.Subtle(StandingOf(view, d, texts))),
                view.Exchange.Stage <= Stage.Preparing
                    ? Ui.Button(texts["exchange.form"], ExchangeVerbs.FormDelegation, VerbData.Of((ExchangeVerbs.Exchange, view.Exchange.Id.ToString()), (ExchangeVerbs.Delegation, d.Id.ToString())))
                    : null);
    }

    private static string StandingOf(ExchangeView view, Delegation d, Texts texts)
    {
        var invitations = view.State.Invitations.Values.Where(i => i.Delegation == d.Id && !i.Recalled).ToList();
        if (invitations.Count > 0)
            return texts.Say("exchange.city-invited", ("count", invitations.Count),
                ("coming", invitations.Count(i => i.AnswerTo(view.Exchange.TermsRevision)?.Answer is RsvpAnswer.Accepted)),
                ("open", invitations.Count(i => i.AnswerTo(view.Exchange.TermsRevision) is null)));
        if (d.Candidates.IsEmpty)
            return texts["exchange.city-empty"];
        string NameOf(Domain.CandidateId id) => d.Candidates.TryGetValue(id, out var c) ? view.NameOf(c.Person) : string.Empty;
        var balance = Composition.BalanceOf(d);
        // Free seats are told by the count beside the city.
        var gaps = balance.Gaps.Where(g => g is not SeatsFree).Take(MostGaps).Select(g => GapText.Of(texts, g, NameOf)).ToList();
        if (gaps.Count > 0)
            return string.Join(" · ", gaps);
        if (d.Stage >= DelegationStage.Confirmed)
            return texts["exchange.city-decided"];
        return texts[balance.FitsPlan ? "exchange.city-fits" : "exchange.city-has-room"];
    }

    private static IEnumerable<AdaptiveElement?> Deadlines(ExchangeView view, Texts texts)
    {
        if (view.Exchange is not { Deadlines: { } d, Stage: <= Stage.Preparing })
            yield break;
        yield return Ui.Section(texts["exchange.deadlines"]);
        var lines = new[]
        {
            ("nominations", d.NominationsClose, view.Blockers.Any(b => b is DelegationUndecided { Urgent: true })),
            ("invitations", d.InvitationsOut, view.Blockers.Any(b => b is NotInvited { Urgent: true } or DelegationUndecided)),
            ("answers", d.RsvpDue, view.Blockers.Any(b => b is AnswersMissing or NotInvited or DelegationUndecided)),
            ("freeze", d.RosterFreeze, view.State.InOrder.Any(d => d.Stage < DelegationStage.Frozen)),
        };
        var next = lines.Where(l => l.Item2 >= view.Today).Select(l => l.Item2).DefaultIfEmpty().Min();
        foreach (var (name, due, open) in lines)
        {
            var passed = due < view.Today;
            var key = (passed, open) switch
            {
                (true, true) => "exchange.deadline-late",
                (true, false) => "exchange.deadline-done",
                _ => due == next ? "exchange.deadline-next" : "exchange.deadline-ahead",
            };
            yield return Ui.Fact(texts[$"exchange.deadline.{name}"], texts.Say(key, ("day", due)), passed && open ? AdaptiveTextColor.Attention : AdaptiveTextColor.Default);
        }
    }

    private static IEnumerable<AdaptiveElement?> Agenda(ExchangeView view, Texts texts)
    {
        if (view.Exchange is { Terms: null } or { Stage: > Stage.Underway })
            yield break;
        var days = view.Exchange.Design.Agenda.GroupBy(a => a.Day).ToList();
        yield return Ui.Section(texts["agenda.heading"]);
        if (days.Count == 0)
            yield return Ui.Subtle(texts["agenda.empty"]);
        foreach (var day in days.Take(MostDays))
            yield return Ui.Fact(SessionWords.Day(texts, view.Exchange, day.Key), SessionWords.Line(texts, day));
        if (days.Count > MostDays)
            yield return Ui.Subtle(texts.Say("agenda.more-days", ("count", days.Count - MostDays)));
    }

    private static IEnumerable<AdaptiveElement?> Blocked(ExchangeView view, Texts texts)
    {
        // What a city still lacks is said in its own row; here once it holds others up.
        var shown = view.Blockers.Where(b => b is not DelegationUndecided { Urgent: false }).ToList();
        if (shown.Count == 0 || view.Exchange.Stage is Stage.Closed)
            yield break;
        yield return Ui.Section(texts["exchange.blockers"]);
        foreach (var blocker in shown.Take(MostBlockers))
            yield return Ui.Fact(
                texts[blocker.Urgent ? "exchange.urgent" : "exchange.open-point"],
                $"{BlockerText.Of(texts, blocker, view.State, view.NameOf)} {BlockerText.OwedBy(texts, blocker, view.NameOf)}",
                blocker.Urgent ? AdaptiveTextColor.Attention : AdaptiveTextColor.Default);
        if (shown.Count > MostBlockers)
            yield return Ui.Subtle(texts.Say("exchange.more-blockers", ("count", shown.Count - MostBlockers)));
    }

    private static ReadOnlySpan<AdaptiveAction?> Buttons(ExchangeView view, Texts texts)
    {
        var (id, stage) = (view.Exchange.Id, view.Exchange.Stage);
        var undo = view.CanUndo ? Ui.Button(texts[stage is Stage.Cancelled ? "exchange.bring-back" : "exchange.undo"], ExchangeVerbs.Undo, ExchangeVerbs.Of(id, view.Once)) : null;
        if (stage > Stage.Preparing)
            return new[] { undo, stage is Stage.Underway ? Cancel(view, texts) : null };
        var draft = view.Exchange.Terms is null;
        var empty = view.State.Delegations.IsEmpty;
        return new[]
        {
            draft ? Ui.Button(texts["exchange.go-on"], ExchangeVerbs.Resume, ExchangeVerbs.Of(id), Positive) : null,
            view.CanInvite ? Ui.Button(texts["exchange.invite"], ExchangeVerbs.PreviewInvitations, ExchangeVerbs.Of(id, view.Once), Positive) : null,
            draft ? null : Ui.Button(texts["exchange.add-cities"], ExchangeVerbs.AskCities, ExchangeVerbs.Of(id), empty ? Positive : null),
            Ui.Button(texts["exchange.edit"], ExchangeVerbs.Edit, VerbData.Of((ExchangeVerbs.Exchange, id.ToString()), (ExchangeVerbs.Part, nameof(ExchangePart.Design)))),
            undo,
            Cancel(view, texts),
        };
    }

    private const string Positive = "positive";

    private static AdaptiveExecuteAction Cancel(ExchangeView view, Texts texts) =>
        Ui.Button(texts["exchange.cancel"], ExchangeVerbs.AskCancel, ExchangeVerbs.Of(view.Exchange.Id), "destructive");
}
