using AdaptiveCards;

using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Duties;

/// <summary>Brings about duties that are cards: posted once, changed in place afterwards.</summary>
public static class CardDelivery
{
    /// <summary>Shows a card where the duty's key was shown before, otherwise as a new message; also where the old message is gone.</summary>
    /// <param name="messenger">What sends.</param>
    /// <param name="performance">The duty: its receipt is the message that shows it.</param>
    /// <param name="to">Whom it is for.</param>
    /// <param name="card">The card.</param>
    /// <param name="summary">What the notification says.</param>
    /// <param name="time">For waits that Teams asks for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async ValueTask<Performed> ShowAsync<TState>(
        this IMessenger messenger, Performance<TState> performance, Addressee to, AdaptiveCard card, string summary, TimeProvider time, CancellationToken cancellationToken)
    {
        if (performance.Before is { } message)
        {
            var updated = await messenger.UpdateAsync(to, message, card, summary, cancellationToken);
            if (updated is not Delivery.Failed { Code: FailureCode.Gone })
                return Of(updated, time);
        }

        return Of(await messenger.PostAsync(to, card, summary, cancellationToken), time);
    }

    /// <summary>How a delivery counts for the duty.</summary>
    public static Performed Of(Delivery delivery, TimeProvider time) => delivery switch
    {
        Delivery.Delivered d => new Performed.Done(d.ActivityId),
        Delivery.Failed f => new Performed.Failed(f.Code),
        Delivery.Throttled t => new Performed.Wait(time.GetUtcNow() + t.RetryAfter),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
