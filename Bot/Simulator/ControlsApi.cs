using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>The part of the page's API behind its controls: the clock, what goes wrong, the samples, the bot's calls.</summary>
internal static class ControlsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/clock", (SimulatedClock clock) => Clock(clock));
        api.MapPost("/clock", MoveClock);
        api.MapGet("/faults", (Faults faults) => Results.Json(faults.Settings));
        api.MapPut("/faults", SetFaults);
        api.MapGet("/traffic", (Traffic traffic) => traffic.Latest());
        api.MapGet("/samples", (Samples samples) => samples.All());
        api.MapPost("/samples/{name}", Play);
        api.MapGet("/samples/playing", (SamplePlayer player) => player.Status());
    }

    /// <summary>The clock, as pages are told of it.</summary>
    public static JsonObject Clock(SimulatedClock clock) => new()
    {
        ["kind"] = "clock",
        ["now"] = clock.GetUtcNow(),
        ["aheadSeconds"] = Math.Round(clock.Ahead.TotalSeconds),
    };

    private static IResult MoveClock(Move move, SimulatedClock clock, Pages pages)
    {
        if (move.To(clock.GetUtcNow()) is not { } to)
            return Results.BadRequest("Move the clock by a number of seconds, to the next time of day in a zone, or to an instant.");
        if (to < clock.GetUtcNow())
            return Results.BadRequest("The clock can be moved forward only.");
        clock.AdvanceTo(to);
        var now = Clock(clock);
        pages.Tell(now);
        return Results.Json(now);
    }

    private static IResult SetFaults(FaultSettings settings, Faults faults)
    {
        int[] counts = [settings.Throttle, settings.BadGateway, settings.TooBig, settings.CloseUnanswered, settings.NeverAnswer];
        if (counts.Any(c => c is < 0 or > 1000) || settings.RetryAfter is < 1 or > 3600)
            return Results.BadRequest("Counts are 0 to 1000, Retry-After is 1 to 3600 seconds.");
        faults.Settings = settings;
        return Results.Json(settings);
    }

    private static IResult Play(string name, Samples samples, SamplePlayer player)
    {
        if (samples.Find(name) is not { } sample)
            return Results.NotFound();
        return player.Start(sample) ? Results.Accepted() : Results.Conflict("A sample is being played; wait until it has ended.");
    }

    /// <summary>A move of the clock, by exactly one of its members; <paramref name="Zone"/> goes with <paramref name="Time"/>.</summary>
    /// <param name="Seconds">So many seconds on.</param>
    /// <param name="Until">To this instant.</param>
    /// <param name="Time">To the next time it is this late, such as 08:00.</param>
    /// <param name="Zone">In this IANA zone.</param>
    internal sealed record Move(double? Seconds, DateTimeOffset? Until, TimeOnly? Time, string? Zone)
    {
        // Some years: enough for every follow-up, far from the end of what a date can hold.
        private const double MostSeconds = 10 * 366 * 86400d;

        /// <summary>Where the clock goes; null when the move makes no sense.</summary>
        public DateTimeOffset? To(DateTimeOffset now)
        {
            if (Until is { } until)
                return until - now < TimeSpan.FromSeconds(MostSeconds) ? until : null;
            if (Seconds is { } seconds)
                return seconds is >= 0 and <= MostSeconds ? now + TimeSpan.FromSeconds(seconds) : null;
            if (Time is not { } time || !TimeZoneInfo.TryFindSystemTimeZoneById(Zone ?? "UTC", out var zone))
                return null;
            var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
            var next = local.Date + time.ToTimeSpan();
            if (next <= local)
                next = next.AddDays(1);
            // An hour that the change to summer time leaves out comes an hour later.
            if (zone.IsInvalidTime(next))
                next = next.AddHours(1);
            return new DateTimeOffset(next, zone.GetUtcOffset(next)).ToUniversalTime();
        }
    }
}
