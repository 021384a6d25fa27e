using System.Diagnostics;
using System.Globalization;

using CoordinatorBot.Domain;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Bot.Tests.Storage;

/// <summary>A process that writes is killed while it writes; what it was told is stored has to be there.</summary>
public sealed class KillTests : IAsyncDisposable
{
    private const int Rounds = 8;

    private readonly SqliteStore _store = new();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_there_after_it()
    {
        var acknowledged = new List<Acknowledged>();
        for (var round = 0; round < Rounds; round++)
        {
            _store.Database.Dispose();
            acknowledged.AddRange(await WriteUntilKilledAsync(Random.Shared.Next(20, 600)));
            await _store.ReopenAsync();
            await AllAreThereAsync(acknowledged);
        }
    }

    private async Task<List<Acknowledged>> WriteUntilKilledAsync(int lines)
    {
        using var writer = Process.Start(WriterProcess.StartInfo(_store.File))!;
        var acknowledged = new List<Acknowledged>();
        try
        {
            while (await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                acknowledged.Add(Acknowledged.Parse(line));
                if (acknowledged.Count == lines)
                    writer.Kill();
            }
        }
        finally
        {
            writer.Kill();
        }

        await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(acknowledged.Count >= lines, "The writer ended before it was killed.");
        return acknowledged;
    }

    private async Task AllAreThereAsync(List<Acknowledged> acknowledged)
    {
        foreach (var ofOne in acknowledged.GroupBy(a => a.Stream))
        {
            var tail = await _store.Log.ReadAsync(ofOne.Key, 0, CancellationToken.None);
            foreach (var one in ofOne)
            {
                Assert.Equal(one.Id, tail.Commits[(int)one.Position - 1].Id);
                Assert.NotNull(await _store.Documents.GetAsync(WriterProcess.KeyOf(one.Id), CancellationToken.None));
            }

            // One append at most was under way for the stream at each kill.
            Assert.InRange(tail.Position, ofOne.Max(a => a.Position), ofOne.Max(a => a.Position) + Rounds);
        }
    }

    private sealed record Acknowledged(StreamName Stream, long Position, CommandId Id)
    {
        public static Acknowledged Parse(string line)
        {
            var parts = line.Split(' ');
            return new(StreamName.Parse(parts[0]), long.Parse(parts[1], CultureInfo.InvariantCulture), new CommandId(Guid.Parse(parts[2])));
        }
    }
}
