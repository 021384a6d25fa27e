using System.Collections.Immutable;
using System.Globalization;

using CoordinatorBot.Cards.Exchanges;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Features.Exchanges.Typed;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>What the forms of an exchange show, and the commands that follow from what was typed into them.</summary>
internal static class ExchangeForms
{
    /// <summary>The fields of a form as stored; the terms of a draft where it has no deadlines to show.</summary>
    public static EditFields Stored(ExchangeState state, ExchangePart part) => (part, state.Exchange!) switch
    {
        (ExchangePart.Deadlines, { Deadlines: { } deadlines }) => DeadlineFields.Of(deadlines),
        (ExchangePart.Answers, { } x) => AnswerFields.Of(x.Rules),
        (ExchangePart.Design, { } x) => DesignFields.Of(x.Design),
        (_, { Terms: { } terms }) => TermsFields.Of(terms),
        _ => new TermsFields(null, null, null, null, null),
    };

    /// <summary>What was typed into the fields of a form.</summary>
    public static EditFields Typed(Press press, ExchangePart part) => part switch
    {
        ExchangePart.Design => new DesignFields(
            Line(press, EditCard.Title), Line(press, EditCard.Theme), Lines(press, EditCard.Goal), Lines(press, EditCard.Change),
            Enum.TryParse<Format>(press.Text(EditCard.Format), out var format) && Enum.IsDefined(format) ? format : Format.SiteVisit,
            press.Number(EditCard.SizeCap) ?? 0, Lines(press, EditCard.Questions),
            Enum.TryParse<CostSharing>(press.Text(EditCard.Costs), out var costs) && Enum.IsDefined(costs) ? costs : CostSharing.ToldLater, Lines(press, EditCard.CostWords)),
        ExchangePart.Terms => new TermsFields(Line(press, EditCard.HostCity), press.Date(EditCard.First), press.Date(EditCard.Last), Line(press, EditCard.Zone), Line(press, EditCard.Venue)),
        ExchangePart.Answers => new AnswerFields(Line(press, EditCard.RemindDays), press.Flag(EditCard.AtOnce)),
        ExchangePart.Deadlines => new DeadlineFields(press.Date(EditCard.Nominations), press.Date(EditCard.Invitations), press.Date(EditCard.Answers), press.Date(EditCard.Freeze)),
    };

    /// <summary>The command that saves what was typed; null, with the reason, where it can't be one.</summary>
    public static ExchangeCommand? Command(Turn turn, ExchangeState state, EditFields typed, out string problem)
    {
        problem = string.Empty;
        switch (typed)
        {
            case DesignFields f:
                return new ChangeDesign(Design(state.Exchange!.Design, state.Exchange.Terms?.Days, f));
            case TermsFields { First: { } first, Last: { } last } f when ZoneOf(state, f) is { } zone:
                return new SetTerms(new Terms(f.HostCity ?? string.Empty, first, last, zone, f.Venue));
            case DeadlineFields { Nominations: { } n, Invitations: { } i, Answers: { } a, Freeze: { } r }:
                return new SetDeadlines(new Deadlines(n, i, a, r));
            case AnswerFields f when DaysIn(f.RemindDays) is { } days:
                return new SetAnswerRules(new AnswerRules(days, f.AtOnce));
            case AnswerFields f:
                problem = turn.Texts.Say("exchange.remind-odd", ("said", f.RemindDays));
                return null;
            case TermsFields { First: not null, Last: not null } f:
                problem = turn.Texts.Say("exchange.zone-unknown", ("zone", f.Zone));
                return null;
            default:
                problem = turn.Texts["exchange.day-missing"];
                return null;
        }
    }

    /// <summary>Whether that is what is stored already: a repeated press, or nothing changed.</summary>
    public static bool IsStored(ExchangeState state, ExchangeCommand command) => command switch
    {
        ChangeDesign c => c.Design == state.Exchange!.Design,
        SetTerms c => c.Terms == state.Exchange!.Terms,
        SetDeadlines c => c.Deadlines == state.Exchange!.Deadlines,
        SetAnswerRules c => c.Rules == state.Exchange!.Rules,
        _ => false,
    };

    /// <summary>A digest of what a form is filled with.</summary>
    public static string Seen(ExchangeState state, ExchangePart part)
    {
        string? text = Stored(state, part) switch
        {
            DesignFields f => f.ToString(),
            TermsFields f => string.Create(CultureInfo.InvariantCulture, $"{f.HostCity}|{f.First:O}|{f.Last:O}|{f.Zone}|{f.Venue}"),
            AnswerFields f => $"{f.RemindDays}|{f.AtOnce}",
            DeadlineFields f => string.Create(CultureInfo.InvariantCulture, $"{f.Nominations:O}|{f.Invitations:O}|{f.Answers:O}|{f.Freeze:O}"),
            _ => null,
        };
        return Ids.Of("seen", text ?? string.Empty).ToString("N")[..12];
    }

    /// <summary>Says what a save changed.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="before">The exchange before.</param>
    /// <param name="after">The exchange after.</param>
    /// <param name="askedAgain">People who are asked again.</param>
    public static string Saved(Texts texts, ExchangeState before, ExchangeState after, int askedAgain)
    {
        var fields = texts.List(Changed(before.Exchange!, after.Exchange!).Select(name => texts[$"exchange.changed.{name}"]));
        return askedAgain > 0 ? texts.Say("exchange.saved-asking", ("fields", fields), ("count", askedAgain)) : texts.Say("exchange.saved", ("fields", fields));
    }

    private static IEnumerable<string> Changed(Exchange before, Exchange after)
    {
        var (b, a) = (before.Design, after.Design);
        return new (string Name, bool Is)[]
        {
            ("title", b.Title != a.Title), ("theme", b.Theme != a.Theme), ("change", b.Change != a.Change), ("goal", b.Goal != a.Goal),
            ("questions", !b.LearningQuestions.SequenceEqual(a.LearningQuestions)), ("format", b.Format != a.Format), ("size", b.SizeCap != a.SizeCap),
            ("costs", (b.Costs, b.CostWords) != (a.Costs, a.CostWords)), ("agenda", !b.Agenda.SequenceEqual(a.Agenda)),
            ("host", before.Terms?.HostCity != after.Terms?.HostCity), ("dates", (before.Terms?.StartsOn, before.Terms?.EndsOn) != (after.Terms?.StartsOn, after.Terms?.EndsOn)),
            ("zone", before.Terms?.Zone != after.Terms?.Zone), ("venue", before.Terms?.Venue != after.Terms?.Venue), ("deadlines", before.Deadlines != after.Deadlines),
            ("reminders", !before.Rules.RemindDays.SequenceEqual(after.Rules.RemindDays)), ("alternates", before.Rules.AlternatesAtOnce != after.Rules.AlternatesAtOnce),
        }.Where(f => f.Is).Select(f => f.Name);
    }

    // The usual sessions follow the format as long as nobody has written their own.
    private static Design Design(Design before, int? days, DesignFields f)
    {
        var length = days ?? DatesText.UsualDays;
        var usual = before.Agenda.SequenceEqual(ExchangeDefaults.Agenda(before.Format, length));
        return before with
        {
            Title = f.Title ?? string.Empty,
            Theme = f.Theme,
            Goal = f.Goal,
            Change = f.Change,
            Format = f.Format,
            SizeCap = f.SizeCap,
            Costs = f.Costs,
            CostWords = f.CostWords,
            LearningQuestions = [.. (f.Questions ?? string.Empty).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Agenda = usual ? ExchangeDefaults.Agenda(f.Format, length) : before.Agenda,
        };
    }

    private static ImmutableArray<int>? DaysIn(string? written)
    {
        var parts = (written ?? string.Empty).Split([',', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var days = parts.Select(p => int.TryParse(p, CultureInfo.InvariantCulture, out var day) ? day : (int?)null).ToList();
        return days.Contains(null) ? null : [.. days.OfType<int>()];
    }

    // Another host city brings its own zone, unless one was typed with it.
    private static Zone? ZoneOf(ExchangeState state, TermsFields f)
    {
        var before = state.Exchange!.Terms;
        if (f.HostCity is { } city && city != before?.HostCity && (f.Zone is null || f.Zone == before?.Zone.Name) && CityZones.Find(city) is { } own)
            return own;
        return Zone.TryParse(f.Zone, out var zone) ? zone : null;
    }

    private static string? Line(Press press, string name) => press.Text(name) is { } text && PlainLine.Of(text) is { Length: > 0 } line ? line : null;

    private static string? Lines(Press press, string name) => press.Text(name) is { } text && PlainLine.Lines(text) is { Length: > 0 } lines ? lines : null;
}
