using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.People;
using CoordinatorBot.Features.People.Import;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Names who leads a delegation at home: one of the nominees, or somebody else by mail.</summary>
public sealed class NameTheLead(WhichDelegation which, DelegationDesk desk, PeopleRegister people, IDirectory directory) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("name-lead", Where.Personal, true, 245, AskAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(DelegationVerbs.Lead, (turn, press, ct) => desk.OnAsync(turn, press, async open => new PressAnswer.Replaced(Form(turn, await desk.ViewAsync(turn, open, ct))), ct)),
        new(DelegationVerbs.NameLead, (turn, press, ct) => desk.OnAsync(turn, press, open => NameAsync(turn, open, press, ct), ct)),
    ];

    private async ValueTask AskAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, string.Empty, true, cancellationToken) is not { } open)
            return;
        var view = await desk.ViewAsync(turn, open, cancellationToken);
        if (NomineesByName.Find(view, argument) is { } member)
        {
            var (now, said, _) = await SetAsync(turn, open, member.Person, member.Name, cancellationToken);
            await desk.ShowAsync(turn, now, said, cancellationToken);
        }
        else
        {
            turn.Replies.Show(Form(turn, view, NomineesByName.Unknown(turn.Texts, argument)), turn.Texts.Say("delegation.lead-heading", ("city", view.City)));
        }
    }

    private async ValueTask<PressAnswer> NameAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var form = new LeadForm(press.Text(LeadCard.Person), CellText.Clean(press.Written(LeadCard.Name)), press.Written(LeadCard.Mail));
        var view = await desk.ViewAsync(turn, open, cancellationToken);
        if (form.Person is LeadCard.Nobody && form.Mail.Length == 0)
        {
            var (now, said, _) = await SetAsync(turn, open, null, string.Empty, cancellationToken);
            return await desk.ReplacedAsync(turn, now, said, cancellationToken);
        }

        var (lead, flaw) = await LeadAsync(turn, open, view, form, cancellationToken);
        if (lead is not null)
        {
            var (now, said, named) = await SetAsync(turn, open, lead.Id, lead.Name, cancellationToken);
            if (named)
                return await desk.ReplacedAsync(turn, now, said, cancellationToken);
            flaw = said;
        }

        return new PressAnswer.Replaced(LeadCard.For(turn.Texts, view, form, flaw));
    }

    // A mail address that was typed counts more than the choice above it, which may be left from before.
    private async ValueTask<(Person? Lead, string? Flaw)> LeadAsync(Turn turn, OpenDelegation open, DelegationView view, LeadForm form, CancellationToken cancellationToken)
    {
        var texts = turn.Texts;
        if (form.Mail.Length == 0)
            return view.Members.FirstOrDefault(m => m.Id.ToString() == form.Person) is { } member
                ? (new Person(member.Person, member.Name), null)
                : (null, texts["delegation.lead-none-given"]);
        if (!NomineeMail.TryParse(form.Mail, out var mail))
            return (null, texts.Say("delegation.mail-bad", ("said", form.Mail)));
        if (view.Members.FirstOrDefault(m => string.Equals(m.Mail, mail.Address, StringComparison.OrdinalIgnoreCase)) is { } nominee)
            return (new Person(nominee.Person, nominee.Name), null);
        var name = form.Name.Length > 0 ? form.Name : (await directory.FindByMailAsync(mail.Address, cancellationToken))?.Name;
        if (name is null)
            return (null, texts.Say("delegation.lead-name-needed", ("mail", mail.Address)));
        if (DelegationDesk.WouldRefuse(turn, open, new NameLead(open.Delegation.Id, null)) is { } refused)
            return (null, await desk.SayAsync(turn, refused, cancellationToken));
        return (await people.NominatedAsync(new Person(new PersonId(turn.NewId("lead")), name, mail.Address, City: view.City), cancellationToken), null);
    }

    private async ValueTask<(OpenDelegation Now, string Said, bool Named)> SetAsync(Turn turn, OpenDelegation open, PersonId? lead, string name, CancellationToken cancellationToken)
    {
        var (now, refusal) = await desk.SendAsync(turn, open, new NameLead(open.Delegation.Id, lead), "lead", cancellationToken);
        var city = ("city", (object?)open.Delegation.City);
        return refusal is not null ? (now, await desk.SayAsync(turn, refusal, cancellationToken), false)
            : lead is null ? (now, turn.Texts.Say("delegation.lead-removed", city), true)
            : (now, turn.Texts.Say("delegation.lead-named", ("person", name), city), true);
    }

    private static AdaptiveCards.AdaptiveCard Form(Turn turn, DelegationView view, string? flaw = null) =>
        LeadCard.For(turn.Texts, view, new LeadForm(view.Members.FirstOrDefault(m => m.Person == view.LeadId)?.Id.ToString(), string.Empty, string.Empty), flaw);
}
