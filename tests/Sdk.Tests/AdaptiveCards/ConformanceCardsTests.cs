using System.Text.Json.Nodes;
using Conformance;

namespace CoordinatorBot.Sdk.Tests.Cards;

/// <summary>Cards that were recorded with the official package, made by the same source.</summary>
public sealed class ConformanceCardsTests
{
    private static readonly string Recorded = Path.Combine(AppContext.BaseDirectory, "Data", "AdaptiveCards", "Recorded");

    /// <summary>Oddities of the official package that its recorders advise against: <c>verb: ""</c>, and null and zeros in a data query.</summary>
    private static readonly string[] NotImitated = ["odd-execute-without-verb", "odd-input-people"];

    public static TheoryData<string> Names => [.. ConformanceCards.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Card_is_written_as_the_official_package_writes_it(string name)
    {
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Recorded, name + ".json")));
        var actual = JsonNode.Parse(ConformanceCards.All[name]().ToJson());

        Assert.Equal(!NotImitated.Contains(name), JsonNode.DeepEquals(expected, actual));
    }

    [Fact]
    public void Every_recording_has_its_card() =>
        Assert.Equal(ConformanceCards.All.Keys, Directory.GetFiles(Recorded, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
}
