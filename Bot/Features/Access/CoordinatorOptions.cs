using System.ComponentModel.DataAnnotations;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Features.Access;

/// <summary>Settings of the section <c>Coordinator</c>: who may coordinate.</summary>
public sealed class CoordinatorOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Coordinator";

    /// <summary>
    /// Entra object ids of the coordinators. Empty means everybody in Development; in Production the bot doesn't start without one.
    /// </summary>
    [Required]
    public IList<string> Coordinators { get; } = [];

    /// <summary>Entra ids of the tenants whose people may talk to the bot; empty for any tenant the channel lets in.</summary>
    [Required]
    public IList<string> Tenants { get; } = [];
}

/// <summary>Checks the settings at the start.</summary>
[OptionsValidator]
public sealed partial class CoordinatorOptionsValidator : IValidateOptions<CoordinatorOptions>;
