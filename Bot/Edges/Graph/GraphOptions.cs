using System.ComponentModel.DataAnnotations;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Graph;

/// <summary>Settings of the section <c>Coordinator:Graph</c>: how people are found in the organisation's directory, and letters sent.</summary>
public sealed class GraphOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Coordinator:Graph";

    /// <summary>
    /// Whether nominees are looked up in the directory by their mail address, so that the bot can write to them in Teams. Needs the application permission
    /// <c>User.Read.All</c> for the bot's app. Default false: then the bot reaches only those who wrote to it.
    /// </summary>
    public bool Directory { get; set; }

    /// <summary>
    /// Whether letters are sent from the mailbox <c>Coordinator:Mail:From</c>. Needs the application permission <c>Mail.Send</c> for the bot's app, best narrowed to
    /// that mailbox by RBAC for Applications. Default false: letters are put into the outbox.
    /// </summary>
    public bool Mail { get; set; }

    /// <summary>Address of Graph; another one in national clouds. Default https://graph.microsoft.com/v1.0.</summary>
    [Required, Url]
    public string Address { get; set; } = "https://graph.microsoft.com/v1.0";
}

/// <summary>Checks the settings at the start.</summary>
[OptionsValidator]
public sealed partial class GraphOptionsValidator : IValidateOptions<GraphOptions>;
