using System.ComponentModel.DataAnnotations;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Streams;

/// <summary>How streams are kept at hand and how long a command may wait.</summary>
public sealed class StreamOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Coordinator:Streams";

    /// <summary>How many folded streams of a kind are kept in memory. Default 1,000; an exchange takes some 100 KB.</summary>
    [Range(1, 1_000_000)]
    public int Kept { get; set; } = 1000;

    /// <summary>How long a command is decided anew while others write the same stream. Default 4 s: Teams waits 5 for the answer to a click.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(4);
}

/// <summary>Refuses settings of streams that can't be meant.</summary>
[OptionsValidator]
public sealed partial class StreamOptionsValidator : IValidateOptions<StreamOptions>;
