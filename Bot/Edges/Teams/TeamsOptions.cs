using System.ComponentModel.DataAnnotations;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Teams;

/// <summary>
/// Settings of the section <c>Coordinator:Teams</c>: how fast Teams is written to, and how long it is waited for. The defaults are the limits
/// that Microsoft publishes for bots.
/// </summary>
public sealed class TeamsOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Coordinator:Teams";

    /// <summary>Most messages to one thread in 1 second. Default 7.</summary>
    [Range(1, 1000)]
    public int ThreadIn1Second { get; set; } = 7;

    /// <summary>Most messages to one thread in 2 seconds. Default 8.</summary>
    [Range(1, 1000)]
    public int ThreadIn2Seconds { get; set; } = 8;

    /// <summary>Most messages to one thread in 30 seconds. Default 60.</summary>
    [Range(1, 10_000)]
    public int ThreadIn30Seconds { get; set; } = 60;

    /// <summary>Most messages to one thread in an hour. Default 1800.</summary>
    [Range(1, 100_000)]
    public int ThreadIn1Hour { get; set; } = 1800;

    /// <summary>Most requests of the app in 1 second, to all threads together. Default 50.</summary>
    [Range(1, 10_000)]
    public int AppIn1Second { get; set; } = 50;

    /// <summary>Most tries of a request that may be repeated. Default 4.</summary>
    [Range(1, 10)]
    public int Tries { get; set; } = 4;

    /// <summary>Wait before the second try where Teams names none; doubled for each further, spread by up to a quarter. Default 0.5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:30")]
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How long one message that nobody waits for may be held up by rates and repetitions before it is put back among what is owed. Default 2 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan DutyPatience { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long all replies of a turn together may be held up by repetitions; rates don't hold them up. Default 4 s: Teams wants a pressed
    /// button answered within 5.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:14")]
    public TimeSpan TurnPatience { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>How long an answer of Teams is waited for, each time; then the outcome is unknown. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:30")]
    public TimeSpan TimeOut { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>Checks the settings at the start.</summary>
[OptionsValidator]
public sealed partial class TeamsOptionsValidator : IValidateOptions<TeamsOptions>;
