using System.Collections.Immutable;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.People;
using CoordinatorBot.Features.People.Import;
using CoordinatorBot.Ports;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Names who reviews the nominees of an exchange, and shows who still owes scores. Each named is asked by a card of their own.</summary>
public sealed class NameTheReviewers(
    CurrentExchange exchange, ReviewDesk desk, PeopleRegister people, IDirectory directory, StreamGate<ExchangeState> gate, Refusals refusals) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("reviewers", Where.Personal, true, 237, AskAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs => [new(ReviewCards.ShowReviewers, ShowAsync), new(ReviewCards.SaveReviewers, SaveAsync)];

    private async ValueTask AskAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await exchange.OfAsync(turn, cancellationToken) is not { Exchange: { } x } state)
            CurrentExchange.SayWhich(turn);
        else if (!x.IsCoordinatedBy(turn.Viewer.Person))
            turn.Replies.Say(await refusals.TextAsync(turn, new NotYourExchange(x.Owner), cancellationToken));
        else
            turn.Replies.Show(ReviewCards.Reviewers(turn.Texts, await desk.ReviewersAsync(turn, state, cancellationToken)), turn.Texts["review.reviewers-heading"]);
    }

    private async ValueTask<PressAnswer> ShowAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var (state, why) = await FindAsync(turn, press, cancellationToken);
        return state is null ? new PressAnswer.Told(why!) : new PressAnswer.Replaced(ReviewCards.Reviewers(turn.Texts, await desk.ReviewersAsync(turn, state, cancellationToken)));
    }

    private async ValueTask<PressAnswer> SaveAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var (state, why) = await FindAsync(turn, press, cancellationToken);
        if (state is null)
            return new PressAnswer.Told(why!);
        var mail = press.Written(ReviewCards.Mail);
        var stay = press.Choices(ReviewCards.Stay).ToHashSet();
        ImmutableArray<PersonId> staying = [.. state.Review.Reviewers.Where(r => stay.Contains(r.ToString()))];
        var (added, flaw) = await AddedAsync(turn, state, staying, press.Written(ReviewCards.Directory), mail, cancellationToken);
        if (flaw is not null)
            return new PressAnswer.Replaced(ReviewCards.Reviewers(turn.Texts, await desk.ReviewersAsync(turn, state, cancellationToken), mail, flaw: flaw));
        var answer = await gate.SendAsync(state.Exchange!.Id.Value, turn.Envelope(new NameReviewers([.. staying, .. added])), cancellationToken);
        var view = await desk.ReviewersAsync(turn, answer.State, cancellationToken);
        return new PressAnswer.Replaced(answer.Outcome.Refusal is { } refusal
            ? ReviewCards.Reviewers(turn.Texts, view, mail, flaw: await refusals.TextAsync(turn, refusal, cancellationToken))
            : ReviewCards.Reviewers(turn.Texts, view, note: Say.WithUndo(turn.Texts, added.IsEmpty ? "review.reviewers-saved" : "review.reviewer-asked")));
    }

    private async ValueTask<(ImmutableArray<PersonId> Added, string? Flaw)> AddedAsync(
        Turn turn, ExchangeState state, ImmutableArray<PersonId> staying, string chosen, string written, CancellationToken cancellationToken)
    {
        var entry = chosen.Length == 0 ? null : await directory.FindByIdAsync(chosen, cancellationToken);
        if (chosen.Length > 0 && entry is null)
            return ([], turn.Texts["nominee.directory-unknown"]);
        if (entry is null && written.Length == 0)
            return ([], null);
        if (!NomineeMail.TryParse(entry is { Mail.Length: > 0 } ? entry.Mail : written, out var mail))
            return ([], turn.Texts.Say("delegation.mail-bad", ("said", NomineeProblemText.Excerpt(written))));
        // Who would be refused is not stored.
        if (ExchangeStream.Decide(state, turn.Envelope(new NameReviewers([.. staying, new PersonId(turn.NewId("would"))]), "would")).Refusal is { } refused)
            return ([], await refusals.TextAsync(turn, refused, cancellationToken));
        entry ??= await directory.FindByMailAsync(mail.Address, cancellationToken);
        var person = await people.NominatedAsync(
            new Person(new PersonId(turn.NewId("reviewer")), entry?.Name ?? mail.Address, mail.Address, entry?.Title, entry?.Organisation, TeamsId: entry?.AadObjectId), cancellationToken);
        return ([person.Id], null);
    }

    private async ValueTask<(ExchangeState? State, string? Why)> FindAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var state = press.Id(ReviewCards.Exchange) is { } id ? (await gate.ReadAsync(id, cancellationToken)).State : ExchangeState.Initial;
        Refusal? why = state.Exchange is not { } x ? new ExchangeUnknown()
            : x.IsCoordinatedBy(turn.Viewer.Person) ? null
            : turn.Viewer.Standing is Standing.Coordinator ? new NotYourExchange(x.Owner) : new CoordinatorsOnly();
        return why is null ? (state, null) : (null, await refusals.TextAsync(turn, why, cancellationToken));
    }
}
