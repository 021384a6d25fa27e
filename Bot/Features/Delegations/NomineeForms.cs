using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.People.Import;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Fills in, reads and judges the form for one nominee. What comes back from a card is judged as if no host had looked at it.</summary>
internal static class NomineeForms
{
    /// <summary>The form as it stands for a nominee.</summary>
    public static NomineeForm Of(string name, Person? person, Candidate candidate, CandidateWords words) => new(
        name, person?.Mail ?? string.Empty, person?.Title ?? string.Empty, person?.Organisation ?? string.Empty, person?.City ?? string.Empty,
        candidate.Sector.Code, candidate.Role?.ToString() ?? string.Empty, candidate.Language ?? string.Empty,
        candidate.Newcomer switch { null => string.Empty, true => "true", false => "false" },
        words.Reason ?? string.Empty, words.Contribution ?? string.Empty, words.Replacement ?? string.Empty);

    /// <summary>What was written into the form.</summary>
    public static NomineeForm Read(Press press)
    {
        string Text(string name) => CellText.Clean(press.Written(name));
        return new NomineeForm(
            Text(NomineeFormCard.Name), press.Written(NomineeFormCard.Mail), Text(NomineeFormCard.Title), Text(NomineeFormCard.Organisation), Text(NomineeFormCard.City),
            press.Written(NomineeFormCard.Sector), press.Written(NomineeFormCard.Role), press.Written(NomineeFormCard.Language), press.Written(NomineeFormCard.Newcomer),
            Text(NomineeFormCard.Reason), Text(NomineeFormCard.Contribution), Text(NomineeFormCard.Replacement), press.Written(NomineeFormCard.Directory));
    }

    /// <summary>The nominee a form describes, or what is the matter with it.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="form">What was written.</param>
    /// <param name="directory">Where somebody chosen is looked up.</param>
    /// <param name="nameInTeams">The name of somebody whom Teams knows: then neither name nor mail are asked for. Null otherwise.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async ValueTask<(ListedNominee? Said, string? Flaw)> ParseAsync(
        Texts texts, NomineeForm form, IDirectory directory, string? nameInTeams, CancellationToken cancellationToken)
    {
        if (TooLong(texts, form) is { } flaw)
            return (null, flaw);
        DirectoryPerson? entry = null;
        if (nameInTeams is null && form.Directory.Length > 0)
        {
            entry = await directory.FindByIdAsync(form.Directory, cancellationToken);
            if (entry is null)
                return (null, texts["nominee.directory-unknown"]);
        }

        var name = nameInTeams ?? entry?.Name ?? form.Name;
        if (name.Length == 0)
            return (null, texts["delegation.name-missing"]);
        var mail = entry is { Mail.Length: > 0 } ? entry.Mail : form.Mail;
        string? address = null;
        if (nameInTeams is null && mail.Length > 0)
        {
            if (!NomineeMail.TryParse(mail, out var parsed))
                return (null, texts.Say("delegation.mail-bad", ("said", NomineeProblemText.Excerpt(mail))));
            address = parsed.Address;
        }

        return (new ListedNominee(
            1, name, Said(form.Title) ?? entry?.Title, Said(form.Organisation) ?? entry?.Organisation, address,
            Sector.All.Contains(new Sector(form.Sector)) ? form.Sector : null, Said(form.City), Said(form.Reason), Said(form.Contribution),
            Enum.GetValues<RoleInChange>().Cast<RoleInChange?>().FirstOrDefault(r => r.ToString() == form.Role),
            SpokenLanguages.Has(form.Language) ? form.Language : null, Said(form.Replacement),
            form.Newcomer switch { "true" => true, "false" => false, _ => null }), null);
    }

    private static string? TooLong(Texts texts, NomineeForm form)
    {
        var (few, city, many) = NomineeFormCard.Most;
        foreach (var (field, value, most) in (ReadOnlySpan<(NomineeField, string, int)>)
            [
                (NomineeField.Name, form.Name, few), (NomineeField.Title, form.Title, few), (NomineeField.Organisation, form.Organisation, few), (NomineeField.City, form.City, city),
                (NomineeField.Reason, form.Reason, many), (NomineeField.Contribution, form.Contribution, many), (NomineeField.Replacement, form.Replacement, few),
            ])
            if (value.Length > most)
                return texts.Say("nominee.too-long", ("field", NomineeProblemText.FieldOf(texts, field)), ("length", value.Length), ("limit", most));
        return null;
    }

    private static string? Said(string text) => text.Length == 0 ? null : text;
}
