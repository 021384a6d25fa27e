using System.Collections.Immutable;

using CoordinatorBot.Domain.Access;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Exchanges;

/// <summary>Decides what coordinators ask of an exchange as a whole.</summary>
internal static class ExchangeDecisions
{
    public static Outcome Decide(ExchangeState state, Envelope e)
    {
        if (e.Command is CreateExchange create)
            return Create(state, e, create);
        if (state.Exchange is not { } x)
            return new ExchangeUnknown();
        if (e.Command is ReachStage reach)
            return Reach(x, e, reach);
        if (e.Command is UndoLast)
            return Undo.Decide(state, x, e.Actor);
        // Also after the end, and where it was called off: people are still to be thanked or told.
        if (e.Command is ExportRoster export)
            return RosterExports.Decide(state, x, e.Actor, export);
        if (Permission.ToCoordinate(x, e.Actor) is { } refused)
            return refused;
        if (x.Stage is Stage.Cancelled)
            return new ExchangeIsCancelled();
        return e.Command switch
        {
            SessionCommand c => SessionDecisions.Decide(x, c),
            ChangeDesign c => Change(state, x, c.Design),
            SetTerms c => Moved(state, Set(x, c.Terms, e.At), e.At),
            SetDeadlines c => Moved(state, Set(x, c.Deadlines, e.At), e.At),
            SetAnswerRules c => Set(x, c.Rules),
            AddCoordinator c => Add(x, e.Actor, c.Person),
            RemoveCoordinator c => Remove(x, e.Actor, c.Person),
            CancelExchange => StageMachine.MayCancel(x.Stage) ? new ExchangeCancelled() : new TooLateInStage(x.Stage),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Outcome Create(ExchangeState state, Envelope e, CreateExchange create)
    {
        if (e.Actor is not { Standing: Standing.Coordinator, Person: { } owner })
            return new CoordinatorsOnly();
        if (state.Exchange is not null)
            return new ExchangeExists();
        var design = ExchangeDefaults.Design(create.Title.Trim());
        return Flaw(design) is { } flaw ? flaw : new ExchangeCreated(create.Id, owner, design);
    }

    private static Outcome Change(ExchangeState state, Exchange x, Design design)
    {
        design = design with { Title = design.Title.Trim() };
        if (Flaw(design) is { } flaw)
            return flaw;
        var together = state.InOrder.Sum(d => d.Plan.Seats);
        if (together > design.SizeCap)
            return new ExceedsSizeCap(together, design.SizeCap);
        return design == x.Design ? Outcome.Accept() : new DesignChanged(design);
    }

    private static Refusal? Flaw(Design design)
    {
        if (design.Title.Length is 0 or > ExchangeDefaults.TitleMost)
            return new TextOutOfRange("title", ExchangeDefaults.TitleMost);
        foreach (var (name, text) in new[] { ("theme", design.Theme), ("goal", design.Goal), ("change", design.Change) })
            if (text?.Length > ExchangeDefaults.TextMost)
                return new TextOutOfRange(name, ExchangeDefaults.TextMost);
        if (design.LearningQuestions.Any(q => q.Trim().Length is 0 or > ExchangeDefaults.TextMost))
            return new TextOutOfRange("question", ExchangeDefaults.TextMost);
        if (design.Agenda.Any(a => a.Title?.Length > ExchangeDefaults.TitleMost))
            return new TextOutOfRange("session", ExchangeDefaults.TitleMost);
        var (min, max) = ExchangeDefaults.SizeRange;
        return design.SizeCap < min || design.SizeCap > max ? new SizeOutOfRange(design.SizeCap, min, max) : null;
    }

    private static Outcome Set(Exchange x, Terms terms, DateTimeOffset at)
    {
        terms = terms with { HostCity = terms.HostCity.Trim() };
        var today = terms.Zone.DateOf(at);
        if (terms.HostCity.Length is 0 or > ExchangeDefaults.CityMost)
            return new TextOutOfRange("city", ExchangeDefaults.CityMost);
        if (terms.Venue?.Length > ExchangeDefaults.TextMost)
            return new TextOutOfRange("venue", ExchangeDefaults.TextMost);
        if (terms.StartsOn <= today && terms.StartsOn != x.Terms?.StartsOn)
            return new StartsInThePast(terms.StartsOn, today);
        if (terms.StartsOn > today.AddYears(ExchangeDefaults.MostYearsAhead))
            return new StartsTooFarAhead(terms.StartsOn, today.AddYears(ExchangeDefaults.MostYearsAhead));
        if (terms.EndsOn < terms.StartsOn)
            return new EndsBeforeItStarts(terms.StartsOn, terms.EndsOn);
        if (terms.Days > ExchangeDefaults.MostDays)
            return new TooManyDays(terms.Days, ExchangeDefaults.MostDays);
        if (x.Stage > Stage.Preparing)
            return new TooLateInStage(x.Stage);
        if (terms == x.Terms)
            return Outcome.Accept();
        var moved = new TermsSet(terms, x.LastTermsRevision + 1);
        return terms.StartsOn == x.Terms?.StartsOn || StillFit(x, terms, today)
            ? Outcome.Accept([moved, .. SizedAgenda(x, terms)])
            : Outcome.Accept([moved, new DeadlinesSet(Timeline.Deadlines(today, terms.StartsOn)), .. SizedAgenda(x, terms)]);
    }

    // Deadlines set by hand stay when the dates move, as long as they are in order and leave time to answer.
    private static bool StillFit(Exchange x, Terms terms, DateOnly today) =>
        x is { DeadlinesByHand: true, Deadlines: { } deadlines } && InOrder(deadlines, terms) && deadlines.RsvpDue >= today;

    private static bool InOrder(Deadlines deadlines, Terms terms) =>
        deadlines.NominationsClose <= deadlines.RsvpDue && deadlines.InvitationsOut <= deadlines.RsvpDue
        && deadlines.RsvpDue <= deadlines.RosterFreeze && deadlines.RosterFreeze <= terms.StartsOn;

    // The agenda follows the number of days as long as nobody has written one of their own.
    private static IEnumerable<Event> SizedAgenda(Exchange x, Terms terms)
    {
        var untouched = x.Design.Agenda.SequenceEqual(ExchangeDefaults.Agenda(x.Design.Format, SessionDecisions.DaysOf(x)));
        var sized = ExchangeDefaults.Agenda(x.Design.Format, terms.Days);
        if (untouched && !sized.SequenceEqual(x.Design.Agenda))
            yield return new DesignChanged(x.Design with { Agenda = sized });
    }

    private static Outcome Set(Exchange x, Deadlines deadlines, DateTimeOffset at)
    {
        if (x is not { Terms: { } terms, Deadlines: { } before })
            return new TermsMissing();
        if (x.Stage > Stage.Preparing)
            return new TooLateInStage(x.Stage);
        if (!InOrder(deadlines, terms))
            return new DeadlinesOutOfOrder();
        var today = terms.Zone.DateOf(at);
        // Those left as they were may have passed; one that is moved is moved to a day that can still be met.
        foreach (var (given, was) in new[]
        {
            (deadlines.NominationsClose, before.NominationsClose), (deadlines.InvitationsOut, before.InvitationsOut),
            (deadlines.RsvpDue, before.RsvpDue), (deadlines.RosterFreeze, before.RosterFreeze),
        })
            if (given != was && given < today)
                return new DeadlineInThePast(given, today);
        return deadlines == before ? Outcome.Accept() : new DeadlinesSet(deadlines, ByHand: true);
    }

    private static Outcome Add(Exchange x, Actor actor, PersonId person)
    {
        if (actor.Person != x.Owner)
            return new NotYourExchange(x.Owner);
        return x.IsCoordinatedBy(person) ? Outcome.Accept() : new CoordinatorAdded(person);
    }

    private static Outcome Remove(Exchange x, Actor actor, PersonId person)
    {
        if (person == x.Owner)
            return new OwnerStays(x.Owner);
        if (actor.Person != x.Owner && actor.Person != person)
            return new NotYourExchange(x.Owner);
        return x.Coordinators.Contains(person.Value) ? new CoordinatorRemoved(person) : new NoCoordinator(person);
    }

    private static Outcome Set(Exchange x, AnswerRules rules)
    {
        if (x.Stage > Stage.Preparing)
            return new TooLateInStage(x.Stage);
        var days = rules.RemindDays.Distinct().OrderDescending().ToImmutableArray();
        var (min, max) = AnswerRules.DayRange;
        if (days.Length > AnswerRules.MostReminders || days.Any(d => d < min || d > max))
            return new RemindersOutOfRange(AnswerRules.MostReminders, min, max);
        rules = rules with { RemindDays = days };
        return rules == x.Rules ? Outcome.Accept() : new AnswerRulesSet(rules);
    }

    // What a day that passed brought about is taken back where it has moved on.
    private static Outcome Moved(ExchangeState state, Outcome outcome, DateTimeOffset at) => outcome.Events.IsEmpty
        ? outcome
        : Outcome.Accept([.. outcome.Events, .. RosterDecisions.Thawed(state, outcome.Events, at), .. DeadlineDecisions.Revived(state, outcome.Events, at)]);

    private static Outcome Reach(Exchange x, Envelope e, ReachStage reach)
    {
        if (e.Actor.Standing is not Standing.Bot)
            return new CoordinatorsOnly();
        return StageMachine.MayReach(x.Stage, reach.Stage) ? new StageReached(reach.Stage) : Outcome.Accept();
    }
}
