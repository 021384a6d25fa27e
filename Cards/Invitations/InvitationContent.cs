using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Cards.Invitations;

/// <summary>How things stand with an invitation, as a box of a card or a paragraph of a letter.</summary>
/// <param name="Style">How serious it is.</param>
/// <param name="Text">What it says.</param>
/// <param name="Facts">What belongs to it, each with its label.</param>
/// <param name="Asides">Small print.</param>
internal sealed record StandingText(AdaptiveContainerStyle Style, string Text, ImmutableArray<(string Label, string? Value)> Facts, ImmutableArray<string> Asides);

/// <summary>What an invitation says, apart from how it is shown: the card, the letter and the page say the same.</summary>
internal static class InvitationContent
{
    /// <summary>The days with the zone they are counted in.</summary>
    public static string When(Terms terms, Texts texts) => $"{texts.Days(terms.StartsOn, terms.EndsOn)} ({ZoneOf(terms, texts)})";

    /// <summary>City and venue.</summary>
    public static string Where(Terms terms) => terms.Venue is { Length: > 0 } venue ? $"{terms.HostCity}, {venue}" : terms.HostCity;

    /// <summary>A deadline in words, by the clock of the host city.</summary>
    public static string Deadline(DateOnly due, Terms terms, Texts texts) => texts.Say("invitation.due", ("due", due), ("zone", ZoneOf(terms, texts)));

    /// <summary>Who pays what.</summary>
    public static string Costs(Design design, string coordinator, Texts texts)
    {
        var rule = texts.Say($"costs.{design.Costs}", ("coordinator", coordinator));
        return design.CostWords is { Length: > 0 } words ? $"{rule} {words}" : rule;
    }

    /// <summary>What it is, each with its label; what nobody said is null.</summary>
    /// <param name="view">The invitation.</param>
    /// <param name="texts">The language.</param>
    /// <param name="asks">Whether an answer is asked for: then all of it, otherwise where and when.</param>
    public static IEnumerable<(string Label, string? Value)> Facts(InvitationView view, Texts texts, bool asks)
    {
        if (view.Standing is InvitationStanding.Recalled or InvitationStanding.Cancelled)
            yield break;
        yield return (texts["invitation.when"], When(view.Terms, texts));
        yield return (texts["invitation.your-time"], YourTime(view, texts));
        yield return (texts["invitation.where"], Where(view.Terms));
        if (asks)
        {
            yield return (texts["invitation.reason"], view.Reason);
            yield return (texts["invitation.contribution"], view.Contribution);
            yield return (texts["invitation.theme"], view.Design.Theme);
            yield return (texts["invitation.delegation"], texts.Say("invitation.delegation-of", ("city", view.City), ("count", view.Seats)));
            yield return (texts["invitation.goal"], view.Design.Goal);
            yield return (texts["invitation.difference"], view.Design.Change);
            yield return (texts["invitation.costs"], Costs(view.Design, view.Coordinator, texts));
            yield return (texts["invitation.deadline"], DeadlineForThem(view, texts));
        }

        yield return (texts["invitation.contact"], view.CoordinatorMail is { } mail ? $"{view.Coordinator}, {mail}" : view.Coordinator);
    }

    /// <summary>How it stands; null while it simply waits for an answer.</summary>
    public static StandingText? Standing(InvitationView view, Texts texts) => view.Standing switch
    {
        InvitationStanding.Open => null,
        InvitationStanding.Answered => Answered(view, texts),
        InvitationStanding.AskedAgain => Of(AdaptiveContainerStyle.Attention, texts["invitation.asked-again"]),
        InvitationStanding.Late => Of(AdaptiveContainerStyle.Warning, texts.Say("invitation.late", ("due", view.Due), ("coordinator", view.Coordinator))),
        InvitationStanding.Lapsed => Of(AdaptiveContainerStyle.Warning, texts.Say("invitation.lapsed", ("due", view.Due), ("coordinator", view.Coordinator))),
        InvitationStanding.GivenAway => Of(AdaptiveContainerStyle.Warning, texts.Say("invitation.given-away", ("due", view.Due), ("coordinator", view.Coordinator))),
        InvitationStanding.SeatGiven => Of(AdaptiveContainerStyle.Warning, texts.Say("invitation.seat-given", ("day", AnsweredOn(view)), ("coordinator", view.Coordinator))),
        InvitationStanding.Recalled => Of(AdaptiveContainerStyle.Warning, texts.Say("invitation.recalled", ("coordinator", view.Coordinator))),
        InvitationStanding.Cancelled => Of(AdaptiveContainerStyle.Warning, texts["invitation.cancelled"]),
        InvitationStanding.Over => Of(AdaptiveContainerStyle.Emphasis, texts["invitation.over"]),
    };

    /// <summary>What has changed since they knew it, each with its label; empty for nothing, or where it doesn't matter any more.</summary>
    public static ImmutableArray<(string Label, string? Value)> Changes(InvitationView view, Texts texts)
    {
        if (view.TermsBefore is not { } before || view.Standing is not (InvitationStanding.Open or InvitationStanding.AskedAgain))
            return [];
        var (was, now) = before.Zone == view.Terms.Zone
            ? (texts.Days(before.StartsOn, before.EndsOn), texts.Days(view.Terms.StartsOn, view.Terms.EndsOn))
            : (When(before, texts), When(view.Terms, texts));
        return [.. new[] { (texts["invitation.when"], Change(was, now, texts)), (texts["invitation.where"], Change(Where(before), Where(view.Terms), texts)) }.Where(c => c.Item2 is not null)];
    }

    /// <summary>All of it, for a letter or a page without cards.</summary>
    public static IEnumerable<LetterPart> Parts(InvitationView view, Texts texts)
    {
        if (Standing(view, texts) is { } standing)
        {
            yield return new LetterPart.Notice(standing.Text);
            foreach (var part in Lines(standing.Facts).Concat(standing.Asides.Select(a => new LetterPart.Aside(a))))
                yield return part;
        }

        if (Changes(view, texts) is { IsEmpty: false } changes)
        {
            yield return new LetterPart.Words(texts["invitation.moved"]);
            foreach (var part in Lines(changes))
                yield return part;
            yield return new LetterPart.Words(texts["letter.as-it-is-now"]);
        }

        foreach (var part in Lines(Facts(view, texts, view.MayAnswer)))
            yield return part;
    }

    private static IEnumerable<LetterPart> Lines(IEnumerable<(string Label, string? Value)> facts) =>
        facts.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => new LetterPart.Fact(f.Label, f.Value!));

    private static StandingText Of(AdaptiveContainerStyle style, string text) => new(style, text, [], []);

    private static StandingText Answered(InvitationView view, Texts texts)
    {
        var rsvp = view.Rsvp!;
        var style = rsvp.Answer switch
        {
            RsvpAnswer.Accepted => AdaptiveContainerStyle.Good,
            RsvpAnswer.Declined => AdaptiveContainerStyle.Emphasis,
            _ => AdaptiveContainerStyle.Accent,
        };
        return new StandingText(
            style,
            texts.Say($"invitation.answered.{rsvp.Answer}", ("day", AnsweredOn(view)), ("coordinator", view.Coordinator), ("name", view.Words.Substitute?.Name ?? texts["people.nameless"])),
            [(texts["invitation.your-note"], view.Words.Note)],
            [
                .. rsvp.RecordedBy is null ? ImmutableArray<string>.Empty : [texts["invitation.recorded"]],
                .. view.MayAnswer ? [texts.Say("invitation.may-change", ("due", view.Due))] : ImmutableArray<string>.Empty,
            ]);
    }

    private static string? Change(string before, string after, Texts texts) =>
        before == after ? null : texts.Say("invitation.changed-from", ("before", before), ("after", after));

    // How the clocks differ while it takes place, by an hour that is the same day in most of the world.
    private static string? YourTime(InvitationView view, Texts texts)
    {
        var there = view.Terms.Zone.At(view.Terms.StartsOn, new TimeOnly(9, 0));
        return Elsewhere(view, there) is { } here
            ? texts.Say("invitation.clocks", ("there", Time(there, texts)), ("here", Time(here, texts)), ("zone", ZoneOf(view.TheirZone!.Value, texts)))
            : null;
    }

    private static string DeadlineForThem(InvitationView view, Texts texts)
    {
        var plain = Deadline(view.Due, view.Terms, texts);
        return Elsewhere(view, view.Terms.Zone.EndOf(view.Due)) is { } here
            ? texts.Say("invitation.due-here", ("due", plain), ("day", DateOnly.FromDateTime(here.DateTime)), ("time", Time(here, texts)), ("zone", ZoneOf(view.TheirZone!.Value, texts)))
            : plain;
    }

    // The wall clock where they live; null where it shows the same as in the host city, or isn't known.
    private static DateTimeOffset? Elsewhere(InvitationView view, DateTimeOffset at) =>
        view.TheirZone is { } zone && zone.Local(at) is var here && here.Offset != view.Terms.Zone.Local(at).Offset ? here : null;

    private static string Time(DateTimeOffset at, Texts texts) => at.ToString("t", texts.Language.Culture);

    private static string ZoneOf(Terms terms, Texts texts) => ZoneOf(terms.Zone, texts);

    private static string ZoneOf(Zone zone, Texts texts) => texts.Say("invitation.zone", ("place", zone.Name[(zone.Name.LastIndexOf('/') + 1)..].Replace('_', ' ')));

    private static DateOnly AnsweredOn(InvitationView view) => (view.TheirZone ?? view.Terms.Zone).DateOf(view.Rsvp!.At);
}
