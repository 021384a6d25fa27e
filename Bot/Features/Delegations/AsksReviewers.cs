using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Duties;
using CoordinatorBot.Features.People;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Asks reviewers, each in their chat.</summary>
internal sealed class AsksReviewers(PeopleRegister people, IMessenger messenger, TimeProvider time) : Performer<ExchangeState, AskReviewer>
{
    protected override async ValueTask<Performed> PerformAsync(AskReviewer act, Performance<ExchangeState> performance, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(act.Reviewer, cancellationToken);
        if (person is { TeamsId: null, Mail: not null })
            person = await people.NominatedAsync(person, cancellationToken);
        if (person is null)
            return new Performed.Failed(FailureCode.NoTeamsIdentity);
        var (x, texts) = (performance.State.Exchange!, Texts.In(Language.Of(person.Language)));
        var owed = performance.State.Review.OwedBy(person.Id, ReviewDesk.Nominees(performance.State)).Count();
        return await messenger.ShowAsync(
            performance, new Addressee.Person(person.Id, person.TeamsId), ReviewCards.Ask(texts, x.Id, x.Design.Title, owed),
            texts.Say("review.ask-heading", ("title", x.Design.Title)), time, cancellationToken);
    }
}
