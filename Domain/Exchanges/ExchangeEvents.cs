using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Exchanges;

/// <summary>What happens to an exchange as a whole.</summary>
public abstract record ExchangeEvent : Event;

/// <summary>A coordinator began to design an exchange.</summary>
/// <param name="Id">The exchange.</param>
/// <param name="Owner">Who made it.</param>
/// <param name="Design">What it starts with.</param>
public sealed record ExchangeCreated(ExchangeId Id, PersonId Owner, Design Design) : ExchangeEvent;

/// <summary>What the exchange is for, or made of, was changed.</summary>
/// <param name="Design">As it is now.</param>
public sealed record DesignChanged(Design Design) : ExchangeEvent;

/// <summary>Place or dates were set or moved: answers to the terms before count no more.</summary>
/// <param name="Terms">As they are now.</param>
/// <param name="Revision">Their revision; the old one again when a move was undone.</param>
public sealed record TermsSet(Terms Terms, int Revision) : ExchangeEvent;

/// <summary>The deadlines were set, by the timeline or by hand.</summary>
/// <param name="Deadlines">As they are now.</param>
/// <param name="ByHand">Whether a person set them.</param>
public sealed record DeadlinesSet(Deadlines Deadlines, bool ByHand = false) : ExchangeEvent;

/// <summary>A further coordinator may now do what the owner may.</summary>
/// <param name="Person">Who.</param>
public sealed record CoordinatorAdded(PersonId Person) : ExchangeEvent;

/// <summary>A coordinator was taken off again.</summary>
/// <param name="Person">Who.</param>
public sealed record CoordinatorRemoved(PersonId Person) : ExchangeEvent;

/// <summary>When people are reminded, or what follows when a seat becomes free, was changed.</summary>
/// <param name="Rules">As they are now.</param>
public sealed record AnswerRulesSet(AnswerRules Rules) : ExchangeEvent;

/// <summary>The calendar moved the exchange on.</summary>
/// <param name="Stage">Where it stands now.</param>
public sealed record StageReached(Stage Stage) : ExchangeEvent;

/// <summary>The exchange was called off.</summary>
public sealed record ExchangeCancelled : ExchangeEvent;

/// <summary>Calling it off was taken back.</summary>
public sealed record ExchangeRestored : ExchangeEvent;

/// <summary>A command was undone; the events that follow in the same commit undo it.</summary>
/// <param name="Command">The command undone.</param>
public sealed record CommandUndone(CommandId Command) : ExchangeEvent;
