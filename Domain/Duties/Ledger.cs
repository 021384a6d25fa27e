using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoordinatorBot.Domain.Duties;

/// <summary>An effect was begun. Stored before the effect itself: the fence against doing it twice.</summary>
/// <param name="Key">The surface or occasion.</param>
/// <param name="Revision">What is being shown.</param>
/// <param name="Attempt">Which try at this revision, from 1.</param>
public sealed record DutyStarted(DutyKey Key, int Revision, int Attempt) : Event;

/// <summary>An effect was brought about.</summary>
/// <param name="Key">The surface or occasion.</param>
/// <param name="Revision">What is shown now.</param>
/// <param name="Receipt">What the other side calls it: the activity's id, or <see cref="Letter"/> and the letter's Message-ID; null where there is no such thing.</param>
public sealed record DutyDone(DutyKey Key, int Revision, string? Receipt) : Event
{
    /// <summary>What the receipt of a letter begins with, so that the record says by which way it went.</summary>
    public const string Letter = "mail:";
}

/// <summary>A try failed, or ended with an unknown outcome.</summary>
/// <param name="Key">The surface or occasion.</param>
/// <param name="Revision">What was to be shown.</param>
/// <param name="Attempt">Which try.</param>
/// <param name="Code">Why, as a code of <see cref="FailureCode"/>.</param>
public sealed record DutyFailed(DutyKey Key, int Revision, int Attempt, string Code) : Event;

/// <summary>A person asked to try again what was given up.</summary>
/// <param name="Key">The surface or occasion.</param>
public sealed record DutyRetried(DutyKey Key) : Event;

/// <summary>The codes of <see cref="DutyFailed"/> that the product tells apart.</summary>
public static class FailureCode
{
    /// <summary>The outcome is unknown: it may have been delivered.</summary>
    public const string Unsure = "unsure";

    /// <summary>The person blocked the bot.</summary>
    public const string Blocked = "blocked";

    /// <summary>The app is not installed for the person or in the channel.</summary>
    public const string NotInstalled = "not-installed";

    /// <summary>An administrator switched the bot off.</summary>
    public const string DisabledByAdmin = "disabled-by-admin";

    /// <summary>The bot may read but not write there.</summary>
    public const string NotAllowed = "not-allowed";

    /// <summary>The conversation or message is gone.</summary>
    public const string Gone = "gone";

    /// <summary>The card is larger than Teams takes.</summary>
    public const string TooBig = "too-big";

    /// <summary>No Teams identity is known for the person.</summary>
    public const string NoTeamsIdentity = "no-teams-identity";

    /// <summary>Teams answered with an error that may pass.</summary>
    public const string Unavailable = "unavailable";

    /// <summary>Teams refused for a reason the product doesn't know.</summary>
    public const string Refused = "refused";

    /// <summary>No mail can be sent to the address.</summary>
    public const string BadAddress = "bad-address";

    /// <summary>The mail system doesn't take letters from the bot: a matter of its settings or permissions.</summary>
    public const string MailRefused = "mail-refused";

    /// <summary>A fault of the bot itself.</summary>
    public const string Fault = "fault";

    /// <summary>Whether trying again by itself can help.</summary>
    public static bool MayPass(string code) => code is Unavailable or Unsure or Fault;
}

/// <summary>What was tried and done for one key.</summary>
/// <param name="Done">Highest revision brought about; 0 for none.</param>
/// <param name="Receipt">What the other side calls it.</param>
/// <param name="Revision">Revision that <paramref name="Attempts"/> counts for.</param>
/// <param name="Attempts">Tries begun at that revision.</param>
/// <param name="Started">When a try began whose outcome is not recorded yet.</param>
/// <param name="LastFailedAt">When the last try failed.</param>
/// <param name="LastCode">Why it failed; null after a success or a retry asked for by a person.</param>
/// <param name="Unsure">Tries at this revision that ended with an unknown outcome.</param>
/// <param name="DoneAt">When it was last brought about.</param>
public sealed record Progress(
    int Done = 0, string? Receipt = null, int Revision = 0, int Attempts = 0,
    DateTimeOffset? Started = null, DateTimeOffset? LastFailedAt = null, string? LastCode = null, int Unsure = 0, DateTimeOffset? DoneAt = null)
{
    /// <summary>Nothing tried yet.</summary>
    public static Progress None { get; } = new();

    /// <summary>Where it was brought about last; null where it never was.</summary>
    public Surface? Surface => Done == 0 ? null : Receipt?.StartsWith(DutyDone.Letter, StringComparison.Ordinal) == true ? Duties.Surface.Mail : Duties.Surface.Teams;

    /// <summary>
    /// The same, as seen by a want of a revision. Tries at an older one don't count, except those that ended unknown while nothing is shown
    /// yet: whatever they were to show, each may have become a message.
    /// </summary>
    public Progress For(int revision) => Revision == revision ? this
        : Done == 0 && Unsure > 0 ? this with { Revision = revision, Attempts = 0, LastCode = FailureCode.Unsure }
        : this with { Revision = revision, Attempts = 0, LastFailedAt = null, LastCode = null, Unsure = 0 };

    /// <summary>The same after a try failed; a failure that came late, from a try that another followed, changes nothing.</summary>
    public Progress After(DutyFailed failed, DateTimeOffset at)
    {
        if (Revision > failed.Revision || (Revision == failed.Revision && Attempts > failed.Attempt))
            return this;
        var current = For(failed.Revision);
        return current with
        {
            Attempts = failed.Attempt,
            Started = null,
            LastFailedAt = at,
            LastCode = failed.Code,
            Unsure = current.Unsure + (failed.Code == FailureCode.Unsure ? 1 : 0),
        };
    }
}

/// <summary>What was tried and done in one stream.</summary>
/// <param name="Entries">By key.</param>
public sealed record Ledger(ImmutableDictionary<DutyKey, Progress> Entries)
{
    /// <summary>Nothing tried yet.</summary>
    public static Ledger Empty { get; } = new(ImmutableDictionary<DutyKey, Progress>.Empty);

    /// <summary>What was tried and done for a key.</summary>
    public Progress this[DutyKey key] => Entries.GetValueOrDefault(key, Progress.None);

    /// <summary>The ledger after an event; the same for events of other families.</summary>
    public Ledger Evolve(Event happened, DateTimeOffset at) => happened switch
    {
        DutyStarted e => With(e.Key, this[e.Key].For(e.Revision) with { Attempts = e.Attempt, Started = at }),
        DutyDone e => With(e.Key, Ended(this[e.Key], e, at)),
        DutyFailed e => With(e.Key, this[e.Key].After(e, at)),
        DutyRetried e => With(e.Key, this[e.Key] with { Attempts = 0, Started = null, LastFailedAt = null, LastCode = null, Unsure = 0 }),
        _ => this,
    };

    // What came late from a try that was given up as unsure must not end the try that followed it: that one is still under way.
    private static Progress Ended(Progress before, DutyDone e, DateTimeOffset at)
    {
        var done = before with { Done = Math.Max(before.Done, e.Revision), Receipt = e.Receipt ?? before.Receipt, DoneAt = at };
        return before.Revision > e.Revision ? done : done.For(e.Revision) with { Started = null, LastCode = null };
    }

    private Ledger With(DutyKey key, Progress progress) => new(Entries.SetItem(key, progress));
}

/// <summary>Writes a key as its bare text, as a value and as the name of a member.</summary>
public sealed class DutyKeyConverter : JsonConverter<DutyKey>
{
    /// <inheritdoc/>
    public override DutyKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DutyKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    /// <inheritdoc/>
    public override DutyKey ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, DutyKey value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
}
