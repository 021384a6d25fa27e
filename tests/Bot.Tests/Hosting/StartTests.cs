using System.Diagnostics;
using System.Net;

using CoordinatorBot.Hosting;

using Microsoft.Extensions.Configuration;

namespace CoordinatorBot.Bot.Tests.Hosting;

/// <summary>The bot is never found open on a network by mistake.</summary>
public sealed class StartTests
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Site = "Coordinator:Web:Address=https://bot.example.org";

    [Theory]
    [InlineData("Production", "MicrosoftAppId is missing", "Coordinator:Coordinators is empty", Site)]
    [InlineData("Staging", "MicrosoftAppId is missing", "Coordinator:Coordinators is empty", Site)]
    [InlineData("Production", "MicrosoftAppId is missing", null, "MicrosoftAppId= ", "Coordinator:Coordinators:0=" + AppId, Site)]
    [InlineData("Production", "Coordinator:Coordinators is empty", null, "MicrosoftAppId=" + AppId, "MicrosoftAppType=UserAssignedMSI", Site)]
    [InlineData("Production", "MicrosoftAppPassword is missing", "MicrosoftAppTenantId is missing", "MicrosoftAppId=" + AppId, "MicrosoftAppType=SingleTenant", "Coordinator:Coordinators:0=" + AppId, Site)]
    [InlineData("Development", "MicrosoftAppType is 'Managed'", null, "MicrosoftAppType=Managed")]
    [InlineData("Development", "MicrosoftAppId is 'the-bot'", null, "MicrosoftAppId=the-bot", "MicrosoftAppPassword=x")]
    [InlineData("Development", "MicrosoftAppId is missing", null, "MicrosoftAppType=SingleTenant")]
    [InlineData("Production", null, null, "MicrosoftAppId=" + AppId, "MicrosoftAppType=userAssignedMsi", "Coordinator:Coordinators:0=" + AppId, Site)]
    [InlineData("Production", "Coordinator:Web:Address is missing", null, "MicrosoftAppId=" + AppId, "MicrosoftAppType=userAssignedMsi", "Coordinator:Coordinators:0=" + AppId)]
    [InlineData("Development", "Coordinator:Mail:From is missing", null, "Coordinator:Graph:Mail=true")]
    [InlineData("Development", null, null, "Coordinator:Graph:Mail=true", "Coordinator:Mail:From=exchange@city.example")]
    [InlineData("Development", null, null)]
    public void It_starts_only_knowing_who_it_is_and_who_may_coordinate(string environment, string? first, string? second, params string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Split('=')[0], (string?)s.Split('=')[1]))).Build();
        var broken = StartRules.Broken(configuration, new EnvironmentCalled(environment)).ToList();
        Assert.Equal(new[] { first, second }.Count(e => e is not null), broken.Count);
        foreach (var (expected, told) in new[] { first, second }.Zip(broken))
            Assert.StartsWith(expected!, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_to_start_is_a_line_each_and_exit_code_1()
    {
        using var bot = InProduction(("MicrosoftAppId", ""));
        var output = bot.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await bot.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bot.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, bot.ExitCode);
        Assert.Equal(3, errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.All(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => Assert.StartsWith("CoordinatorBot can't start: ", l, StringComparison.Ordinal));
        Assert.Empty(await output);
    }

    [Fact]
    public async Task In_Production_it_answers_Teams_and_nobody_else()
    {
        var store = Path.Combine(Path.GetTempPath(), $"coordinator-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}.db");
        using var bot = InProduction(
            ("MicrosoftAppId", AppId), ("MicrosoftAppType", "UserAssignedMSI"), ("Coordinator__Coordinators__0", AppId), ("Coordinator__Storage__Path", store),
            ("Coordinator__Web__Address", "https://bot.example.org"));
        try
        {
            using var http = new HttpClient { BaseAddress = await AddressAsync(bot) };
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health", Token)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/simulator/", Token)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/", Token)).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsync("/api/messages", new StringContent("{}"), Token)).StatusCode);
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync(CancellationToken.None);
            foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(store) + "*"))
                File.Delete(file);
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<Uri> AddressAsync(Process bot)
    {
        while (await bot.StandardOutput.ReadLineAsync(Token) is { } line)
            if (line.IndexOf("Now listening on: ", StringComparison.Ordinal) is >= 0 and var at)
                return new Uri(line[(at + "Now listening on: ".Length)..]);
        throw new InvalidOperationException($"It didn't start: {await bot.StandardError.ReadToEndAsync(Token)}");
    }

    private static Process InProduction(params ReadOnlySpan<(string Key, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_ENVIRONMENT"] = "Production" },
        };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        return Process.Start(start)!;
    }
}
