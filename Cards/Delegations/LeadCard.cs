using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>What is written into the form for the lead, so that it can be shown again as it was.</summary>
public sealed record LeadForm(string? Person, string Name, string Mail);

/// <summary>The form that names who leads a delegation at home.</summary>
public static class LeadCard
{
    /// <summary>The input with the id of a candidate, or <see cref="Nobody"/>.</summary>
    public const string Person = "person";

    /// <summary>The choice that takes the lead off.</summary>
    public const string Nobody = "nobody";

    /// <summary>The input with a name.</summary>
    public const string Name = "leadName";

    /// <summary>The input with a mail address.</summary>
    public const string Mail = "leadMail";

    /// <summary>The card.</summary>
    public static AdaptiveCard For(Texts texts, DelegationView view, LeadForm form, string? flaw = null) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(texts.Say("delegation.lead-heading", ("city", view.City))),
            MemberLines.Flaw(flaw),
            Ui.Text(texts["delegation.lead-what"]),
            Ui.Fact(texts["delegation.lead-now"], view.Lead is null ? null : MemberLines.Isolated(view.Lead)),
            new AdaptiveChoiceSetInput
            {
                Id = Person,
                Label = texts["delegation.lead-choose"],
                Style = AdaptiveChoiceInputStyle.Compact,
                Wrap = true,
                Placeholder = texts["delegation.lead-choose"],
                Choices =
                [
                    .. view.Members.Take(ChooseSeatsCard.MostPeople).Select(m => Ui.Choice(MemberLines.Choice(texts, m), m.Id.ToString())),
                    .. view.Lead is null ? Enumerable.Empty<AdaptiveChoice>() : [Ui.Choice(texts["delegation.lead-nobody"], Nobody)],
                ],
                Value = form.Person,
            },
            Ui.Section(texts["delegation.lead-other"]),
            new AdaptiveTextInput { Id = Name, Label = texts["delegation.name-label"], MaxLength = 200, Value = form.Name.Length == 0 ? null : form.Name },
            new AdaptiveTextInput { Id = Mail, Label = texts["delegation.mail-label"], MaxLength = 254, Style = AdaptiveTextInputStyle.Email, Value = form.Mail.Length == 0 ? null : form.Mail },
        ],
        Ui.Button(texts["delegation.save"], DelegationVerbs.NameLead, view.Ref.Data(), "positive", inputs: true),
        Ui.Button(texts["delegation.back"], DelegationVerbs.Show, view.Ref.Data()));
}
