using CoordinatorBot.Cards.Exchanges;
using CoordinatorBot.Cards.Tests.Infrastructure;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Cards.Tests.Exchanges;

public sealed class AgendaCardTests
{
    private static readonly Zone Paris = Zone.TryParse("Europe/Paris", out var zone) ? zone.Value : throw new InvalidOperationException();

    public static TheoryData<string> Languages => [.. Language.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_longest_agenda_fits_a_message(string language)
    {
        var texts = Texts.In(Language.Of(language));
        var view = View([.. Enumerable.Range(0, ExchangeDefaults.MostSessions).Select(i => new AgendaItem((i / 5) + 1, SessionKind.ActionPlanning, "Visite d’étude des terrains vacants réhabilités à Détroit, l’été", new TimeOnly(8 + (i % 5 * 2), 0), 90))], "Señora Ángela Ñúñez de la Peña y Söderström-Øster, Ayuntamiento");

        await CardChecks.IsGoodAsync(AgendaCard.For(texts, view, "note", "flaw"));
        await CardChecks.IsGoodAsync(SessionCard.For(texts, view, view.Sessions[0].Key, SessionFields.Of(view.Sessions[0].Item, view.Sessions[0].Lead), "flaw"));
    }

    [Fact]
    public async Task Twenty_sessions_stand_with_their_leads()
    {
        var view = View([.. Enumerable.Range(0, 20).Select(i => new AgendaItem((i / 5) + 1, SessionKind.ActionPlanning, new string('ñ', 120), new TimeOnly(8 + (i % 5 * 2), 0), 90))], "Señora Ángela Ñúñez");
        var card = AgendaCard.For(Texts.In(Language.Of("fr")), view, "note", "flaw");

        await CardChecks.IsGoodAsync(card);
        Assert.Equal(20, card.ToJson().Split("par Se").Length - 1);
    }

    [Fact]
    public async Task An_empty_agenda_offers_what_is_usual()
    {
        var card = AgendaCard.For(Texts.In(Language.English), View([]));

        await CardChecks.IsGoodAsync(card);
        Assert.Contains("No sessions yet.", card.ToJson());
        Assert.Contains("Usual agenda", card.ToJson());
        Assert.DoesNotContain("Move earlier", card.ToJson());
    }

    [Fact]
    public void A_session_says_its_time_its_kind_and_who_leads_it()
    {
        var json = AgendaCard.For(Texts.In(Language.English), View([new AgendaItem(2, SessionKind.SiteTour, "Three lots", new TimeOnly(9, 5), 100)], "Ana")).ToJson();

        Assert.Contains("Day 2 \u00B7 Tuesday 4 May 2027", json);
        Assert.Contains("09:05\u201310:45", json);
        Assert.Contains("Three lots (Site tour), led by Ana", json);
    }

    [Fact]
    public void A_session_after_the_last_day_says_so() =>
        Assert.Contains("Day 4 \u00B7 after the last day", AgendaCard.For(Texts.In(Language.English), View([new AgendaItem(4, SessionKind.SiteTour)])).ToJson());

    [Fact]
    public void What_people_wrote_is_not_read_as_markdown()
    {
        var card = AgendaCard.For(Texts.In(Language.English), View([new AgendaItem(1, SessionKind.SiteTour, "**Tour** [x](http://example.org)", new TimeOnly(9, 0), 60)], "_Eve_"));

        Assert.DoesNotContain(CardChecks.MarkdownTexts(card), t => t.Contains("**", StringComparison.Ordinal) || t.Contains("_Eve_", StringComparison.Ordinal));
    }

    private static AgendaView View(AgendaItem[] agenda, string? lead = null)
    {
        var design = ExchangeDefaults.Design("Breathing Lights") with { Agenda = [.. agenda] };
        var id = new ExchangeId(Guid.Empty);
        var exchange = new Exchange(id, default, [], Stage.Forming, design, new Terms("Albany", new DateOnly(2027, 5, 3), new DateOnly(2027, 5, 5), Paris, null), 1, 1, null);
        return new AgendaView(exchange, [.. agenda.Select((a, i) => new SessionView($"key{i:D9}", a, lead))], new string('0', 32));
    }
}
