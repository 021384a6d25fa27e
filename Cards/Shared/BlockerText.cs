using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Digests;

namespace CoordinatorBot.Cards.Shared;

/// <summary>Says what holds an exchange up and who owes the next step. The texts are <c>blocker.{type}</c>.</summary>
public static class BlockerText
{
    /// <summary>What is the matter, as a sentence.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="blocker">The blocker.</param>
    /// <param name="state">The exchange, for the names of its cities.</param>
    /// <param name="nameOf">The name of a person.</param>
    public static string Of(Texts texts, Blocker blocker, ExchangeState state, Func<PersonId, string> nameOf)
    {
        string City(DelegationId id) => state.Delegations.TryGetValue(id, out var d) ? d.City : string.Empty;
        return blocker switch
        {
            TermsNeeded => texts["blocker.TermsNeeded"],
            CitiesNeeded => texts["blocker.CitiesNeeded"],
            DelegationUndecided b => texts.Say("blocker.DelegationUndecided", ("city", City(b.Delegation)), ("seated", b.Balance.Seated), ("seats", b.Balance.Seats)),
            NotInvited b => texts.Say("blocker.NotInvited", ("city", City(b.Delegation)), ("count", b.People.Length)),
            SeatsVacant { Next: { } next } b => texts.Say("blocker.SeatsVacant", ("city", City(b.Delegation)), ("count", b.Count), ("person", nameOf(next))),
            SeatsVacant b => texts.Say("blocker.SeatsVacantNobodyNext", ("city", City(b.Delegation)), ("count", b.Count)),
            SubstituteWaits b => texts.Say("blocker.SubstituteWaits", ("person", nameOf(b.Person))),
            SeatUndecided b => texts.Say("blocker.SeatUndecided", ("person", nameOf(b.Person))),
            ProposalWaits b => texts.Say("blocker.ProposalWaits", ("city", City(b.Delegation)), ("seated", b.Balance.Seated), ("seats", b.Balance.Seats)),
            ChangeWaits b => texts.Say("blocker.ChangeWaits", ("city", City(b.Delegation))),
            AnswersMissing b => texts.Say("blocker.AnswersMissing", ("city", City(b.Delegation)), ("count", b.Owes.Length), ("due", b.Due)),
            Undelivered { Person: { } person } b => texts.Say("blocker.Undelivered", ("person", nameOf(person)), ("reason", ReasonOf(texts, b.Code))),
            Undelivered b => texts.Say("blocker.UndeliveredToChannel", ("reason", ReasonOf(texts, b.Code))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Who owes the next step, by name: at most three, and how many more.</summary>
    public static string OwedBy(Texts texts, Blocker blocker, Func<PersonId, string> nameOf)
    {
        const int most = 3;
        var names = blocker.Owes.Take(most).Select(nameOf);
        var more = blocker.Owes.Length - most;
        return more > 0
            ? texts.Say("blocker.owed-by-more", ("people", string.Join(", ", names)), ("count", more))
            : texts.Say("blocker.owed-by", ("people", texts.List(names)));
    }

    /// <summary>Those a blocker names, for whoever has to find their names first.</summary>
    public static IEnumerable<PersonId> PeopleIn(Blocker blocker) => blocker switch
    {
        SeatsVacant { Next: { } next } b => b.Owes.Append(next),
        SeatUndecided b => b.Owes.Append(b.Person),
        SubstituteWaits b => b.Owes.Append(b.Person),
        Undelivered { Person: { } person } b => b.Owes.Append(person),
        _ => blocker.Owes,
    };

    /// <summary>Why something could not be delivered and what helps, by its <see cref="Domain.Duties.FailureCode"/>.</summary>
    public static string ReasonOf(Texts texts, string code) => texts.Has($"undelivered.{code}") ? texts[$"undelivered.{code}"] : texts["undelivered.refused"];
}
