using System.Runtime.CompilerServices;
using System.Text;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Tests.Whole;

/// <summary>docs/stages.md is drawn from the code.</summary>
public sealed class StagesDiagramTests
{
    [Fact]
    public void The_diagram_in_the_documentation_is_what_the_code_does()
    {
        var drawn = Draw();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(Document(), drawn);
        Assert.True(File.Exists(Document()) && File.ReadAllText(Document()).ReplaceLineEndings("\n") == drawn,
            "docs/stages.md differs from StageMachine.Moves. Draw it anew: UPDATE_DOCS=1 dotnet test --project tests/Domain.Tests");
    }

    [Fact]
    public void The_moves_are_those_that_events_make()
    {
        var found = new HashSet<StageMove>();
        foreach (var from in Enum.GetValues<Stage>())
            foreach (var happened in Moving())
                if (StageMachine.After(from, null, happened) is var to && to != from)
                    found.Add(new StageMove(from, happened.GetType(), to));

        // Two kinds of event follow a rule of their own: where the calendar may lead, and where the exchange stood before.
        Assert.Equal(
            StageMachine.Moves.Where(m => m.By != typeof(StageReached) && m.By != typeof(ExchangeRestored) && m.By != typeof(ExchangeCancelled)).Order(ByName),
            found.Where(m => m.By != typeof(StageReached) && m.By != typeof(ExchangeRestored) && m.By != typeof(ExchangeCancelled)).Order(ByName));
        foreach (var move in StageMachine.Moves.Where(m => m.By == typeof(StageReached)))
            Assert.Equal(move.To, StageMachine.After(move.From, null, new StageReached(move.To)));
        foreach (var move in StageMachine.Moves.Where(m => m.By == typeof(ExchangeRestored)))
            Assert.Equal(move.To, StageMachine.After(move.From, move.To, new ExchangeRestored()));
    }

    [Theory]
    [MemberData(nameof(EveryCommandTests.Stages), MemberType = typeof(EveryCommandTests))]
    public void An_exchange_can_be_called_off_where_the_diagram_says_so(Stage stage)
    {
        var may = StageMachine.Moves.Contains(new StageMove(stage, typeof(ExchangeCancelled), Stage.Cancelled));
        Assert.Equal(may, Given.In(stage).Ask(Story.Owner, new CancelExchange()).Refusal is null);
    }

    [Theory]
    [MemberData(nameof(EveryCommandTests.Stages), MemberType = typeof(EveryCommandTests))]
    public void The_calendar_moves_an_exchange_where_the_diagram_says_so(Stage stage)
    {
        foreach (var to in Enum.GetValues<Stage>())
        {
            var may = StageMachine.Moves.Contains(new StageMove(stage, typeof(StageReached), to));
            Assert.Equal(may, Given.In(stage).Ask(Actor.Bot, new ReachStage(to)).Events.Any());
        }
    }

    [Fact]
    public void A_delegation_moves_as_the_diagram_says_and_no_otherwise()
    {
        var moving = StoredEventsTests.Stored().SelectMany(c => c.Events).OfType<DelegationEvent>().DistinctBy(e => e.GetType()).ToList();
        var found = from stage in Enum.GetValues<DelegationStage>()
                    from happened in moving
                    where happened is not (CityAdded or CityRemoved or CandidateCorrected or CandidateWithdrawn)
                    let after = StageAfter(stage, happened)
                    where after != stage
                    select new DelegationMove(stage, happened.GetType(), after);
        Assert.Equal(DelegationMachine.Moves.OrderBy(m => m.ToString(), StringComparer.Ordinal), found.OrderBy(m => m.ToString(), StringComparer.Ordinal));
    }

    // The exchange as the stored events left it, with the delegation in that stage.
    private static DelegationStage StageAfter(DelegationStage stage, DelegationEvent happened)
    {
        var state = StoredEventsTests.Stored().Where(c => c.Events.All(e => e is not ChannelEvent)).Aggregate(ExchangeState.Initial, Evolution.Evolve);
        state = state with { Delegations = state.Delegations.SetItem(happened.Delegation, state.Delegations[happened.Delegation] with { Stage = stage }) };
        return Evolution.Evolve(state, new Commit(Ids.Command(1), Actor.Bot, null, Way.Duty, state.LastAt, [happened])).Delegations[happened.Delegation].Stage;
    }

    private static Comparer<StageMove> ByName { get; } = Comparer<StageMove>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()));

    private static IEnumerable<Event> Moving() => Enum.GetValues<Stage>().Select(s => (Event)new StageReached(s))
        .Concat(StoredEventsTests.Stored().SelectMany(c => c.Events).Where(e => e is ExchangeEvent or DelegationEvent or InvitationEvent).DistinctBy(e => e.GetType()));

    private static string Draw()
    {
        var text = new StringBuilder();
        text.Append("# Stages of an exchange\n\nDrawn from `StageMachine.Moves` by a test; draw it anew with `UPDATE_DOCS=1 dotnet test --project tests/Domain.Tests`.\n");
        text.Append("What each stage means is said at `Stage` in `Domain/Exchanges/Exchange.cs`.\n\n```mermaid\nstateDiagram-v2\n    [*] --> Draft : ExchangeCreated\n");
        foreach (var move in StageMachine.Moves.Where(m => m.To is not Stage.Cancelled && m.From is not Stage.Cancelled).OrderBy(m => m.From).ThenBy(m => m.To))
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"    {move.From} --> {move.To} : {move.By.Name}\n");
        text.Append("    Closed --> [*]\n```\n\nThe calendar (`StageReached`) may pass over stages: an exchange begins on its day, whoever was invited.\n\n");
        var ends = StageMachine.Moves.Where(m => m.To is Stage.Cancelled).Select(m => m.From).Order().Select(s => $"`{s}`");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"It can be called off (`ExchangeCancelled`) from {string.Join(", ", ends)}; taking that back (`ExchangeRestored`) leads to the stage it was in.\n");
        text.Append("\n## Stages of a delegation\n\nEach city's moves by itself; drawn from `DelegationMachine.Moves`. What each means is said at `DelegationStage`.\n\n```mermaid\nstateDiagram-v2\n    [*] --> Forming : CityAdded\n");
        foreach (var move in DelegationMachine.Moves.OrderBy(m => m.From).ThenBy(m => m.To))
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"    {move.From} --> {move.To} : {move.By.Name}\n");
        text.Append("    Forming --> [*] : CityRemoved\n```\n\nA coordinator may decide a delegation that nobody put forward. Once it is frozen every change of who comes has a reason (`ChangeReasoned`); a lead's is a request (`ChangeRequested`).\n");
        return text.ToString();
    }

    private static string Document([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/stages.md"));
}
