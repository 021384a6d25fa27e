using System.Reflection;
using AdaptiveCards;

namespace CoordinatorBot.Sdk.Tests.Surface;

/// <summary>
/// Guards the switch to the official packages: what compiles against ours must compile against theirs, so nothing may be public here
/// that isn't public there, with the same signature. A row an assembly.
/// </summary>
public sealed class PublicSurfaceTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlySet<string>> Official =
        OfficialSurface.Read(Path.Combine(AppContext.BaseDirectory, "Data", "Conformance", "official-surface.txt"));

    [Theory]
    [InlineData("AdaptiveCards")]
    [InlineData("CoordinatorBot.Sdk.BotFramework")]
    public void Nothing_public_that_the_official_package_has_not(string assembly)
    {
        // Microsoft.Rest is a package that the official ones build on, and not part of the record.
        var types = Assembly.Load(assembly).GetExportedTypes().Where(type => type.Namespace != "Microsoft.Rest").ToArray();

        Assert.NotEmpty(types);
        Assert.Empty(types.SelectMany(NotOfficial));
    }

    [Fact]
    public void Strange_members_and_types_are_noticed()
    {
        Assert.Equal(["Strange: no such type"], NotOfficial(typeof(Strange), "Strange"));

        // As if our class were the card of the official package.
        Assert.Equal(
            ["AdaptiveCards.AdaptiveCard: sealed class : AdaptiveTypedElement", "AdaptiveCards.AdaptiveCard: int Version { get; set; }"],
            NotOfficial(typeof(Strange), "AdaptiveCards.AdaptiveCard"));
    }

    private static IEnumerable<string> NotOfficial(Type type) => NotOfficial(type, SurfaceOf.Name(type));

    private static IEnumerable<string> NotOfficial(Type type, string name)
    {
        if (!Official.TryGetValue(name, out var official))
            return [$"{name}: no such type"];
        return SurfaceOf.Lines(type).Where(line => !official.Contains(line)).Select(line => $"{name}: {line}");
    }

    private sealed class Strange : AdaptiveTypedElement
    {
        public const string TypeName = "AdaptiveCard";

        public override string Type { get; set; } = TypeName;

        public int Version { get; set; }
    }
}
