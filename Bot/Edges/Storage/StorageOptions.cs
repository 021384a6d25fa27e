using System.ComponentModel.DataAnnotations;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Storage;

/// <summary>Where the bot keeps what it knows.</summary>
public sealed class StorageOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Coordinator:Storage";

    /// <summary>
    /// File of the database, made at the first start; relative to the content root. It has to lie on a disk of the machine: SQLite's
    /// locks don't hold on network shares. Default <c>data/coordinator.db</c>.
    /// </summary>
    [Required(AllowEmptyStrings = false)]
    public string Path { get; set; } = "data/coordinator.db";
}

/// <summary>Refuses settings of storage that can't be meant.</summary>
[OptionsValidator]
public sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
