using System.ComponentModel.DataAnnotations;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Duties;

/// <summary>How the bot carries out what it owes.</summary>
public sealed class DutyOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Coordinator:Duties";

    /// <summary>How many things are performed at once, over all streams. Default 8.</summary>
    [Range(1, 64)]
    public int Parallel { get; set; } = 8;

    /// <summary>
    /// How often the store is asked what is due where nothing was announced: what another process left behind is found by then. What is
    /// due sooner is looked at on time. Default 30 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>Refuses settings of duties that can't be meant.</summary>
[OptionsValidator]
public sealed partial class DutyOptionsValidator : IValidateOptions<DutyOptions>;
