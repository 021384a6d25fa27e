using System.Collections.Immutable;
using System.Globalization;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Cards.Exchanges;

/// <summary>A session as a coordinator sees it.</summary>
/// <param name="Key">Names it on cards: a digest of what it is, so that a session that was changed meanwhile has another.</param>
/// <param name="Item">The session.</param>
/// <param name="Lead">Who leads it; null for nobody yet.</param>
public sealed record SessionView(string Key, AgendaItem Item, string? Lead);

/// <summary>The agenda of an exchange.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Sessions">Its sessions, in order.</param>
/// <param name="Once">Differs from card to card.</param>
public sealed record AgendaView(Exchange Exchange, ImmutableArray<SessionView> Sessions, string Once);

/// <summary>The agenda by days, with what can be done with each session.</summary>
public static class AgendaCard
{
    /// <summary>The input with the session that is meant.</summary>
    public const string Session = "session";

    /// <summary>Member of a button that moves a session: whether earlier.</summary>
    public const string Earlier = "earlier";

    // Every session stands on the card twice. Beyond these a day is one line, so that the longest exchange fits a message.
    private const int MostInFull = 20;
    private const int MostCharacters = 60;
    private const int MostCharactersOfMany = 30;

    /// <summary>The card.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The agenda.</param>
    /// <param name="note">What was just done; null for nothing.</param>
    /// <param name="flaw">Why something was not done; null for nothing.</param>
    /// <param name="chosen">Key of the session that is chosen at first; null for the first.</param>
    public static AdaptiveCard For(Texts texts, AgendaView view, string? note = null, string? flaw = null, string? chosen = null) => Ui.Card(
        texts.Language,
        [
            note is null ? null : Ui.Box(AdaptiveContainerStyle.Emphasis, Ui.Text(note)),
            flaw is null ? null : Ui.Box(AdaptiveContainerStyle.Attention, Ui.Text(flaw)),
            Ui.Heading(texts["agenda.heading"]),
            Ui.Subtle(view.Exchange.Design.Title),
            view.Sessions.IsEmpty ? Ui.Text(texts["agenda.empty"]) : null,
            .. view.Sessions.GroupBy(s => s.Item.Day).SelectMany(day => Of(texts, view, day)),
            view.Sessions.IsEmpty ? null : Choice(texts, view, chosen),
        ],
        Buttons(texts, view));

    private static IEnumerable<AdaptiveElement?> Of(Texts texts, AgendaView view, IGrouping<int, SessionView> day)
    {
        if (view.Sessions.Length > MostInFull)
        {
            yield return Ui.Fact(SessionWords.Day(texts, view.Exchange, day.Key), SessionWords.Line(texts, day.Select(s => s.Item with { Title = s.Item.Title is { } title ? Short(title, MostCharactersOfMany) : null })));
            yield break;
        }

        yield return Ui.Section(SessionWords.Day(texts, view.Exchange, day.Key));
        foreach (var session in day)
            yield return Ui.Fact(SessionWords.Time(texts, session.Item), Told(texts, session));
    }

    private static string Told(Texts texts, SessionView session)
    {
        var name = session.Item.Title is { } title ? $"{title} ({texts[$"session-kind.{session.Item.Kind}"]})" : SessionWords.Name(texts, session.Item);
        return session.Lead is { } lead ? texts.Say("agenda.led", ("session", name), ("lead", Short(lead, MostCharacters))) : name;
    }

    private static AdaptiveChoiceSetInput Choice(Texts texts, AgendaView view, string? chosen) => new()
    {
        Id = Session,
        Label = texts["agenda.which"],
        Style = AdaptiveChoiceInputStyle.Compact,
        IsRequired = true,
        ErrorMessage = texts["agenda.which"],
        Choices = [.. view.Sessions.DistinctBy(s => s.Key).Select(s => Ui.Choice(Title(texts, s.Item, view.Sessions.Length > MostInFull ? MostCharactersOfMany : MostCharacters), s.Key))],
        Value = view.Sessions.Any(s => s.Key == chosen) ? chosen : view.Sessions[0].Key,
    };

    private static string Title(Texts texts, AgendaItem session, int most) =>
        texts.Say("agenda.choice", ("day", session.Day), ("time", SessionWords.Time(texts, session)), ("session", Short(SessionWords.Name(texts, session), most)));

    private static string Short(string text, int most) => text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)]}…";

    private static ReadOnlySpan<AdaptiveAction?> Buttons(Texts texts, AgendaView view)
    {
        VerbData Data(params ReadOnlySpan<(string, string)> more) =>
            VerbData.Of([(ExchangeVerbs.Exchange, view.Exchange.Id.ToString()), (ExchangeVerbs.Once, view.Once), .. more]);
        var any = !view.Sessions.IsEmpty;
        return new[]
        {
            any ? Ui.Button(texts["agenda.change"], ExchangeVerbs.EditSession, Data(), "positive", inputs: true) : null,
            any ? Ui.Button(texts["agenda.earlier"], ExchangeVerbs.MoveSession, Data((Earlier, "true")), inputs: true) : null,
            any ? Ui.Button(texts["agenda.later"], ExchangeVerbs.MoveSession, Data((Earlier, "false")), inputs: true) : null,
            Ui.Button(texts["agenda.add"], ExchangeVerbs.AddSession, Data(), any ? null : "positive"),
            Ui.Button(texts["agenda.usual"], ExchangeVerbs.UsualSessions, Data()),
            Ui.Button(texts["agenda.back"], ExchangeVerbs.Show, ExchangeVerbs.Of(view.Exchange.Id)),
        };
    }
}

/// <summary>What is written into the form for a session, so that it can be shown again as it was.</summary>
/// <param name="Day">Day, from 1.</param>
/// <param name="Starts">When it begins: "09:00"; empty while that is open.</param>
/// <param name="Minutes">How long, in minutes, as text.</param>
/// <param name="Kind">What kind of session.</param>
/// <param name="Title">Its title; empty for the plain name of the kind.</param>
/// <param name="Lead">Who leads it; empty for nobody yet.</param>
public sealed record SessionFields(int Day, string Starts, string Minutes, SessionKind Kind, string Title, string Lead)
{
    /// <summary>As a session fills it.</summary>
    public static SessionFields Of(AgendaItem session, string? lead) => new(
        session.Day, session.Starts?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? string.Empty,
        session.Minutes.ToString(CultureInfo.InvariantCulture), session.Kind, session.Title ?? string.Empty, lead ?? string.Empty);
}

/// <summary>The form for one session.</summary>
public static class SessionCard
{
    /// <summary>Names of the inputs.</summary>
    public const string Day = "day", Starts = "starts", Minutes = "minutes", Kind = "kind", Title = "title", Lead = "lead";

    /// <summary>Most characters of who leads a session.</summary>
    public const int LeadMost = 200;

    /// <summary>The card.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The agenda.</param>
    /// <param name="was">Key of the session that is changed; null where one is added.</param>
    /// <param name="fields">What is in the inputs.</param>
    /// <param name="flaw">Why it could not be saved; null at first.</param>
    public static AdaptiveCard For(Texts texts, AgendaView view, string? was, SessionFields fields, string? flaw = null)
    {
        VerbData Data() => VerbData.Of([(ExchangeVerbs.Exchange, view.Exchange.Id.ToString()), (ExchangeVerbs.Once, view.Once), .. was is null ? [] : new[] { (ExchangeVerbs.Was, was) }]);
        return Ui.Card(
            texts.Language,
            [
                Ui.Heading(texts[was is null ? "agenda.add-heading" : "agenda.change-heading"]),
                flaw is null ? null : Ui.Box(AdaptiveContainerStyle.Attention, Ui.Text(flaw)),
                Ui.ChoiceInput(Day, texts["agenda.label.day"], Number(fields.Day), DaysOf(view, fields).Select(d => Ui.Choice(SessionWords.Day(texts, view.Exchange, d), Number(d)))),
                new AdaptiveTimeInput { Id = Starts, Label = texts["agenda.label.starts"], Value = fields.Starts.Length == 0 ? null : fields.Starts },
                // No Min and Max: the host would hold the form back with a message of its own.
                new AdaptiveNumberInput
                {
                    Id = Minutes, Label = texts["agenda.label.minutes"], IsRequired = true, ErrorMessage = texts["agenda.minutes-missing"],
                    Value = Ui.Typed(fields.Minutes),
                },
                Ui.ChoiceInput(Kind, texts["agenda.label.kind"], fields.Kind.ToString(), Enum.GetValues<SessionKind>().Select(k => Ui.Choice(texts[$"session-kind.{k}"], k.ToString()))),
                Ui.TextInput(Title, texts["agenda.label.title"], fields.Title, ExchangeDefaults.TitleMost),
                Ui.TextInput(Lead, texts["agenda.label.lead"], fields.Lead, LeadMost),
            ],
            Ui.Button(texts["exchange.save"], ExchangeVerbs.PutSession, Data(), "positive", inputs: true),
            was is null ? null : Ui.Button(texts["agenda.remove"], ExchangeVerbs.RemoveSession, Data(), "destructive"),
            Ui.Button(texts["agenda.leave"], ExchangeVerbs.Agenda, ExchangeVerbs.Of(view.Exchange.Id)));
    }

    // Also the day it lies on now, where the exchange became shorter since.
    private static IEnumerable<int> DaysOf(AgendaView view, SessionFields fields) =>
        Enumerable.Range(1, view.Exchange.Terms?.Days ?? ExchangeDefaults.UsualDays).Append(fields.Day).Where(d => d > 0).Distinct().Order();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
