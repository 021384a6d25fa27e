using System.Collections.Immutable;

using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;

namespace CoordinatorBot.Cards.Exchanges;

/// <summary>Says what was undone, by the events that undid it.</summary>
public static class UndoneText
{
    /// <summary>One sentence for what matters most of it.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="events">The events that undid it.</param>
    /// <param name="before">The exchange before, for the names of cities that went.</param>
    /// <param name="after">The exchange as it is now.</param>
    public static string Of(Texts texts, ImmutableArray<Event> events, ExchangeState before, ExchangeState after)
    {
        string City(DelegationId id) => (after.Delegations.GetValueOrDefault(id) ?? before.Delegations.GetValueOrDefault(id))?.City ?? string.Empty;
        string Many<T>(string key) where T : Event => texts.Say(key, ("count", events.Count(e => e is T)));
        // The first that matches is what the person did; the rest came with it.
        return Foremost(events) switch
        {
            ExchangeRestored => texts["undone.ExchangeRestored"],
            TermsSet e => texts.Say("undone.TermsSet", ("days", texts.Days(e.Terms.StartsOn, e.Terms.EndsOn)), ("city", e.Terms.HostCity)),
            DeadlinesSet => texts["undone.DeadlinesSet"],
            DesignChanged => texts["undone.DesignChanged"],
            CoordinatorRemoved => texts["undone.CoordinatorRemoved"],
            CoordinatorAdded => texts["undone.CoordinatorAdded"],
            AnswerRulesSet => texts["undone.AnswerRulesSet"],
            DelegationReopened e when after.Delegations[e.Delegation].Stage is DelegationStage.Forming && before.Delegations[e.Delegation].Stage is DelegationStage.Proposed =>
                texts.Say("undone.Proposal", ("city", City(e.Delegation))),
            ChangeTakenBack => texts["undone.ChangeTakenBack"],
            RemindersMuted or RemindersUnmuted => texts["undone.Muting"],
            AnswerOverdue or InvitationRevived => texts["undone.SeatDecision"],
            CityAdded e => texts.Say("undone.CityAdded", ("city", e.City)),
            CityRemoved => texts.Say("undone.CityRemoved", ("count", events.Count(e => e is CityRemoved)), ("cities", texts.List(events.OfType<CityRemoved>().Select(e => City(e.Delegation)).Reverse()))),
            InvitationRecalled => Many<InvitationRecalled>("undone.InvitationRecalled"),
            CandidateWithdrawn => Many<CandidateWithdrawn>("undone.CandidateWithdrawn"),
            CandidateNominated => Many<CandidateNominated>("undone.CandidateNominated"),
            CandidateCorrected => texts["undone.CandidateCorrected"],
            CandidatesRanked e => texts.Say("undone.CandidatesRanked", ("city", City(e.Delegation))),
            ReviewersNamed => texts["undone.ReviewersNamed"],
            OpinionEvent => texts["undone.Scores"],
            PeopleAskedAgain => texts["undone.PeopleAskedAgain"],
            SeatPlanSet e => texts.Say("undone.SeatPlanSet", ("city", City(e.Delegation))),
            LeadNamed e => texts.Say("undone.LeadNamed", ("city", City(e.Delegation))),
            DelegationReopened e => texts.Say("undone.DelegationReopened", ("city", City(e.Delegation))),
            SeatTaken or SeatVacated => texts["undone.Seats"],
            _ => texts["undone.Other"],
        };
    }

    private static Event? Foremost(ImmutableArray<Event> events) => events.Where(e => e is not CommandUndone).MinBy(e => e switch
    {
        ExchangeRestored or TermsSet or CoordinatorRemoved or CoordinatorAdded => 0,
        CityAdded or CityRemoved or InvitationRecalled => 1,
        CandidateWithdrawn or CandidateNominated => 2,
        ChangeTakenBack or RemindersMuted or RemindersUnmuted or AnswerOverdue or InvitationRevived => 3,
        SeatPlanSet or LeadNamed or DelegationReopened or CandidateCorrected => 3,
        DeadlinesSet or DesignChanged or AnswerRulesSet => 4,
        _ => 5,
    });
}
