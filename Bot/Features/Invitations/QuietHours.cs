using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Duties;
using CoordinatorBot.Features.People;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Features.Invitations;

/// <summary>
/// When people may be disturbed by what can wait: reminders, and messages that come by themselves. What a person confirmed goes out at any
/// hour, and a card that changes in place disturbs nobody. Times are those of the zone a person lives in, as Teams tells it; else of the
/// exchange's.
/// </summary>
public sealed class WakingOptions : IValidatableObject
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Coordinator:WakingHours";

    /// <summary>First time of a day, from 00:00 to 23:59. Default 08:00.</summary>
    public TimeOnly From { get; set; } = WakingHours.Default.From;

    /// <summary>End of a day, after <see cref="From"/>, up to 23:59. Default 20:00.</summary>
    public TimeOnly To { get; set; } = WakingHours.Default.To;

    /// <summary>Days of the week, by their English names separated by commas; at least one. Default <c>Monday,Tuesday,Wednesday,Thursday,Friday</c>.</summary>
    [Required]
    public string Days { get; set; } = string.Join(',', WakingHours.Default.Days);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (From >= To)
            yield return new ValidationResult("To must be after From, on the same day.", [nameof(To)]);
        if (DaysIn(Days) is not { Length: > 0 })
            yield return new ValidationResult("Days must be names of days, such as Monday,Tuesday.", [nameof(Days)]);
    }

    /// <summary>As the rules use them.</summary>
    public WakingHours ToHours() => new(From, To, DaysIn(Days) ?? WakingHours.Default.Days);

    private static ImmutableArray<DayOfWeek>? DaysIn(string days)
    {
        var named = days.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(d => Enum.TryParse<DayOfWeek>(d, ignoreCase: true, out var day) && !int.TryParse(d, System.Globalization.CultureInfo.InvariantCulture, out _) ? day : (DayOfWeek?)null).ToList();
        return named.Contains(null) ? null : [.. named.OfType<DayOfWeek>().Distinct()];
    }
}

/// <summary>Refuses waking hours that can't be meant.</summary>
[OptionsValidator]
public sealed partial class WakingOptionsValidator : IValidateOptions<WakingOptions>;

/// <summary>Lets what can wait wait until the person is awake.</summary>
internal sealed class QuietHours(PeopleRegister people, IOptions<WakingOptions> options) : IAdmission<ExchangeState>
{
    private readonly WakingHours _hours = options.Value.ToHours();

    public async ValueTask<Admission> AdmitAsync(Performance<ExchangeState> performance, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!WakingHours.Notifies(performance.Duty) || performance.Duty.Want.To is not { } to)
            return Admission.Go;
        var zone = Zone.TryParse((await people.FindAsync(to, cancellationToken))?.Zone, out var own) ? own.Value : performance.State.Exchange?.Terms?.Zone ?? Zone.Utc;
        return _hours.Admit(performance.Duty, zone, now) is { } until ? new Admission.Wait(until) : Admission.Go;
    }
}
