using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Puts one person forward by a form: from the directory, or by name and mail, with all that can be said of a nominee.</summary>
public sealed class NominateByForm(WhichDelegation which, DelegationDesk desk, NominatePeople nominate, IDirectory directory, SamePeople same) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("new-nominee", Where.Personal, false, 205, AskAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(DelegationVerbs.Blank, (turn, press, ct) => desk.OnAsync(turn, press, async open =>
            new PressAnswer.Replaced(NomineeFormCard.For(turn.Texts, await desk.ViewAsync(turn, open, ct), null, Blank(open))), ct)),
        new(DelegationVerbs.Nominate, (turn, press, ct) => desk.OnAsync(turn, press, open => NominateAsync(turn, open, press, ct), ct)),
    ];

    private async ValueTask AskAsync(Turn turn, string city, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, city, true, cancellationToken) is { } open)
            turn.Replies.Show(
                NomineeFormCard.For(turn.Texts, await desk.ViewAsync(turn, open, cancellationToken), null, Blank(open)), turn.Texts.Say("nominee.new-heading", ("city", open.Delegation.City)));
    }

    private static NomineeForm Blank(OpenDelegation open) => new(City: open.Delegation.City);

    private async ValueTask<PressAnswer> NominateAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var form = NomineeForms.Read(press);
        var (said, flaw) = await NomineeForms.ParseAsync(turn.Texts, form, directory, null, cancellationToken);
        if (said is null)
            return new PressAnswer.Replaced(NomineeFormCard.For(turn.Texts, await desk.ViewAsync(turn, open, cancellationToken), null, form, flaw));
        var done = await nominate.AddAsync(turn, open, turn.NewId("form"), [said], cancellationToken);
        if (done.Refusal is { } why)
            return new PressAnswer.Replaced(NomineeFormCard.For(turn.Texts, await desk.ViewAsync(turn, done.Now, cancellationToken), null, form, await desk.SayAsync(turn, why, cancellationToken)));
        await same.ShowNextAsync(turn, done, cancellationToken);
        return await desk.ReplacedAsync(turn, done.Now, string.Join('\n', done.Lines(turn.Texts)), cancellationToken);
    }
}
