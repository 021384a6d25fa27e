using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.People;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Corrects what is known of a nominee, and says sectors that nobody said.</summary>
public sealed class CorrectNominee(WhichDelegation which, DelegationDesk desk, PeopleRegister people, NomineeWords words, IDirectory directory, SamePeople same) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("correct-nominee", Where.Personal, false, 230, AskAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(DelegationVerbs.Nominees, (turn, press, ct) => desk.OnAsync(turn, press, async open =>
            new PressAnswer.Replaced(NomineeCards.Choose(turn.Texts, await desk.ViewAsync(turn, open, ct))), ct)),
        new(DelegationVerbs.Nominee, (turn, press, ct) => desk.OnAsync(turn, press, open => FormAsync(turn, open, press, ct), ct)),
        new(DelegationVerbs.Correct, (turn, press, ct) => desk.OnAsync(turn, press, open => CorrectAsync(turn, open, press, ct), ct)),
        new(DelegationVerbs.SetSectors, (turn, press, ct) => desk.OnAsync(turn, press, open => SetSectorsAsync(turn, open, press, ct), ct)),
    ];

    private async ValueTask AskAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, string.Empty, true, cancellationToken) is not { } open)
            return;
        var view = await desk.ViewAsync(turn, open, cancellationToken);
        if (view.Members.IsEmpty)
            turn.Replies.Say(turn.Texts.Say("delegation.nominees-empty", ("city", view.City)));
        else if (NomineesByName.Find(view, argument) is { } member)
            turn.Replies.Show(
                NomineeFormCard.For(turn.Texts, view, member, await FormOfAsync(open, member, cancellationToken)), turn.Texts.Say("delegation.correct-heading", ("city", view.City)));
        else
            turn.Replies.Show(NomineeCards.Choose(turn.Texts, view, flaw: NomineesByName.Unknown(turn.Texts, argument)), turn.Texts.Say("delegation.nominees-heading", ("city", view.City)));
    }

    private async ValueTask<PressAnswer> FormAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var view = await desk.ViewAsync(turn, open, cancellationToken);
        return view.Members.FirstOrDefault(m => m.Id.Value == press.Id(NomineeCards.Candidate)) is { } member
            ? new PressAnswer.Replaced(NomineeFormCard.For(turn.Texts, view, member, await FormOfAsync(open, member, cancellationToken)))
            : new PressAnswer.Replaced(NomineeCards.Choose(turn.Texts, view, flaw: turn.Texts["delegation.nominees-none"]));
    }

    private async ValueTask<PressAnswer> CorrectAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var view = await desk.ViewAsync(turn, open, cancellationToken);
        if (view.Members.FirstOrDefault(m => m.Id.Value == press.Id(NomineeCards.Candidate)) is not { } member
            || await people.FindAsync(member.Person, cancellationToken) is not { } before)
            return new PressAnswer.Replaced(NomineeCards.Choose(turn.Texts, view, flaw: await desk.SayAsync(turn, new CandidateUnknown(), cancellationToken)));
        var form = NomineeForms.Read(press);
        var (said, flaw) = await NomineeForms.ParseAsync(turn.Texts, form, directory, member.InTeams ? before.Name : null, cancellationToken);
        if (said is null)
            return new PressAnswer.Replaced(NomineeFormCard.For(turn.Texts, view, member, form, flaw));
        var corrected = Corrected(before, said, member.InTeams);
        var (now, owner, refused) = await SaveAsync(turn, open, member, corrected, said, cancellationToken);
        if (refused is not null)
            return new PressAnswer.Replaced(NomineeFormCard.For(turn.Texts, view, member, form, refused));
        // The address is somebody else's: they may be one person, and only a person can tell.
        if (owner is not null)
            return new PressAnswer.Replaced(await same.AskAsync(turn, open, before, owner, turn.Texts.Say("same.mail-taken", ("person", owner.Name)), cancellationToken));
        return await desk.ReplacedAsync(turn, now, turn.Texts.Say("delegation.corrected", ("person", corrected.Name)), cancellationToken);
    }

    // What Teams says of somebody is not ours to correct.
    private static Person Corrected(Person before, ListedNominee said, bool inTeams) => before with
    {
        Name = inTeams ? before.Name : said.Name,
        Mail = inTeams ? before.Mail : said.Mail,
        Title = said.Title,
        Organisation = said.Organisation,
        City = said.City,
        Sector = said.Sector is { } code ? new Sector(code) : before.Sector,
        Language = said.Language ?? before.Language,
    };

    // The person and the words are documents: they are put before the event that depends on them, so what would be refused is found out first.
    private async ValueTask<(OpenDelegation Now, Person? Owner, string? Refused)> SaveAsync(
        Turn turn, OpenDelegation open, MemberView member, Person corrected, ListedNominee said, CancellationToken cancellationToken)
    {
        var candidate = open.Delegation.Candidates[member.Id];
        var command = CorrectCandidate.Of(open.Delegation.Id, candidate) with
        {
            Sector = said.Sector is { } code ? new Sector(code) : candidate.Sector,
            Organisation = OrganisationNames.IdOf(corrected.Organisation),
            Role = said.Role,
            Language = said.Language,
            Newcomer = said.Newcomer,
        };
        if (DelegationDesk.WouldRefuse(turn, open, command) is { } refused)
            return (open, null, await desk.SayAsync(turn, refused, cancellationToken));
        if (await people.CorrectAsync(corrected, cancellationToken) is { } other)
            return await people.FindAsync(other, cancellationToken) is { } owner ? (open, owner, null) : (open, null, turn.Texts.Say("delegation.mail-bad", ("said", corrected.Mail)));
        var now = new CandidateWords(said.Reason, said.Contribution, said.Replacement);
        if (now != await words.OfAsync(candidate, cancellationToken))
            command = command with { Words = await words.PutAsync(candidate.Id, now, candidate.Words, cancellationToken) };
        var (after, refusal) = await desk.SendAsync(turn, open, command, "correct", cancellationToken);
        return (after, null, refusal is null ? null : await desk.SayAsync(turn, refusal, cancellationToken));
    }

    private async ValueTask<PressAnswer> SetSectorsAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var set = 0;
        foreach (var candidate in open.Delegation.Candidates.Values.Where(c => c.Sector == Sector.Unknown).OrderBy(c => c.Rank))
        {
            var sector = new Sector(press.Written(SectorsCard.InputOf(candidate.Id)));
            if (!Sector.All.Contains(sector))
                continue;
            (open, var refusal) = await desk.SendAsync(turn, open, CorrectCandidate.Of(open.Delegation.Id, candidate) with { Sector = sector }, $"sector/{candidate.Id}", cancellationToken);
            if (refusal is not null)
                return await desk.ReplacedAsync(turn, open, await desk.SayAsync(turn, refusal, cancellationToken), cancellationToken);
            if (await people.FindAsync(candidate.Person, cancellationToken) is { } person && person.Sector != sector)
                await people.PutAsync(person with { Sector = sector }, cancellationToken);
            set++;
        }

        var note = set == 0 ? null : turn.Texts.Say("delegation.sectors-saved", ("count", set));
        var view = await desk.ViewAsync(turn, open, cancellationToken);
        return new PressAnswer.Replaced(set > 0 && view.Members.Any(m => m.Sector == Sector.Unknown)
            ? SectorsCard.For(turn.Texts, view, note)
            : DelegationCard.For(turn.Texts, view, note));
    }

    private async ValueTask<NomineeForm> FormOfAsync(OpenDelegation open, MemberView member, CancellationToken cancellationToken)
    {
        var candidate = open.Delegation.Candidates[member.Id];
        var person = await people.FindAsync(member.Person, cancellationToken);
        return NomineeForms.Of(member.Name, person, candidate, await words.OfAsync(candidate, cancellationToken));
    }
}
