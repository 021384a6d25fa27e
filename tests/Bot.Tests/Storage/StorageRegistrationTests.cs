using CoordinatorBot.Bot.Tests.Streams;
using CoordinatorBot.Duties;
using CoordinatorBot.Edges.Storage;
using CoordinatorBot.Ports;
using CoordinatorBot.Streams;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CoordinatorBot.Bot.Tests.Storage;

public sealed class StorageRegistrationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coordinator-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_database_is_made_in_the_content_root_at_the_start()
    {
        using var host = Build([]);

        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.Services.GetRequiredService<IDocuments>().PutAsync("a/b", new byte[1], PutCondition.Always, TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(File.Exists(Path.Combine(_folder.FullName, "data", "coordinator.db")));
    }

    [Theory]
    [InlineData("Coordinator:Storage:Path", "", "Path")]
    [InlineData("Coordinator:Storage:Paht", "x.db", "Paht")]
    [InlineData("Coordinator:Streams:Kept", "0", "Kept")]
    [InlineData("Coordinator:Streams:Patience", "1.00:00:00", "Patience")]
    [InlineData("Coordinator:Duties:Parallel", "1000", "Parallel")]
    [InlineData("Coordinator:Duties:LookEvery", "00:00:00", "LookEvery")]
    public async Task A_setting_that_can_not_be_meant_stops_the_start(string key, string value, string named)
    {
        using var host = Build(new() { [key] = value });

        var error = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.True(error is OptionsValidationException or InvalidOperationException);
        Assert.Contains(named, error.ToString(), StringComparison.Ordinal);
    }

    private IHost Build(Dictionary<string, string?> settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = _folder.FullName });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton<ICommitCodec, JarCodec>();
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddStreams().AddStreamKind(Jar.Kind);
        builder.Services.AddDuties().AddDutiesOf<Jar>();
        return builder.Build();
    }
}
