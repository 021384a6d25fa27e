using System.Net.Http.Json;
using System.Text.Json.Nodes;

using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Bot.Tests.Invitations;
using CoordinatorBot.Simulator;

using Microsoft.Extensions.Logging;

namespace CoordinatorBot.Bot.Tests.Simulator;

/// <summary>The chats survive a restart of the bot, as the exchanges do.</summary>
public sealed class KeptChatsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coordinator-chats-");

    private string Store => Path.Combine(_folder.FullName, "coordinator.db");

    private string Chats => Store + ".chats.json";

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_restart_shows_the_chats_the_people_and_the_clock_as_they_were()
    {
        List<string> before;
        await using (var first = await StartAsync())
        {
            var nora = await first.PlayAsync("nora-whitfield");
            await nora.SayAsync("new exchange Breathing Lights");
            await first.AddPersonAsync("Quinn Abara", "quinn.abara@dayton.example");
            await first.Http.PostAsJsonAsync("/simulator/api/clock", new { seconds = 86_400 }, TestContext.Current.CancellationToken);
            await nora.SayAsync("help");
            before = [.. (await nora.MessagesAsync()).Select(m => $"{m.Id} {m.AllText}")];
        }

        await using var second = await StartAsync();
        var again = await second.PlayAsync("nora-whitfield");

        Assert.Equal(before, (await again.MessagesAsync()).Select(m => $"{m.Id} {m.AllText}"));
        Assert.Equal("quinn.abara@dayton.example", (await second.PlayAsync("quinn-abara")).Mail);
        Assert.Equal(24, second.Clock.Ahead.TotalHours, precision: 3);
        var said = await again.SayAsync("skip");
        Assert.Contains("host", said[^1].AllText, StringComparison.OrdinalIgnoreCase);
        Assert.All(said, m => Assert.True(string.CompareOrdinal(m.Id, before[^1].Split(' ')[0]) > 0));
    }

    [Fact]
    public async Task A_restart_shows_the_letters_that_came_before_it()
    {
        const string Lena = "lena.fischer@leipzig.example";
        await using (var first = await StartAsync())
        {
            var story = await InvitingStory.BeginAsync(first, 2, Lena);
            await story.InviteAsync();
            await story.SettledAsync(s => s.Invitations.Values.All(i => s.Ledger[i.Card].Done > 0));
        }

        await using var second = await StartAsync();
        var letter = Assert.Single((await second.Http.GetFromJsonAsync<JsonArray>("/simulator/api/letters?as=lena-fischer", TestContext.Current.CancellationToken))!)!;

        Assert.Contains(Lena, (string?)letter["to"], StringComparison.Ordinal);
        Assert.Contains("/i/", (string?)letter["text"], StringComparison.Ordinal);
        Assert.Contains("<html", await second.Http.GetStringAsync(new Uri($"/simulator/letters/{letter["id"]}", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_file_leaves_the_chats_empty_and_says_so()
    {
        await using (var first = await StartAsync())
            await (await first.PlayAsync("nora-whitfield")).SayAsync("help");
        await File.WriteAllTextAsync(Chats, (await File.ReadAllTextAsync(Chats, TestContext.Current.CancellationToken))[..^40], TestContext.Current.CancellationToken);

        await using var second = await StartAsync();

        Assert.Contains(second.Logs.Lines, l => l.Level is LogLevel.Warning && l.Text.Contains("can't be read", StringComparison.Ordinal));
        Assert.True(File.Exists(Chats + ".old"));
        Assert.NotEmpty(await (await second.PlayAsync("nora-whitfield")).SayAsync("help"));
    }

    [Fact]
    public async Task Chats_of_another_store_are_set_aside()
    {
        await using (var first = await StartAsync())
            await (await first.PlayAsync("nora-whitfield")).SayAsync("new exchange Breathing Lights");
        foreach (var file in _folder.EnumerateFiles().Where(f => !f.Name.Contains("chats", StringComparison.Ordinal)))
            file.Delete();

        await using var second = await StartAsync();

        Assert.DoesNotContain(await (await second.PlayAsync("nora-whitfield")).MessagesAsync(), m => m.AllText.Contains("Breathing Lights", StringComparison.Ordinal));
        Assert.Contains(second.Logs.Lines, l => l.Text.Contains("belong to another store", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_long_chat_the_newest_messages_are_kept()
    {
        await using (var first = await StartAsync())
        {
            var nora = await first.PlayAsync("nora-whitfield");
            for (var i = 0; i < (KeptTeams.MostMessages / 2) + 5; i++)
                await nora.SayAsync($"hm {i}");
        }

        var kept = JsonNode.Parse(await File.ReadAllTextAsync(Chats, TestContext.Current.CancellationToken))!["teams"]!["conversations"]!.AsArray();

        Assert.All(kept, c => Assert.InRange(c!["messages"]!.AsArray().Count, 0, KeptTeams.MostMessages));
        Assert.Contains(kept, c => c!["messages"]!.AsArray().Any(m => (string?)m!["activity"]!["text"] == $"hm {(KeptTeams.MostMessages / 2) + 4}"));
    }

    private async Task<TeamsHost> StartAsync()
    {
        var host = TeamsHost.On(Store);
        await host.InitializeAsync();
        return host;
    }
}
