using CoordinatorBot.Cards.Digests;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Duties;
using CoordinatorBot.Features.People;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Digests;

/// <summary>Posts the digest of a period, or updates it in place. Silent when nothing changed and nobody asked.</summary>
public sealed class PostDigestPerformer(Digester digester, PeopleRegister people, IMessenger messenger, IConfiguration configuration, TimeProvider time) : Performer<ChannelState, PostDigest>
{
    /// <inheritdoc/>
    protected override async ValueTask<Performed> PerformAsync(PostDigest act, Performance<ChannelState> performance, CancellationToken cancellationToken)
    {
        var state = performance.State;
        var from = state.ReadFrom(act.Period);
        var reading = await digester.ReadAsync(act.Period, from, ChatLink, cancellationToken);
        var read = new DigestRead(act.Period, from, reading.ReadTo);
        if (reading.View.Exchanges.IsEmpty && !act.Asked)
            return new Performed.Done { Follows = [read] };
        var texts = Texts.In(await LanguageAsync(state, cancellationToken));
        var card = DigestCard.For(reading.View, texts);
        var summary = DigestCard.Summary(reading.View, texts);
        var channel = new Addressee.Channel(new ChannelId(performance.Stream));
        var delivery = performance.Duty.Progress.Receipt is { } shown
            ? await messenger.UpdateAsync(channel, shown, card, summary, cancellationToken)
            : await messenger.PostAsync(channel, card, summary, cancellationToken);
        return delivery switch
        {
            Delivery.Delivered d => new Performed.Done(d.ActivityId) { Follows = [read] },
            Delivery.Failed f => new Performed.Failed(f.Code),
            Delivery.Throttled t => new Performed.Wait(time.GetUtcNow() + t.RetryAfter),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // Without an app id the bot isn't in Teams, and there is no chat to link to.
    private Uri? ChatLink => configuration["MicrosoftAppId"] is { Length: > 0 } app ? new Uri($"https://teams.microsoft.com/l/chat/0/0?users=28:{Uri.EscapeDataString(app)}") : null;

    private async ValueTask<Language> LanguageAsync(ChannelState state, CancellationToken cancellationToken) =>
        state.Subscriber is { } subscriber && await people.FindAsync(subscriber, cancellationToken) is { } person
            ? Language.Of(person.Language)
            : Language.English;
}
