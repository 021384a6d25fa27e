using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.People;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Corrects what is known of a nominee, and says sectors that nobody said.</summary>
public sealed class CorrectNominee(WhichDelegation which, DelegationDesk desk, PeopleRegister people) : IChatFeature, ICardFeature
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
            turn.Replies.Show(NomineeCards.Correct(turn.Texts, view, member, FormOf(member)), turn.Texts.Say("delegation.correct-heading", ("city", view.City)));
        else
            turn.Replies.Show(NomineeCards.Choose(turn.Texts, view, flaw: NomineesByName.Unknown(turn.Texts, argument)), turn.Texts.Say("delegation.nominees-heading", ("city", view.City)));
    }

    private async ValueTask<PressAnswer> FormAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var view = await desk.ViewAsync(turn, open, cancellationToken);
        return view.Members.FirstOrDefault(m => m.Id.Value == press.Id(NomineeCards.Candidate)) is { } member
            ? new PressAnswer.Replaced(NomineeCards.Correct(turn.Texts, view, member, FormOf(member)))
            : new PressAnswer.Replaced(NomineeCards.Choose(turn.Texts, view, flaw: turn.Texts["delegation.nominees-none"]));
    }

    private async ValueTask<PressAnswer> CorrectAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var view = await desk.ViewAsync(turn, open, cancellationToken);
        if (view.Members.FirstOrDefault(m => m.Id.Value == press.Id(NomineeCards.Candidate)) is not { } member
            || await people.FindAsync(member.Person, cancellationToken) is not { } before)
            return new PressAnswer.Replaced(NomineeCards.Choose(turn.Texts, view, flaw: await desk.SayAsync(turn, new CandidateUnknown(), cancellationToken)));
        var form = new NomineeForm(
            CellText.Clean(press.Written(NomineeCards.Name)), press.Written(NomineeCards.Mail),
            CellText.Clean(press.Written(NomineeCards.Organisation)), press.Written(NomineeCards.SectorInput));
        var (corrected, flaw) = Corrected(turn, member, before, form);
        if (flaw is null)
            (open, flaw) = await SaveAsync(turn, open, member, corrected, cancellationToken);
        return flaw is null
            ? await desk.ReplacedAsync(turn, open, turn.Texts.Say("delegation.corrected", ("person", corrected.Name)), cancellationToken)
            : new PressAnswer.Replaced(NomineeCards.Correct(turn.Texts, view, member, form, flaw));
    }

    private static (Person Corrected, string? Flaw) Corrected(Turn turn, MemberView member, Person before, NomineeForm form)
    {
        var corrected = before with
        {
            Organisation = form.Organisation.Length == 0 ? null : form.Organisation,
            Sector = Sector.All.Contains(new Sector(form.Sector)) ? new Sector(form.Sector) : before.Sector,
        };
        // What Teams says of somebody is not ours to correct.
        if (member.InTeams)
            return (corrected, null);
        if (form.Name.Length is 0 or > NomineeLimits.NameCharacters)
            return (before, turn.Texts["delegation.name-missing"]);
        if (form.Mail.Length == 0)
            return (corrected with { Name = form.Name, Mail = null }, null);
        return NomineeMail.TryParse(form.Mail, out var mail)
            ? (corrected with { Name = form.Name, Mail = mail.Address }, null)
            : (before, turn.Texts.Say("delegation.mail-bad", ("said", form.Mail)));
    }

    // The person is a document: it is put before the event that depends on it, so what would be refused is found out first.
    private async ValueTask<(OpenDelegation Now, string? Flaw)> SaveAsync(Turn turn, OpenDelegation open, MemberView member, Person corrected, CancellationToken cancellationToken)
    {
        var command = CorrectCandidate.Of(open.Delegation.Id, open.Delegation.Candidates[member.Id]) with
        {
            Sector = corrected.Sector ?? member.Sector,
            Organisation = OrganisationNames.IdOf(corrected.Organisation),
        };
        if (DelegationDesk.WouldRefuse(turn, open, command) is { } refused)
            return (open, await desk.SayAsync(turn, refused, cancellationToken));
        if (await people.CorrectAsync(corrected, cancellationToken) is { } other)
            return (open, turn.Texts.Say("delegation.mail-taken", ("person", (await people.FindAsync(other, cancellationToken))?.Name ?? turn.Texts["people.nameless"])));
        var (now, refusal) = await desk.SendAsync(turn, open, command, "correct", cancellationToken);
        return (now, refusal is null ? null : await desk.SayAsync(turn, refusal, cancellationToken));
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

    private static NomineeForm FormOf(MemberView member) => new(member.Name, member.Mail ?? string.Empty, member.Organisation ?? string.Empty, member.Sector.Code);
}
