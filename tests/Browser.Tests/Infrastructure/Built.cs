using System.Reflection;

namespace CoordinatorBot.Browser.Tests.Infrastructure;

/// <summary>Where the build left what the tests use.</summary>
internal static class Built
{
    /// <summary>The assembly of the bot.</summary>
    public static string Bot => Told("Bot");

    /// <summary>The folder of the project of the bot: its content root.</summary>
    public static string BotFolder => Path.Combine(Told("Repository"), "Bot");

    /// <summary>The samples.</summary>
    public static string Samples => Path.Combine(Told("Repository"), "samples");

    /// <summary>axe-core, which finds what keeps people with disabilities from using a page.</summary>
    public static string Axe => Path.Combine(AppContext.BaseDirectory, "axe.min.js");

    private static string Told(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
