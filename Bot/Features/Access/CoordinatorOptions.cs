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
    [Required, EntraIds]
    public IList<string> Coordinators { get; } = [];

    /// <summary>
    /// Entra ids of the tenants whose people may talk to the bot; what comes from another is answered 403 and not kept. Empty for any tenant that
    /// the channel lets in.
    /// </summary>
    [Required, EntraIds]
    public IList<string> Tenants { get; } = [];
}

/// <summary>A list of ids as Entra makes them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EntraIdsAttribute() : ValidationAttribute("{0} has to hold Entra ids, such as 00000000-0000-0000-0000-000000000000.")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || (value is IEnumerable<string> ids && ids.All(id => Guid.TryParse(id, out _)));
}

/// <summary>Checks the settings at the start.</summary>
[OptionsValidator]
public sealed partial class CoordinatorOptionsValidator : IValidateOptions<CoordinatorOptions>;
