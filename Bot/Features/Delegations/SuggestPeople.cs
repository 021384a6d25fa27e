using System.Collections.Immutable;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.People;
using CoordinatorBot.Features.People.Import;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Suggests whom to put forward: people of past exchanges, and people of the organisation's directory.</summary>
public sealed class SuggestPeople(WhichDelegation which, DelegationDesk desk, NominatePeople nominate, PastPeople past, PeopleRegister people, IDirectory directory) : IChatFeature, ICardFeature
{
    private const int MostSearched = 80;

    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands =>
    [
        new("past-people", Where.Personal, false, 222, PastAsync, HelpTopic.Delegations),
        new("find", Where.Personal, false, 224, FindAsync, HelpTopic.Delegations),
    ];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(DelegationVerbs.Past, (turn, press, ct) => desk.OnAsync(turn, press, async open => new PressAnswer.Replaced(await PastCardAsync(turn, open, null, ct)), ct)),
        new(DelegationVerbs.PutForward, (turn, press, ct) => desk.OnAsync(turn, press, open => PutForwardAsync(turn, open, press, ct), ct)),
        new(DelegationVerbs.PutForwardFound, (turn, press, ct) => desk.OnAsync(turn, press, open => PutForwardFoundAsync(turn, open, press, ct), ct)),
    ];

    private async ValueTask PastAsync(Turn turn, string city, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, city, true, cancellationToken) is { } open)
            turn.Replies.Show(await PastCardAsync(turn, open, null, cancellationToken), turn.Texts.Say("past.heading", ("city", open.Delegation.City)));
    }

    private async ValueTask FindAsync(Turn turn, string said, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, string.Empty, true, cancellationToken) is not { } open)
            return;
        var name = CellText.Clean(said);
        if (name.Length is 0 or > MostSearched)
        {
            turn.Replies.Say(turn.Texts["found.whom"]);
            return;
        }

        var (card, problem) = await FoundCardAsync(turn, open, name, null, cancellationToken);
        if (card is null)
            turn.Replies.Say(problem!);
        else
            turn.Replies.Show(card, turn.Texts.Say("found.heading", ("said", name)));
    }

    private async ValueTask<PressAnswer> PutForwardAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        // Only who is suggested can be put forward: the button's data is read, not trusted.
        var asked = press.Id(PastPeopleCard.Person);
        if ((await past.OfCityAsync(open, cancellationToken)).FirstOrDefault(p => p.Person.Id.Value == asked) is not { } known)
            return new PressAnswer.Replaced(await PastCardAsync(turn, open, turn.Texts["past.gone"], cancellationToken));
        var done = await nominate.AddKnownAsync(turn, open, known.Person, known.Sector, cancellationToken);
        var note = done.Refusal is { } why ? await desk.SayAsync(turn, why, cancellationToken) : string.Join('\n', done.Lines(turn.Texts));
        return new PressAnswer.Replaced(await PastCardAsync(turn, done.Now, note, cancellationToken));
    }

    private async ValueTask<PressAnswer> PutForwardFoundAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var searched = press.Text(PastPeopleCard.Searched) ?? string.Empty;
        if (await directory.FindByIdAsync(press.Text(PastPeopleCard.Person) ?? string.Empty, cancellationToken) is not { } entry)
            return new PressAnswer.Told(turn.Texts["nominee.directory-unknown"]);
        var person = await people.NominatedAsync(
            new Person(new PersonId(turn.NewId("found")), entry.Name, entry.Mail.Length == 0 ? null : entry.Mail, entry.Title, entry.Organisation, TeamsId: entry.AadObjectId), cancellationToken);
        var done = await nominate.AddKnownAsync(turn, open, person, person.Sector ?? Sector.Unknown, cancellationToken);
        var note = done.Refusal is { } why ? await desk.SayAsync(turn, why, cancellationToken) : string.Join('\n', done.Lines(turn.Texts));
        var (card, problem) = await FoundCardAsync(turn, done.Now, searched, note, cancellationToken);
        return card is null ? await desk.ReplacedAsync(turn, done.Now, $"{note}\n{problem}", cancellationToken) : new PressAnswer.Replaced(card);
    }

    private async ValueTask<AdaptiveCards.AdaptiveCard> PastCardAsync(Turn turn, OpenDelegation open, string? note, CancellationToken cancellationToken)
    {
        var texts = turn.Texts;
        var found = await past.OfCityAsync(open, cancellationToken);
        return PastPeopleCard.Past(texts, await desk.ViewAsync(turn, open, cancellationToken), [.. found.Select(p => new SuggestedPersonView(
            p.Person.Id.ToString(), p.Person.Name, p.Person.Title, p.Person.Organisation, p.Sector, From(turn, p)))], note);
    }

    private static string From(Turn turn, PastPerson p) => turn.Texts.Say(
        p.TookPart ? "past.took-part" : "past.was-nominated", ("title", p.Year is { } year ? $"{p.Title} ({year.ToString(System.Globalization.CultureInfo.InvariantCulture)})" : p.Title));

    // Null where there is nothing to show, with why.
    private async ValueTask<(AdaptiveCards.AdaptiveCard? Card, string? Problem)> FoundCardAsync(Turn turn, OpenDelegation open, string name, string? note, CancellationToken cancellationToken)
    {
        var texts = turn.Texts;
        var answer = await directory.SearchAsync(name, PastPeopleCard.Most, cancellationToken);
        if (answer.Problem is { } problem)
            return (null, texts[$"found.problem.{problem}"]);
        var here = await desk.ViewAsync(turn, open, cancellationToken);
        var mails = here.Members.Select(m => m.Mail).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        ImmutableArray<SuggestedPersonView> found = [.. answer.People.Where(p => !mails.Contains(p.Mail)).Select(p => new SuggestedPersonView(p.AadObjectId, p.Name, p.Title, p.Organisation, null, null))];
        return answer.People.Count == 0
            ? (null, texts.Say("found.nobody", ("said", name)))
            : (PastPeopleCard.Found(texts, here, name, found, note), null);
    }
}
