using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Cards.Digests;

/// <summary>One exchange in a digest, joined with names.</summary>
/// <param name="State">The exchange.</param>
/// <param name="Digest">What changed and what holds it up.</param>
/// <param name="Names">Names of people; who was forgotten is missing.</param>
public sealed record ExchangeDigestView(ExchangeState State, ExchangeDigest Digest, ImmutableDictionary<PersonId, string> Names)
{
    /// <summary>Its title.</summary>
    public string Title => State.Exchange!.Design.Title;

    /// <summary>Where it stands.</summary>
    public Stage Stage => State.Exchange!.Stage;
}

/// <summary>A digest as a channel reads it.</summary>
/// <param name="Period">The day of its occasion.</param>
/// <param name="Exchanges">Those with something new, or something in the way; the most urgent first.</param>
/// <param name="ChatLink">Opens a chat with the bot.</param>
public sealed record DigestView(DateOnly Period, ImmutableArray<ExchangeDigestView> Exchanges, Uri? ChatLink);

/// <summary>The digest of a channel: blockers first, each with the person who owes the next step, then what changed, then headcount.</summary>
public static class DigestCard
{
    /// <summary>Verb of the button that updates the digest in place.</summary>
    public const string UpdateVerb = "digest.update";

    private const int MostExchanges = 8;
    private const int MostLines = 8;

    /// <summary>The card.</summary>
    public static AdaptiveCard For(DigestView view, Texts texts)
    {
        var body = new List<AdaptiveElement?> { Ui.Heading(texts.Say("digest.title", ("day", view.Period))) };
        if (view.Exchanges.IsEmpty)
            body.Add(Ui.Text(texts["digest.nothing-new"]));
        foreach (var exchange in view.Exchanges.Take(MostExchanges))
            body.Add(Exchange(exchange, texts));
        if (view.Exchanges.Length > MostExchanges)
            body.Add(Ui.Subtle(texts.Say("digest.more-exchanges", ("count", view.Exchanges.Length - MostExchanges))));
        return Ui.Card(texts.Language, body,
            Ui.Button(texts["digest.update"], UpdateVerb, VerbData.Of(("period", view.Period.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))),
            view.ChatLink is { } link ? new AdaptiveOpenUrlAction { Title = texts["digest.open-chat"], Url = link } : null);
    }

    /// <summary>What a notification says of the digest.</summary>
    public static string Summary(DigestView view, Texts texts)
    {
        var urgent = view.Exchanges.Sum(e => e.Digest.Blockers.Count(b => b.Urgent));
        return view.Exchanges.IsEmpty ? texts["digest.nothing-new"]
            : texts.Say(urgent > 0 ? "digest.summary-urgent" : "digest.summary", ("count", urgent > 0 ? urgent : view.Exchanges.Length));
    }

    private static AdaptiveContainer Exchange(ExchangeDigestView view, Texts texts)
    {
        string NameOf(PersonId id) => view.Names.GetValueOrDefault(id, texts["people.nameless"]);
        string CityOf(DelegationId id) => view.State.Delegations.TryGetValue(id, out var d) ? d.City : texts["digest.some-city"];
        var container = new AdaptiveContainer { Separator = true, Spacing = AdaptiveSpacing.Large };
        void Add(AdaptiveElement? element)
        {
            if (element is not null)
                container.Items.Add(element);
        }

        Add(Ui.Section(view.Title));
        Add(Ui.Subtle(texts[$"stage.{view.Stage}"]));
        var urgent = view.Digest.Blockers.Where(b => b.Urgent).ToList();
        var others = view.Digest.Blockers.Where(b => !b.Urgent).ToList();
        Add(Ui.Box(AdaptiveContainerStyle.Attention,
            urgent.Count == 0 ? [] : [Ui.Section(texts["digest.urgent"]), Lines(urgent, b => Blocked(b, view.State, texts, NameOf), texts)]));
        Add(others.Count == 0 ? null : Ui.Section(texts["digest.open"]));
        Add(Lines(others, b => Blocked(b, view.State, texts, NameOf), texts));
        Add(view.Digest.Changes.IsEmpty ? null : Ui.Section(texts["digest.changes"]));
        Add(Lines(view.Digest.Changes, c => Changed(c, view.Stage, texts, NameOf, CityOf), texts));
        Add(view.Digest.Headcount.IsEmpty ? null : Ui.Section(texts["digest.headcount-title"]));
        foreach (var headcount in view.Digest.Headcount)
            foreach (var line in Headcount(headcount, texts, CityOf))
                Add(line);
        return container;
    }

    private static AdaptiveElement? Lines<T>(IReadOnlyCollection<T> items, Func<T, string> say, Texts texts) => Ui.Bullets(
        items.Count <= MostLines
            ? items.Select(say)
            : [.. items.Take(MostLines).Select(say), texts.Say("digest.more-lines", ("count", items.Count - MostLines))]);

    private static string Blocked(Blocker blocker, ExchangeState state, Texts texts, Func<PersonId, string> nameOf) =>
        texts.Say("digest.blocker", ("what", BlockerText.Of(texts, blocker, state, nameOf)), ("owes", BlockerText.OwedBy(texts, blocker, nameOf)));

    private static string Changed(Change change, Stage stage, Texts texts, Func<PersonId, string> nameOf, Func<DelegationId, string> cityOf)
    {
        var key = $"digest.change.{change.GetType().Name}";
        return change switch
        {
            CityJoined c => texts.Say(key, ("city", cityOf(c.Delegation))),
            Nominated c => texts.Say(key, ("city", cityOf(c.Delegation)), ("count", c.Count)),
            Decided c => texts.Say(key, ("city", cityOf(c.Delegation))),
            Accepted c => texts.Say(key, ("city", cityOf(c.Delegation)), ("count", c.Count)),
            Invited c => texts.Say(key, ("city", cityOf(c.Delegation)), ("count", c.Count)),
            Recalled c => texts.Say(key, ("count", c.Count)),
            Withdrew c => texts.Say(key, ("person", nameOf(c.Person)), ("city", cityOf(c.Delegation))),
            DidNotAnswer c => texts.Say(key, ("person", nameOf(c.Person)), ("city", cityOf(c.Delegation))),
            PutForward c => texts.Say(key, ("city", cityOf(c.Delegation))),
            Froze c => texts.Say(key, ("city", cityOf(c.Delegation))),
            Answered c => texts.Say($"{key}.{c.Answer}", ("person", nameOf(c.Person)), ("city", cityOf(c.Delegation))),
            MovedOn => texts.Say(key, ("stage", texts[$"stage.{stage}"])),
            NotDelivered c => texts.Say(key, ("count", c.Count)),
            _ => texts[key],
        };
    }

    private static IEnumerable<AdaptiveElement?> Headcount(DelegationHeadcount h, Texts texts, Func<DelegationId, string> cityOf)
    {
        var invited = h.Accepted + h.Tentative + h.Declined + h.Silent > 0;
        yield return Ui.Fact(cityOf(h.Delegation) + ":", texts.Say(invited ? "digest.headcount" : "digest.headcount-uninvited",
            ("seated", h.Balance.Seated), ("seats", h.Balance.Seats), ("accepted", h.Accepted), ("tentative", h.Tentative), ("declined", h.Declined), ("silent", h.Silent)));
        yield return Ui.Subtle(string.Join(" · ", h.Balance.Sectors.Select(s => texts.Say(
            s.Have < s.Range.Min ? "digest.sector-short" : s.Have > s.Range.Max ? "digest.sector-over" : "digest.sector",
            ("sector", texts[$"sector.{s.Sector.Code}"]), ("have", s.Have), ("min", s.Range.Min), ("max", s.Range.Max)))));
    }
}
