using System.Globalization;
using System.Text.Json.Nodes;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Bot.Tests.Kill;

/// <summary>The bot is killed again and again while people use it; what it said and what it sent has to agree with what it stored.</summary>
public sealed class KilledBotTests : IDisposable
{
    private const int Kills = 20;

    // To play a run again: the moments are the same, as far as the machine is.
    private const string SeedVariable = "COORDINATOR_TESTS_SEED";

    private static readonly TimeSpan MostLife = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MostSettling = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coordinator-");
    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
    private TimeSpan _ahead = TimeSpan.FromSeconds(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Store => Path.Combine(_folder.FullName, "coordinator.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_sent_twice_that_is_not_unsure()
    {
        Say($"{SeedVariable}={_seed}");
        await using var sink = await ConnectorSink.StartAsync();
        using var line = new Line(sink.Url);
        var load = new Load(line, sink);
        await PlayAsync(new Random(_seed), sink, line, load);

        using var evidence = new Evidence(Store);
        var exchanges = await evidence.ExchangesAsync(Token);
        Say($"{line.Answered} activities answered, {line.Again} sent again; {load.Invitations.Count} exchanges, {load.Notes.Count} answers taken; "
            + $"{sink.Messages.Count(m => m.IsReply)} replies, {sink.Messages.Count(m => !m.IsReply)} messages of its own accord, {sink.Updates} updates");
        Assert.Empty(load.Refused);
        CommandsAreStoredOnce(exchanges);
        ExchangesAreAsTheyWereMade(exchanges, load);
        await AnswersAreStoredOnceAsync(exchanges, load, evidence);
        await CardsAreAsTheyShouldBeAsync(exchanges, sink, evidence);
    }

    private async Task PlayAsync(Random random, ConnectorSink sink, Line line, Load load)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var people = load.RunAsync(random, over.Token);
        try
        {
            for (var kill = 0; kill < Kills && !load.Failed; kill++)
            {
                using var bot = await StartAsync(line);
                // Until everybody has something to do, it lives.
                await load.UnderWay.WaitAsync(Token);
                await MomentAsync(random, sink, line);
                line.Down();
                bot.Kill();
                sink.Unspring();
                _ahead += TimeSpan.FromSeconds(random.Next(3) * 65);
            }

            using var last = await StartAsync(line);
            load.End();
            await people;
            await SettleAsync(last, line);
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    private async Task<BotProcess> StartAsync(Line line)
    {
        var bot = BotProcess.Start(Store, Load.Coordinators);
        await bot.MoveClockAsync(line.Http, _ahead, Token);
        line.Up(await bot.Address);
        return bot;
    }

    // Half of the moments lie within a request to the connector, which takes it or doesn't; the others are any time, some of them before
    // anything was answered.
    private static async Task MomentAsync(Random random, ConnectorSink sink, Line line)
    {
        var latest = Task.Delay(MostLife, Token);
        if (random.Next(2) == 0)
        {
            await Task.WhenAny(sink.SpringAsync(random.Next(12), keeps: random.Next(2) == 0), latest);
            return;
        }

        for (var left = random.Next(60); left > 0 && !latest.IsCompleted; left--)
            await Task.WhenAny(line.More, latest);
        await Task.Delay(random.Next(100), Token);
    }

    // The clock is moved on until all that can be shown is shown: past what settles, past the time after which a try is unsure, and past
    // the longest wait between tries.
    private async Task SettleAsync(BotProcess bot, Line line)
    {
        using var evidence = new Evidence(Store);
        do
        {
            var by = DutyPolicy.Default.TimeLimit + DutyPolicy.Default.MessageSettle + (DutyPolicy.Default.Most * 1.25);
            _ahead += by;
            await bot.MoveClockAsync(line.Http, by, Token);
            await evidence.QuietAsync(_ahead, MostSettling, Token);
        }
        while ((await evidence.ExchangesAsync(Token)).Any(x => x.Behind(TimeProvider.System.GetUtcNow() + _ahead).Any()));
        line.Down();
        bot.Kill();
    }

    private static void CommandsAreStoredOnce(IReadOnlyList<Found> exchanges)
    {
        var twice = exchanges.SelectMany(x => x.Commits).GroupBy(c => c.Id).Where(g => g.Count() > 1);
        Assert.Empty(twice.Select(g => g.Key));
    }

    private static void ExchangesAreAsTheyWereMade(IReadOnlyList<Found> exchanges, Load load)
    {
        Assert.Equal(load.Invitations.Order(), exchanges.Select(x => x.State.Exchange!.Design.Title).Order());
        foreach (var x in exchanges)
        {
            Assert.Equal(Load.ChangeOf(x.State.Exchange!.Design.Title), Assert.Single(x.Events.OfType<DesignChanged>()).Design.Change);
            Assert.Equal("Albany", Assert.Single(x.Events.OfType<TermsSet>()).Terms.HostCity);
            Assert.Equal(Load.City, Assert.Single(x.Events.OfType<CityAdded>()).City);
            Assert.Equal(Load.Invited, x.Events.OfType<CandidateNominated>().Select(e => e.Candidate.Person).Distinct().Count());
            Assert.Equal(Load.Invited, x.Events.OfType<CandidateNominated>().Count());
            Assert.Equal(Load.Invited, x.Events.OfType<InvitationSent>().Select(e => e.Person).Distinct().Count());
            Assert.Equal(Load.Invited, x.Events.OfType<InvitationSent>().Count());
        }
    }

    private static async Task AnswersAreStoredOnceAsync(IReadOnlyList<Found> exchanges, Load load, Evidence evidence)
    {
        var stored = new List<string?>();
        foreach (var answered in exchanges.SelectMany(x => x.Events.OfType<InvitationAnswered>().Select(e => (x.State.Invitations[e.Invitation], e))))
        {
            var (invitation, e) = answered;
            stored.Add((await evidence.Words.WordsAsync(invitation with { Rsvp = new Rsvp(e.Answer, e.TermsRevision, default, e.Words, null) }, Token)).Note);
        }

        // A press that was repeated at the same moment was acknowledged twice, and is one.
        Assert.Equal(load.Notes.Distinct().Order(), stored.Order());
        Assert.NotEmpty(stored);
    }

    private static async Task CardsAreAsTheyShouldBeAsync(IReadOnlyList<Found> exchanges, ConnectorSink sink, Evidence evidence)
    {
        var sent = sink.Messages.Where(m => !m.IsReply && m.Card is not null).ToLookup(m => Load.InvitationOf(m.Card!));
        var known = exchanges.SelectMany(x => x.State.Invitations.Keys).ToHashSet();
        Assert.DoesNotContain(sent, g => g.Key is { } id && !known.Contains(id));
        var (again, lost) = (0, 0);
        foreach (var x in exchanges)
        {
            foreach (var invitation in x.State.Invitations.Values)
            {
                var unsure = x.Events.Count(e => e is DutyFailed f && f.Key == invitation.Card && f.Code == FailureCode.Unsure);
                var posted = sent[invitation.Id].ToList();
                Assert.True(posted.Count <= Math.Min(1 + unsure, DutyPolicy.Default.UnsureAttempts), $"{invitation.Card} was sent {posted.Count} times:\n{HistoryOf(x, invitation)}");
                Assert.True(posted.Count > 0 || unsure >= DutyPolicy.Default.UnsureAttempts, $"{invitation.Card} was never sent, and nobody knows.");
                (again, lost) = (again + Math.Max(0, posted.Count - 1), lost + (posted.Count == 0 ? 1 : 0));
                if (x.State.Ledger[invitation.Card] is { Receipt: { } receipt } progress && progress.Done >= invitation.Revision)
                    await ShowsStateAsync(x, invitation, Assert.Single(posted, m => m.Id == receipt), evidence);
            }
        }

        var starts = exchanges.SelectMany(x => x.Events).OfType<DutyFailed>().Count(f => f.Code == FailureCode.Unsure);
        Say($"{known.Count} invitations: {again} sent twice, {lost} given up; {starts} tries ended unsure");
    }

    private static string HistoryOf(Found x, Invitation invitation) => string.Join('\n', x.Commits.SelectMany(c => c.Events.Select(e => (c.At, Event: e)))
        .Where(e => e.Event is DutyStarted s && s.Key == invitation.Card || e.Event is DutyFailed f && f.Key == invitation.Card
            || e.Event is DutyDone d && d.Key == invitation.Card || e.Event is InvitationEvent i && i.Invitation == invitation.Id)
        .Select(e => $"{e.At:HH:mm:ss.fff} {e.Event}"));

    private static async Task ShowsStateAsync(Found x, Invitation invitation, SunkMessage message, Evidence evidence)
    {
        var person = (await evidence.People.FindAsync(invitation.Person, Token))!;
        var texts = Texts.In(Language.Of(person.Language));
        var should = InvitationCard.For(await evidence.Views.OfAsync(x.State, invitation, texts, Token), texts);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(should.ToJson()), message.Card), $"{invitation.Card} shows\n{message.Card!.ToJsonString()}\nand should show\n{should.ToJson()}");
    }

    private static void Say(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);
}
