namespace CoordinatorBot.Domain.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Runner_runs() => Assert.True(true);
}
