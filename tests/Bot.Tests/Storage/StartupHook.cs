using CoordinatorBot.Bot.Tests.Storage;

/// <summary>Found by the runtime by this name, outside any namespace, where it is told to look: see <see cref="WriterProcess"/>.</summary>
internal static class StartupHook
{
    public static void Initialize() => WriterProcess.Write();
}
