namespace CoordinatorBot.Domain.Exchanges;

/// <summary>There is no such exchange.</summary>
public sealed record ExchangeUnknown : Refusal;

/// <summary>An exchange with this id exists already.</summary>
public sealed record ExchangeExists : Refusal;

/// <summary>Only coordinators may do this.</summary>
public sealed record CoordinatorsOnly : Refusal;

/// <summary>Only those who coordinate this exchange may do this.</summary>
/// <param name="Owner">Whom to ask.</param>
public sealed record NotYourExchange(PersonId Owner) : Refusal;

/// <summary>Who made the exchange coordinates it and can't be taken off.</summary>
/// <param name="Owner">Who.</param>
public sealed record OwnerStays(PersonId Owner) : Refusal;

/// <summary>The person doesn't coordinate the exchange.</summary>
/// <param name="Person">Who.</param>
public sealed record NoCoordinator(PersonId Person) : Refusal;

/// <summary>The exchange was called off.</summary>
public sealed record ExchangeIsCancelled : Refusal;

/// <summary>The exchange has gone past the stage in which this can be done.</summary>
/// <param name="Stage">Where it stands.</param>
public sealed record TooLateInStage(Stage Stage) : Refusal;

/// <summary>A text is missing, or longer than allowed.</summary>
/// <param name="Field">Which: <c>title</c>, <c>theme</c>, <c>city</c>.</param>
/// <param name="Most">Most characters.</param>
public sealed record TextOutOfRange(string Field, int Most) : Refusal;

/// <summary>A size is outside the range of a learning exchange.</summary>
/// <param name="Given">What was asked for.</param>
/// <param name="Min">Fewest.</param>
/// <param name="Max">Most.</param>
public sealed record SizeOutOfRange(int Given, int Min, int Max) : Refusal;

/// <summary>The first day lies in the past.</summary>
/// <param name="StartsOn">The day given.</param>
/// <param name="Today">Today, in the zone of the exchange.</param>
public sealed record StartsInThePast(DateOnly StartsOn, DateOnly Today) : Refusal;

/// <summary>The first day lies so far ahead that the year must be wrong.</summary>
/// <param name="StartsOn">The day given.</param>
/// <param name="Latest">Latest day an exchange can begin.</param>
public sealed record StartsTooFarAhead(DateOnly StartsOn, DateOnly Latest) : Refusal;

/// <summary>The last day lies before the first.</summary>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
public sealed record EndsBeforeItStarts(DateOnly StartsOn, DateOnly EndsOn) : Refusal;

/// <summary>The exchange would last longer than a learning exchange does.</summary>
/// <param name="Days">Days given.</param>
/// <param name="Most">Most days.</param>
public sealed record TooManyDays(int Days, int Most) : Refusal;

/// <summary>The deadlines are not in order, or not before the exchange.</summary>
public sealed record DeadlinesOutOfOrder : Refusal;

/// <summary>A deadline was moved to a day that is over.</summary>
/// <param name="Given">The day given.</param>
/// <param name="Today">Today, in the zone of the exchange.</param>
public sealed record DeadlineInThePast(DateOnly Given, DateOnly Today) : Refusal;

/// <summary>Dates and host city are needed first.</summary>
public sealed record TermsMissing : Refusal;

/// <summary>There is nothing of this person's left to undo here.</summary>
public sealed record NothingToUndo : Refusal;

/// <summary>What was done can't be undone any more, because others acted on it since.</summary>
public sealed record CannotUndoAnyMore : Refusal;
