using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>What is written into the form for a nominee, so that it can be shown again as it was. Empty for what nobody said.</summary>
/// <param name="Name">Name.</param>
/// <param name="Mail">Mail address.</param>
/// <param name="Title">What they do.</param>
/// <param name="Organisation">Where they work.</param>
/// <param name="City">Their own city.</param>
/// <param name="Sector">Code of the sector.</param>
/// <param name="Role">Name of the role in the change.</param>
/// <param name="Language">Two-letter code.</param>
/// <param name="Newcomer"><c>true</c> or <c>false</c>.</param>
/// <param name="Reason">Why this person.</param>
/// <param name="Contribution">What they are expected to bring.</param>
/// <param name="Replacement">Who comes if they can't.</param>
/// <param name="Directory">Entra object id of somebody chosen in the directory.</param>
public sealed record NomineeForm(
    string Name = "", string Mail = "", string Title = "", string Organisation = "", string City = "", string Sector = "", string Role = "",
    string Language = "", string Newcomer = "", string Reason = "", string Contribution = "", string Replacement = "", string Directory = "");

/// <summary>The form for one nominee: a new one, or one to be corrected.</summary>
public static class NomineeFormCard
{
    /// <summary>The input with somebody of the organisation's directory.</summary>
    public const string Directory = "directory";

    /// <summary>The input with the name.</summary>
    public const string Name = "name";

    /// <summary>The input with the mail address.</summary>
    public const string Mail = "mail";

    /// <summary>The input with the title.</summary>
    public const string Title = "title";

    /// <summary>The input with the organisation.</summary>
    public const string Organisation = "organisation";

    /// <summary>The input with their own city.</summary>
    public const string City = "city";

    /// <summary>The input with the sector.</summary>
    public const string Sector = "sector";

    /// <summary>The input with the role in the change.</summary>
    public const string Role = "role";

    /// <summary>The input with the language.</summary>
    public const string Language = "language";

    /// <summary>The input that says whether they never took part.</summary>
    public const string Newcomer = "newcomer";

    /// <summary>The input with the reason.</summary>
    public const string Reason = "reason";

    /// <summary>The input with the expected contribution.</summary>
    public const string Contribution = "contribution";

    /// <summary>The input with the replacement.</summary>
    public const string Replacement = "replacement";

    /// <summary>Most characters of a short field, of the city, and of reason and contribution.</summary>
    public static (int Short, int City, int Long) Most { get; } = (200, 80, 2000);

    /// <summary>The card.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The delegation.</param>
    /// <param name="member">The nominee; null for a new one.</param>
    /// <param name="form">What stands in it.</param>
    /// <param name="flaw">Why it could not be saved; null at first.</param>
    public static AdaptiveCard For(Texts texts, DelegationView view, MemberView? member, NomineeForm form, string? flaw = null) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(member is null ? texts.Say("nominee.new-heading", ("city", view.City)) : MemberLines.Isolated(member.Name)),
            member is null ? Ui.Subtle(texts["nominee.new-hint"]) : Ui.Subtle(texts.Say("delegation.correct-heading", ("city", view.City))),
            MemberLines.Flaw(flaw),
            .. Who(texts, member, form),
            Text(texts, Title, NomineeFieldName.Title, form.Title, Most.Short),
            Text(texts, Organisation, NomineeFieldName.Organisation, form.Organisation, Most.Short),
            Text(texts, City, NomineeFieldName.City, form.City, Most.City),
            NomineeCards.SectorChoice(texts, Sector, texts["delegation.sector-label"], form.Sector),
            Choice(Role, texts["nominee.role-label"], texts["nominee.role-choose"], form.Role, Enum.GetValues<RoleInChange>().Select(r => Ui.Choice(texts[$"nominee.role.{r}"], $"{r}"))),
            Choice(Language, texts["nominee.language-label"], texts["nominee.language-choose"], form.Language, SpokenLanguages.All.Select(l => Ui.Choice(l.Name, l.Code))),
            Choice(Newcomer, texts["nominee.newcomer-label"], texts["nominee.newcomer-choose"], form.Newcomer,
                [Ui.Choice(texts["nominee.newcomer-yes"], "true"), Ui.Choice(texts["nominee.newcomer-no"], "false")]),
            Text(texts, Reason, NomineeFieldName.Reason, form.Reason, Most.Long),
            Text(texts, Contribution, NomineeFieldName.Contribution, form.Contribution, Most.Long),
            Text(texts, Replacement, NomineeFieldName.Replacement, form.Replacement, Most.Short),
        ],
        [.. Actions(texts, view, member)]);

    private static IEnumerable<AdaptiveElement?> Who(Texts texts, MemberView? member, NomineeForm form)
    {
        // Name and mail of somebody whom Teams knows come from there.
        if (member is { InTeams: true })
            return [Ui.Subtle(texts["delegation.correct-in-teams"])];
        return
        [
            new AdaptiveChoiceSetInput
            {
                Id = Directory,
                Label = texts["nominee.directory-label"],
                Placeholder = texts["nominee.directory-hint"],
                Style = AdaptiveChoiceInputStyle.Compact,
                DataQuery = new AdaptiveDataQuery { Dataset = "graph.microsoft.com/users" },
                Value = Blank(form.Directory),
            },
            new AdaptiveTextInput { Id = Name, Label = texts[member is null ? "nominee.or-name-label" : "delegation.name-label"], Value = Blank(form.Name), MaxLength = Most.Short },
            new AdaptiveTextInput { Id = Mail, Label = texts["delegation.mail-label"], Value = Blank(form.Mail), MaxLength = 254, Style = AdaptiveTextInputStyle.Email },
        ];
    }

    private static IEnumerable<AdaptiveAction> Actions(Texts texts, DelegationView view, MemberView? member)
    {
        if (member is null)
        {
            yield return Ui.Button(texts["nominee.add"], DelegationVerbs.Nominate, view.Ref.Data(), "positive", inputs: true);
        }
        else
        {
            yield return Ui.Button(texts["delegation.save"], DelegationVerbs.Correct, view.Ref.Data((NomineeCards.Candidate, member.Id.ToString())), "positive", inputs: true);
            yield return Ui.Button(texts["delegation.remove"], DelegationVerbs.Remove, view.Ref.Data((NomineeCards.Candidate, member.Id.ToString())), "destructive");
        }

        yield return Ui.Button(texts["delegation.back"], DelegationVerbs.Show, view.Ref.Data());
    }

    private static AdaptiveTextInput Text(Texts texts, string id, NomineeFieldName field, string value, int most) => new()
    {
        Id = id,
        Label = texts[$"nominee.field.{field}"],
        Value = Blank(value),
        MaxLength = most,
        IsMultiline = most == Most.Long,
    };

    private static AdaptiveChoiceSetInput Choice(string id, string label, string placeholder, string value, IEnumerable<AdaptiveChoice> choices) => new()
    {
        Id = id,
        Label = label,
        Placeholder = placeholder,
        Style = AdaptiveChoiceInputStyle.Compact,
        Wrap = true,
        Choices = [.. choices],
        Value = Blank(value),
    };

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    private enum NomineeFieldName
    {
        Title,
        Organisation,
        City,
        Reason,
        Contribution,
        Replacement,
    }
}
