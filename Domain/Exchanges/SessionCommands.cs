namespace CoordinatorBot.Domain.Exchanges;

/// <summary>
/// What coordinators do with the sessions of the agenda. A session is named by what it was when the person saw it, so that nothing is changed
/// that somebody else changed meanwhile.
/// </summary>
public abstract record SessionCommand : ExchangeCommand;

/// <summary>Adds a session, or changes one. The agenda stays in the order of the clock.</summary>
/// <param name="Was">The session as it was; null to add one.</param>
/// <param name="Session">As it should be.</param>
public sealed record PutSession(AgendaItem? Was, AgendaItem Session) : SessionCommand;

/// <summary>Takes a session off the agenda.</summary>
/// <param name="Session">The session as it was.</param>
public sealed record RemoveSession(AgendaItem Session) : SessionCommand;

/// <summary>Changes places with the session before or after it on the same day; what lies between them stays as long as it was.</summary>
/// <param name="Session">The session as it was.</param>
/// <param name="Earlier">Whether with the one before.</param>
public sealed record MoveSession(AgendaItem Session, bool Earlier) : SessionCommand;

/// <summary>Puts the sessions usual for the format in place of all there are.</summary>
public sealed record TakeUsualSessions : SessionCommand;
