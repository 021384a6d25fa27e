using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Exchanges;

/// <summary>What coordinators do with an exchange as a whole.</summary>
public abstract record ExchangeCommand : Command;

/// <summary>Begins an exchange by its title; the rest starts with defaults.</summary>
/// <param name="Id">Made when the question is asked, so that a double click makes one exchange.</param>
/// <param name="Title">1 to 120 characters.</param>
public sealed record CreateExchange(ExchangeId Id, string Title) : ExchangeCommand;

/// <summary>Changes what the exchange is for, or made of.</summary>
/// <param name="Design">As it should be.</param>
public sealed record ChangeDesign(Design Design) : ExchangeCommand;

/// <summary>Sets or moves place and dates. Deadlines follow unless they were set by hand and still fit.</summary>
/// <param name="Terms">As they should be.</param>
public sealed record SetTerms(Terms Terms) : ExchangeCommand;

/// <summary>Sets the deadlines by hand.</summary>
/// <param name="Deadlines">As they should be.</param>
public sealed record SetDeadlines(Deadlines Deadlines) : ExchangeCommand;

/// <summary>Lets a further person coordinate the exchange. Only the owner may.</summary>
/// <param name="Person">Who.</param>
public sealed record AddCoordinator(PersonId Person) : ExchangeCommand;

/// <summary>Takes a coordinator off again: the owner anybody but themselves, everybody themselves.</summary>
/// <param name="Person">Who.</param>
public sealed record RemoveCoordinator(PersonId Person) : ExchangeCommand;

/// <summary>Says when people are reminded, and whether alternates are invited at once.</summary>
/// <param name="Rules">As they should be.</param>
public sealed record SetAnswerRules(AnswerRules Rules) : ExchangeCommand;

/// <summary>Moves the exchange on when the calendar says so. Only the bot does.</summary>
/// <param name="Stage">Where it should stand.</param>
public sealed record ReachStage(Stage Stage) : ExchangeCommand;

/// <summary>Calls the exchange off; invited people are told.</summary>
public sealed record CancelExchange : ExchangeCommand;

/// <summary>Undoes the last thing this person did, where it can still be undone.</summary>
public sealed record UndoLast : ExchangeCommand;
