using System.ComponentModel.DataAnnotations;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Hosting;

/// <summary>Settings of the section <c>Coordinator:Inbound</c>: how much of what comes in is taken.</summary>
public sealed class InboundOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Coordinator:Inbound";

    /// <summary>Largest activity in bytes, 64 KB to 4 MB; a larger one is answered 413. Default 1 MB: those of Teams stay under 256 KB.</summary>
    [Range(65_536, 4 * 1024 * 1024)]
    public int LargestActivity { get; set; } = 1024 * 1024;

    /// <summary>
    /// Most activities of one person at once, 1 to 10,000; more are answered 429. Default 200: a person who presses as fast as they can stays
    /// far below.
    /// </summary>
    [Range(1, 10_000)]
    public int SenderBurst { get; set; } = 200;

    /// <summary>Activities a second by which a person who used up their burst gains again, 1 to 10,000. Default 20.</summary>
    [Range(1, 10_000)]
    public int SenderPerSecond { get; set; } = 20;
}

/// <summary>Checks the settings at the start.</summary>
[OptionsValidator]
public sealed partial class InboundOptionsValidator : IValidateOptions<InboundOptions>;
