using System.Globalization;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Cards.Exchanges;

/// <summary>What the fields of a form show: as stored, or as somebody typed it and it couldn't be saved.</summary>
public abstract record EditFields
{
    /// <summary>Which form.</summary>
    public abstract ExchangePart Part { get; }
}

/// <summary>Fields of <see cref="ExchangePart.Design"/>.</summary>
/// <param name="Title">Title.</param>
/// <param name="Theme">Theme.</param>
/// <param name="Goal">Goal.</param>
/// <param name="Change">What should be different.</param>
/// <param name="Format">How they meet.</param>
/// <param name="SizeCap">Most people.</param>
/// <param name="Questions">Learning questions, a line each.</param>
/// <param name="Costs">Who pays what.</param>
/// <param name="CostWords">More about costs.</param>
public sealed record DesignFields(
    string? Title, string? Theme, string? Goal, string? Change, Format Format, int SizeCap, string? Questions, CostSharing Costs, string? CostWords) : EditFields
{
    /// <inheritdoc/>
    public override ExchangePart Part => ExchangePart.Design;

    /// <summary>As stored.</summary>
    public static DesignFields Of(Design d) => new(d.Title, d.Theme, d.Goal, d.Change, d.Format, d.SizeCap, string.Join('\n', d.LearningQuestions), d.Costs, d.CostWords);
}

/// <summary>Fields of <see cref="ExchangePart.Terms"/>.</summary>
/// <param name="HostCity">Host city.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
/// <param name="Zone">Zone, as an IANA name.</param>
/// <param name="Venue">Venue.</param>
public sealed record TermsFields(string? HostCity, DateOnly? First, DateOnly? Last, string? Zone, string? Venue) : EditFields
{
    /// <inheritdoc/>
    public override ExchangePart Part => ExchangePart.Terms;

    /// <summary>As stored.</summary>
    public static TermsFields Of(Terms t) => new(t.HostCity, t.StartsOn, t.EndsOn, t.Zone.Name, t.Venue);
}

/// <summary>Fields of <see cref="ExchangePart.Deadlines"/>.</summary>
/// <param name="Nominations">Nominations close.</param>
/// <param name="Invitations">Invitations are out.</param>
/// <param name="Answers">Answers are due.</param>
/// <param name="Freeze">The roster is frozen.</param>
public sealed record DeadlineFields(DateOnly? Nominations, DateOnly? Invitations, DateOnly? Answers, DateOnly? Freeze) : EditFields
{
    /// <inheritdoc/>
    public override ExchangePart Part => ExchangePart.Deadlines;

    /// <summary>As stored.</summary>
    public static DeadlineFields Of(Deadlines d) => new(d.NominationsClose, d.InvitationsOut, d.RsvpDue, d.RosterFreeze);
}

/// <summary>Fields of <see cref="ExchangePart.Answers"/>.</summary>
/// <param name="RemindDays">Days of the reminders, with commas.</param>
/// <param name="AtOnce">Whether alternates are invited at once.</param>
public sealed record AnswerFields(string? RemindDays, bool AtOnce) : EditFields
{
    /// <inheritdoc/>
    public override ExchangePart Part => ExchangePart.Answers;

    /// <summary>As stored.</summary>
    public static AnswerFields Of(AnswerRules rules) => new(string.Join(", ", rules.RemindDays), rules.AlternatesAtOnce);
}

/// <summary>A form of an exchange.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Fields">What its fields show.</param>
/// <param name="Seen">Digest of what is stored, see <see cref="ExchangeVerbs.Seen"/>.</param>
/// <param name="Once">Differs from card to card.</param>
/// <param name="Problem">Why it could not be saved; null for nothing.</param>
/// <param name="AsksAgain">People who would be asked again, to be confirmed; 0 for nothing to confirm.</param>
/// <param name="HasTerms">Whether host city and dates are known, and with them deadlines.</param>
public sealed record EditView(ExchangeId Exchange, EditFields Fields, string Seen, string Once, string? Problem, int AsksAgain, bool HasTerms);

/// <summary>The forms by which an exchange is edited, one at a time: each asks a handful of things and is saved by itself.</summary>
public static class EditCard
{
    /// <summary>Names of the fields.</summary>
    public const string Title = "title", Theme = "theme", Goal = "goal", Change = "change", Format = "format", SizeCap = "size", Questions = "questions",
        Costs = "costs", CostWords = "costWords",
        HostCity = "host", First = "first", Last = "last", Zone = "zone", Venue = "venue",
        RemindDays = "remind", AtOnce = "atOnce", Nominations = "nominations", Invitations = "invitations", Answers = "answers", Freeze = "freeze";

    /// <summary>Most characters of all learning questions together.</summary>
    public const int QuestionsMost = 2000;

    /// <summary>The form.</summary>
    public static AdaptiveCard For(EditView view, Texts texts) => Ui.Card(texts.Language,
        [
            Ui.Heading(texts[$"exchange.edit-part.{view.Fields.Part}"]),
            view.Problem is null ? null : Ui.Box(AdaptiveContainerStyle.Attention, Ui.Text(view.Problem)),
            .. Inputs(view.Fields, texts),
            view.AsksAgain > 0 ? Ui.Box(AdaptiveContainerStyle.Warning, Ui.Text(texts.Say("exchange.asks-again", ("count", view.AsksAgain)))) : null,
        ],
        Buttons(view, texts));

    private static IEnumerable<AdaptiveElement> Inputs(EditFields fields, Texts texts) => fields switch
    {
        DesignFields f => Inputs(f, texts),
        TermsFields f => Inputs(f, texts),
        DeadlineFields f => Inputs(f, texts),
        AnswerFields f => Inputs(f, texts),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<AdaptiveElement> Inputs(DesignFields f, Texts texts)
    {
        var (min, max) = ExchangeDefaults.SizeRange;
        return
        [
            Ui.TextInput(Title, Label(texts, "title"), f.Title, ExchangeDefaults.TitleMost, texts["exchange.title-missing"]),
            Ui.TextInput(Theme, Label(texts, "theme"), f.Theme, ExchangeDefaults.TextMost),
            Ui.TextInput(Change, Label(texts, "change"), f.Change, ExchangeDefaults.TextMost, lines: true),
            Ui.TextInput(Goal, Label(texts, "goal"), f.Goal, ExchangeDefaults.TextMost, lines: true),
            Ui.TextInput(Questions, Label(texts, "questions"), f.Questions, QuestionsMost, lines: true),
            Ui.ChoiceInput(Format, Label(texts, "format"), f.Format.ToString(), Enum.GetValues<Format>().Select(v => Ui.Choice(texts[$"format-name.{v}"], v.ToString()))),
            Ui.NumberInput(SizeCap, Label(texts, "size"), f.SizeCap, min, max, texts.Say("exchange.size-range", ("min", min), ("max", max))),
            Ui.ChoiceInput(Costs, Label(texts, "costs"), f.Costs.ToString(), Enum.GetValues<CostSharing>().Select(v => Ui.Choice(texts[$"costs.choice.{v}"], v.ToString()))),
            Ui.TextInput(CostWords, Label(texts, "cost-words"), f.CostWords, ExchangeDefaults.TextMost, lines: true),
        ];
    }

    private static IEnumerable<AdaptiveElement> Inputs(TermsFields f, Texts texts) =>
    [
        Ui.TextInput(HostCity, Label(texts, "host"), f.HostCity, ExchangeDefaults.CityMost, texts["exchange.host-missing"]),
        Ui.DateInput(First, Label(texts, "first"), f.First, texts["exchange.first-day-missing"]),
        Ui.DateInput(Last, Label(texts, "last"), f.Last, texts["exchange.last-day-missing"]),
        Ui.TextInput(Zone, Label(texts, "zone"), f.Zone, 100, texts["exchange.zone-missing"]),
        Ui.TextInput(Venue, Label(texts, "venue"), f.Venue, ExchangeDefaults.TextMost),
    ];

    private static IEnumerable<AdaptiveElement> Inputs(DeadlineFields f, Texts texts) =>
    [
        Ui.DateInput(Nominations, texts["exchange.deadline.nominations"], f.Nominations, texts["exchange.day-missing"]),
        Ui.DateInput(Invitations, texts["exchange.deadline.invitations"], f.Invitations, texts["exchange.day-missing"]),
        Ui.DateInput(Answers, texts["exchange.deadline.answers"], f.Answers, texts["exchange.day-missing"]),
        Ui.DateInput(Freeze, texts["exchange.deadline.freeze"], f.Freeze, texts["exchange.day-missing"]),
    ];

    private static IEnumerable<AdaptiveElement> Inputs(AnswerFields f, Texts texts) =>
    [
        Ui.TextInput(RemindDays, Label(texts, "remind"), f.RemindDays, 60),
        new AdaptiveToggleInput { Id = AtOnce, Title = Label(texts, "at-once"), Value = f.AtOnce ? bool.TrueString : bool.FalseString, Wrap = true },
    ];

    private static ReadOnlySpan<AdaptiveAction?> Buttons(EditView view, Texts texts)
    {
        var part = view.Fields.Part;
        var asks = view.AsksAgain.ToString(CultureInfo.InvariantCulture);
        AdaptiveExecuteAction To(ExchangePart other) => Ui.Button(texts[$"exchange.edit-part.{other}"], ExchangeVerbs.Edit,
            VerbData.Of((ExchangeVerbs.Exchange, view.Exchange.ToString()), (ExchangeVerbs.Part, other.ToString())));
        return new[]
        {
            Ui.Button(view.AsksAgain > 0 ? texts.Say("exchange.save-and-ask", ("count", view.AsksAgain)) : texts["exchange.save"], ExchangeVerbs.Save,
                VerbData.Of(
                    (ExchangeVerbs.Exchange, view.Exchange.ToString()), (ExchangeVerbs.Part, part.ToString()), (ExchangeVerbs.Seen, view.Seen),
                    (ExchangeVerbs.Asked, asks), (ExchangeVerbs.Once, view.Once)),
                "positive", inputs: true),
            part is ExchangePart.Design ? null : To(ExchangePart.Design),
            part is ExchangePart.Terms ? null : To(ExchangePart.Terms),
            part is ExchangePart.Answers ? null : To(ExchangePart.Answers),
            part is ExchangePart.Deadlines || !view.HasTerms ? null : To(ExchangePart.Deadlines),
            Ui.Button(texts["exchange.edit-agenda"], ExchangeVerbs.Agenda, ExchangeVerbs.Of(view.Exchange)),
            Ui.Button(texts["exchange.edit-leave"], ExchangeVerbs.Show, ExchangeVerbs.Of(view.Exchange)),
        };
    }

    private static string Label(Texts texts, string name) => texts[$"exchange.label.{name}"];
}
