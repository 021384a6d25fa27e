using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Bot.Tests.Streams;

/// <summary>The smallest stream that has all a stream can have: beans are put into a jar and taken out, and things are wanted.</summary>
internal sealed record Jar(int Beans, ImmutableDictionary<DutyKey, Want> Wanted, Ledger Ledger)
{
    public static DutyPolicy Policy { get; } = DutyPolicy.Default;

    public static StreamKind<Jar> Kind { get; } = new(
        "jar", new Jar(0, ImmutableDictionary<DutyKey, Want>.Empty, Ledger.Empty), Decide, Evolve, (jar, _) => jar.Wanted.Values, jar => jar.Ledger);

    private static Outcome Decide(Jar jar, Envelope envelope) => envelope.Command switch
    {
        PutBeans c => new BeansPut(c.Beans),
        TakeBeans c when c.Beans <= jar.Beans => new BeansTaken(c.Beans),
        TakeBeans c => new TooFewBeans(jar.Beans, c.Beans),
        LookInside => Outcome.Accept(),
        BreakJar => throw new InvalidOperationException("broken"),
        WantSomething c => new SomethingWanted(c.Key, c.Revision, c.Text, c.Again, c.To, c.From, c.Until, c.Urgency),
        WantBeansLater c => new BeansWanted(c.Key, c.Beans, c.From),
        DutyCommand c => DutyDecisions.Decide(c, jar.Wanted.Values, jar.Ledger, Policy, envelope.At),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Jar Evolve(Jar jar, Commit commit) => commit.Events.Aggregate(jar, (j, happened) => happened switch
    {
        BeansPut e => j with { Beans = j.Beans + e.Beans },
        BeansTaken e => j with { Beans = j.Beans - e.Beans },
        SomethingWanted e => j.Want(new Want(new DutyKey(e.Key), e.Revision, e.Again ? new Show(e.Text) : new Post(e.Text), e.To, e.From, e.Until, e.Urgency)),
        BeansWanted e => j.Want(new Want(new DutyKey(e.Key), 1, new Then(new PutBeans(e.Beans)), null, e.From, null, Urgency.AtOnce)),
        _ => j with { Ledger = j.Ledger.Evolve(happened, commit.At) },
    });

    private Jar Want(Want want) => this with { Wanted = Wanted.SetItem(want.Key, want) };
}

internal sealed record PutBeans(int Beans) : Command;

internal sealed record TakeBeans(int Beans) : Command;

internal sealed record LookInside : Command;

internal sealed record BreakJar : Command;

internal sealed record WantBeansLater(string Key, int Beans, DateTimeOffset From) : Command;

internal sealed record WantSomething(string Key, DateTimeOffset From) : Command
{
    public int Revision { get; init; } = 1;

    public string Text { get; init; } = "hello";

    /// <summary>Whether it does no harm to do it again.</summary>
    public bool Again { get; init; }

    public PersonId? To { get; init; }

    public DateTimeOffset? Until { get; init; }

    public Urgency Urgency { get; init; }
}

internal sealed record BeansPut(int Beans) : Event;

internal sealed record BeansTaken(int Beans) : Event;

internal sealed record SomethingWanted(
    string Key, int Revision, string Text, bool Again, PersonId? To, DateTimeOffset From, DateTimeOffset? Until, Urgency Urgency) : Event;

internal sealed record BeansWanted(string Key, int Beans, DateTimeOffset From) : Event;

internal sealed record TooFewBeans(int There, int Asked) : Refusal;

internal sealed record Post(string Text) : Act;

internal sealed record Show(string Text) : Act
{
    public override bool Idempotent => true;
}

/// <summary>Commits of jars as JSON.</summary>
internal sealed class JarCodec : ICommitCodec
{
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameEvents } },
    };

    public ReadOnlyMemory<byte> Write(Commit commit) => JsonSerializer.SerializeToUtf8Bytes(commit, Options);

    public Commit Read(ReadOnlySpan<byte> body) => JsonSerializer.Deserialize<Commit>(body, Options)!;

    private static void NameEvents(JsonTypeInfo type)
    {
        if (type.Type != typeof(Event))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions();
        foreach (var derived in new[] { typeof(BeansPut), typeof(BeansTaken), typeof(SomethingWanted), typeof(BeansWanted), typeof(DutyStarted), typeof(DutyDone), typeof(DutyFailed), typeof(DutyRetried) })
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(derived, derived.Name));
    }
}
