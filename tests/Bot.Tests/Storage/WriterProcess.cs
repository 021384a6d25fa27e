using System.Diagnostics;

using CoordinatorBot.Domain;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Bot.Tests.Storage;

/// <summary>This very program, started again to do nothing but write: a startup hook of the runtime, run instead of the tests.</summary>
internal static class WriterProcess
{
    private const int Writers = 6;

    // It is killed long before; this ends it where whoever started it is gone.
    private const int MostRounds = 2_000;

    private const string FileVariable = "COORDINATOR_TESTS_WRITE_TO";

    public static ProcessStartInfo StartInfo(string file)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            Environment = { [FileVariable] = file, ["DOTNET_STARTUP_HOOKS"] = typeof(WriterProcess).Assembly.Location },
        };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(typeof(WriterProcess).Assembly.Location);
        return start;
    }

    public static string KeyOf(CommandId id) => $"words/{id}";

    public static void Write()
    {
        var (_, log, documents) = SqliteStore.Open(Environment.GetEnvironmentVariable(FileVariable)!);
        var streams = Enumerable.Range(0, Writers).Select(_ => new StreamName("exchange", NewId())).ToArray();
        for (var position = 0L; position < MostRounds; position++)
        {
            var ids = streams.Select(_ => new CommandId(NewId())).ToArray();
            Task.WaitAll(ids.Select(id => documents.PutAsync(KeyOf(id), new byte[300], PutCondition.Always, CancellationToken.None).AsTask()));
            var appends = streams.Zip(ids, (stream, id) => log.AppendAsync(
                stream, position, [new StoredCommit(id, new byte[500])], DateTimeOffset.UnixEpoch, CancellationToken.None).AsTask()).ToArray();
            for (var i = 0; i < Writers; i++)
            {
                appends[i].Wait();
                Console.Out.WriteLine($"{streams[i]} {position + 1} {ids[i]}");
                Console.Out.Flush();
            }
        }

        Environment.Exit(1);
    }

    private static Guid NewId() => Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
}
