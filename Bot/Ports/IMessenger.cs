using AdaptiveCards;

using CoordinatorBot.Domain;

namespace CoordinatorBot.Ports;

/// <summary>Whom a message is for.</summary>
public abstract record Addressee
{
    private Addressee()
    {
    }

    /// <summary>A person, in their chat with the bot; it is opened where there is none yet.</summary>
    /// <param name="Id">Who.</param>
    /// <param name="TeamsId">Entra object id; null where Teams doesn't know the person.</param>
    public sealed record Person(PersonId Id, string? TeamsId) : Addressee;

    /// <summary>A channel or group chat the bot was added to.</summary>
    /// <param name="Id">Which.</param>
    public sealed record Channel(ChannelId Id) : Addressee;
}

/// <summary>How a message ended.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>It is there.</summary>
    /// <param name="ActivityId">What Teams calls it, to change it later; null where Teams didn't say.</param>
    public sealed record Delivered(string? ActivityId) : Delivery;

    /// <summary>It is not there, or that isn't known.</summary>
    /// <param name="Code">Why, as a code of <see cref="Domain.Duties.FailureCode"/>; <c>unsure</c> where it may have been delivered.</param>
    public sealed record Failed(string Code) : Delivery;

    /// <summary>Too much was sent lately; surely nothing was delivered.</summary>
    /// <param name="RetryAfter">How long to wait.</param>
    public sealed record Throttled(TimeSpan RetryAfter) : Delivery;
}

/// <summary>Sends cards that nobody is waiting for: what the bot says of its own accord. A refusal is a value; only a fault of the bot itself throws.</summary>
public interface IMessenger
{
    /// <summary>Posts a card as a new message.</summary>
    /// <param name="to">Whom it is for.</param>
    /// <param name="card">The card, at most 25 KB.</param>
    /// <param name="summary">What the notification and a screen reader say.</param>
    /// <param name="cancellationToken">Gives up; whether it was delivered is then open.</param>
    ValueTask<Delivery> PostAsync(Addressee to, AdaptiveCard card, string summary, CancellationToken cancellationToken);

    /// <summary>Replaces the card of a message that was posted before, in place; nobody is notified.</summary>
    /// <param name="to">Whom it was posted to.</param>
    /// <param name="activityId">The message.</param>
    /// <param name="card">The card as it should be.</param>
    /// <param name="summary">What a screen reader says.</param>
    /// <param name="cancellationToken">Gives up; doing it again does no harm.</param>
    ValueTask<Delivery> UpdateAsync(Addressee to, string activityId, AdaptiveCard card, string summary, CancellationToken cancellationToken);
}
