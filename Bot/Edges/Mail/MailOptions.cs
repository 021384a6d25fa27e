using System.ComponentModel.DataAnnotations;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Mail;

/// <summary>Letters to people whom Teams doesn't reach.</summary>
public sealed class MailOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Coordinator:Mail";

    /// <summary>
    /// The mailbox that letters come from. With <c>Coordinator:Graph:Mail</c> it has to be a mailbox of the tenant. Default coordinator-bot@localhost.example,
    /// which nobody can answer: for trying it out.
    /// </summary>
    [Required, EmailAddress]
    public string From { get; set; } = "coordinator-bot@localhost.example";

    /// <summary>The name beside it, as mail programs show it. Default CoordinatorBot.</summary>
    [Required(AllowEmptyStrings = false), StringLength(100)]
    public string FromName { get; set; } = "CoordinatorBot";

    /// <summary>
    /// Folder in which letters are put as files (.eml) where Graph doesn't send them, for a mail system of yours to take or to be looked at; relative to the
    /// content root. Empty for <c>outbox</c> beside the store's file.
    /// </summary>
    public string Outbox { get; set; } = string.Empty;
}

/// <summary>Refuses settings of mail that can't be meant.</summary>
[OptionsValidator]
public sealed partial class MailOptionsValidator : IValidateOptions<MailOptions>;
