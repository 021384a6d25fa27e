using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Bot.Tests.Architecture;

/// <summary>Which house may know which.</summary>
public sealed partial class ReferenceTests
{
    [Fact]
    public void Domain_refers_to_nothing_but_the_runtime() =>
        Assert.Empty(ReferencesOf(typeof(Event).Assembly));

    [Fact]
    public void Domain_uses_no_type_that_reaches_out_waits_or_looks_at_a_clock()
    {
        string[] outside = ["System.IO", "System.Net", "System.Data", "System.Diagnostics.Process", "System.Threading.Tasks", "System.TimeProvider", "System.Console", "System.Random", "Microsoft."];
        var used = TypesUsedBy(typeof(Event).Assembly).Where(t => outside.Any(o => t.StartsWith(o, StringComparison.Ordinal)));
        Assert.Empty(used);
    }

    [Fact]
    public void Cards_refer_to_the_domain_and_the_card_model_alone() =>
        Assert.Equal(["AdaptiveCards", "CoordinatorBot.Domain"], ReferencesOf(typeof(Texts).Assembly).Order());

    [Fact]
    public void Nothing_but_tests_refers_to_the_bot()
    {
        foreach (var project in Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories))
            if (!Path.GetRelativePath(Repository.Root, project).StartsWith("tests", StringComparison.Ordinal))
                Assert.DoesNotContain("CoordinatorBot.csproj", File.ReadAllText(project), StringComparison.Ordinal);
    }

    [Fact]
    public void Vendors_are_known_under_Edges_alone() =>
        Assert.Empty(Mentioning(Vendors(), path => path.StartsWith("Bot/Edges/", StringComparison.Ordinal)));

    [Fact]
    public void Bot_Framework_is_known_where_activities_come_in_and_dialogs_run_alone()
    {
        string[] may = ["Bot/CoordinatorTeamsBot.cs", "Bot/Conversation/StepDialog.cs", "Bot/Conversation/Dialogues.cs", "Bot/Conversation/Conversations.cs"];
        Assert.Empty(Mentioning(BotFramework(), path => path.StartsWith("Bot/Edges/Teams/", StringComparison.Ordinal) || may.Contains(path)));
    }

    [Fact]
    public void One_file_alone_differs_with_the_official_packages() =>
        Assert.Equal(["Bot/Edges/Teams/ActivityJson.cs"], Product().Where(s => s.Text.Contains("OFFICIAL_BOTSDK", StringComparison.Ordinal)).Select(s => s.Path));

    [Fact]
    public void Values_of_Bot_Framework_are_JSON_in_one_file_alone() =>
        Assert.Equal(
            ["Bot/Edges/Teams/ActivityJson.cs"],
            from source in Product()
            where !source.Path.StartsWith("Sdk/", StringComparison.Ordinal) && (BotFramework().IsMatch(source.Text) || source.Path.StartsWith("Cards/", StringComparison.Ordinal))
            where JsonOfALibrary().IsMatch(source.Text)
            select source.Path);

    [Fact]
    public void Every_project_comes_to_the_SDK_by_the_switch()
    {
        foreach (var project in Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories))
            Assert.DoesNotMatch("Reference Include=\"[^\"]*(Sdk[/\\\\]|Microsoft\\.Bot\\.|AdaptiveCards)", File.ReadAllText(project));
    }

    private static IEnumerable<(string Path, string Text)> Product() => new[] { "Domain", "Cards", "Bot", "Sdk" }.SelectMany(Repository.Sources);

    private static IEnumerable<string> Mentioning(Regex name, Func<string, bool> mayKnow) =>
        from source in new[] { "Domain", "Cards", "Bot" }.SelectMany(Repository.Sources)
        where !mayKnow(source.Path)
        from line in source.Text.Split('\n')
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && name.IsMatch(line)
        select $"{source.Path}: {line.Trim()}";

    private static IEnumerable<string> ReferencesOf(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System.", StringComparison.Ordinal));

    private static List<string> TypesUsedBy(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(metadata.GetTypeReference).Select(t => $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}")];
    }

    [GeneratedRegex(@"\b(Microsoft\.Data\.Sqlite|SQLitePCL|Azure\.|Microsoft\.Graph|Microsoft\.Identity)")]
    private static partial Regex Vendors();

    [GeneratedRegex(@"\bJson(Node|Object|Array|Value)\b|\bNewtonsoft\b")]
    private static partial Regex JsonOfALibrary();

    [GeneratedRegex(@"\bMicrosoft\.Bot\.")]
    private static partial Regex BotFramework();
}
