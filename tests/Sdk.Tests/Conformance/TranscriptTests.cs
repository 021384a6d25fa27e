namespace CoordinatorBot.Sdk.Tests.Conformance;

/// <summary>What the official SDK did on the wire, replayed against ours.</summary>
public sealed class TranscriptTests(ConformanceHost host) : IClassFixture<ConformanceHost>
{
    public static TheoryData<string> Names => [.. ConformanceHost.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Bot_does_what_was_recorded(string transcript) => Assert.Empty(await host.PlayAsync(transcript));
}
