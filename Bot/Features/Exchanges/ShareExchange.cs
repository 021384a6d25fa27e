using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.People;
using CoordinatorBot.Features.People.Import;
using CoordinatorBot.Ports;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>Lets somebody else coordinate an exchange, too, by their mail address; and takes them off again.</summary>
public sealed class ShareExchange(
    CurrentExchange current, ExchangeCards cards, PeopleRegister people, IDirectory directory, StreamGate<ExchangeState> gate, Refusals refusals) : IChatFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("add-coordinator", Where.Personal, true, 70, ShareAsync), new("remove-coordinator", Where.Personal, true, 71, RemoveAsync)];

    private async ValueTask ShareAsync(Turn turn, string written, CancellationToken cancellationToken)
    {
        if (await current.OfAsync(turn, cancellationToken) is not { Exchange: { } x })
        {
            CurrentExchange.SayWhich(turn);
            return;
        }

        if (!NomineeMail.TryParse(written, out var mail))
        {
            turn.Replies.Say(turn.Texts["exchange.coordinator-mail"]);
            return;
        }

        // The answer to somebody who may not share must not tell, nor store, whose address it is.
        if (x.Owner != turn.Viewer.Person)
        {
            turn.Replies.Say(await refusals.TextAsync(turn, new NotYourExchange(x.Owner), cancellationToken));
            return;
        }

        var person = await OfMailAsync(turn, mail.Address, cancellationToken);
        var answer = await gate.SendAsync(x.Id.Value, turn.Envelope(new AddCoordinator(person.Id)), cancellationToken);
        if (answer.Outcome.Refusal is { } refusal)
            turn.Replies.Say(await refusals.TextAsync(turn, refusal, cancellationToken));
        else
            await cards.ShowAsync(turn, answer.State, cancellationToken,
                turn.Texts.Say(answer.Outcome.Events.IsEmpty ? "exchange.coordinator-already" : "exchange.coordinator-added", ("person", person.Name)));
    }

    private async ValueTask RemoveAsync(Turn turn, string written, CancellationToken cancellationToken)
    {
        if (await current.OfAsync(turn, cancellationToken) is not { Exchange: { } x })
        {
            CurrentExchange.SayWhich(turn);
            return;
        }

        // Told only to those who coordinate it who else does.
        if (!x.IsCoordinatedBy(turn.Viewer.Person))
        {
            turn.Replies.Say(await refusals.TextAsync(turn, new NotYourExchange(x.Owner), cancellationToken));
            return;
        }

        var coordinators = await people.FindAsync(x.Coordinators.Select(PersonId.From).Append(x.Owner), cancellationToken);
        var wanted = CommandTable.Fold(written);
        var found = wanted.Length == 0 ? [] : coordinators.Values.Where(p => CommandTable.Fold(p.Mail ?? string.Empty) == wanted || CommandTable.Fold(p.Name).Contains(wanted, StringComparison.Ordinal)).ToList();
        if (found is not [var person])
        {
            turn.Replies.Say(turn.Texts.Say("exchange.coordinator-remove-who",
                ("command", turn.Texts.WordOf("remove-coordinator")), ("people", turn.Texts.List(coordinators.Values.Select(p => p.Name).Order(StringComparer.CurrentCulture)))));
            return;
        }

        var answer = await gate.SendAsync(x.Id.Value, turn.Envelope(new RemoveCoordinator(person.Id)), cancellationToken);
        turn.Replies.Say(answer.Outcome.Refusal is { } refusal
            ? await refusals.TextAsync(turn, refusal, cancellationToken)
            : turn.Texts.Say("exchange.coordinator-removed", ("person", person.Name)));
    }

    private async ValueTask<Person> OfMailAsync(Turn turn, string mail, CancellationToken cancellationToken)
    {
        var entry = await directory.FindByMailAsync(mail, cancellationToken);
        var person = await people.NominatedAsync(new Person(new PersonId(turn.NewId("coordinator")), entry?.Name ?? string.Empty, mail), cancellationToken);
        if (person.Name.Length > 0)
            return person;
        // Nobody said a name: until somebody does, the address stands for it.
        person = person with { Name = mail };
        await people.PutAsync(person, cancellationToken);
        return person;
    }
}
