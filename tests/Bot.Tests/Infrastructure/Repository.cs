using System.Runtime.CompilerServices;

namespace CoordinatorBot.Bot.Tests.Infrastructure;

/// <summary>The sources that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    /// <summary>A file of it.</summary>
    public static string File(params ReadOnlySpan<string> path) => Path.Combine([Root, .. path]);

    /// <summary>The C# sources under a folder, with their paths from the root, parted by slashes.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        from file in Directory.EnumerateFiles(File(folder), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Split('/').Any(p => p is "bin" or "obj" or "node_modules")
        select (path, System.IO.File.ReadAllText(file));

    /// <summary>A file made from code: written anew under <c>UPDATE_DOCS=1</c>, compared otherwise.</summary>
    public static void AssertMade(string path, string text)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            System.IO.File.WriteAllText(path, text);
        Assert.True(System.IO.File.Exists(path) && System.IO.File.ReadAllText(path).ReplaceLineEndings("\n") == text,
            $"{Path.GetRelativePath(Root, path)} differs from what the code says. Make it anew: UPDATE_DOCS=1 dotnet test --project tests/Bot.Tests");
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
