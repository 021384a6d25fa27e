using CoordinatorBot.Cards.Shared;

namespace CoordinatorBot.Ports;

/// <summary>A name and where it gets mail.</summary>
/// <param name="Name">As shown; any script.</param>
/// <param name="Address">The address.</param>
public sealed record Correspondent(string Name, string Address);

/// <summary>A letter with whom it is for.</summary>
/// <param name="Id">
/// What tells it from every other letter, the same on every try: a repeat has the same Message-ID, by which mail programs recognise it. Lower-case
/// letters and digits.
/// </param>
/// <param name="To">Whom it is for.</param>
/// <param name="ReplyTo">Who gets the answers; null for nobody but the bot's own mailbox.</param>
/// <param name="Letter">What it says.</param>
public sealed record Posting(string Id, Correspondent To, Correspondent? ReplyTo, Letter Letter);

/// <summary>
/// Sends letters to people whom Teams doesn't reach. A refusal is a value, as <see cref="IMessenger"/> tells them; only a fault of the bot itself
/// throws.
/// </summary>
public interface IMailer
{
    /// <summary>Hands a letter over to the mail system. That it arrives isn't known: mail that bounces comes back to the mailbox.</summary>
    /// <param name="posting">The letter.</param>
    /// <param name="cancellationToken">Gives up; whether it was taken is then open.</param>
    ValueTask<Delivery> SendAsync(Posting posting, CancellationToken cancellationToken);
}
