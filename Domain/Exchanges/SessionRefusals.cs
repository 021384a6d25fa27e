namespace CoordinatorBot.Domain.Exchanges;

/// <summary>The session is on the agenda no more as it was.</summary>
public sealed record SessionUnknown : Refusal;

/// <summary>The session would lie before the first or after the last day.</summary>
/// <param name="Day">Day given.</param>
/// <param name="Days">Days of the exchange.</param>
public sealed record SessionOutsideDates(int Day, int Days) : Refusal;

/// <summary>Another session takes place at that time.</summary>
/// <param name="Other">The other.</param>
public sealed record SessionsOverlap(AgendaItem Other) : Refusal;

/// <summary>The session is shorter or longer than one can be.</summary>
/// <param name="Given">Minutes given.</param>
/// <param name="Min">Fewest minutes.</param>
/// <param name="Max">Most minutes.</param>
public sealed record SessionLengthOutOfRange(int Given, int Min, int Max) : Refusal;

/// <summary>The session would go on past midnight.</summary>
public sealed record SessionPastMidnight : Refusal;

/// <summary>The agenda has as many sessions as it can have.</summary>
/// <param name="Most">Most sessions.</param>
public sealed record TooManySessions(int Most) : Refusal;

/// <summary>There is no session before it, or after it, on its day.</summary>
/// <param name="Earlier">Whether it was to be earlier.</param>
public sealed record NoSessionBeside(bool Earlier) : Refusal;
