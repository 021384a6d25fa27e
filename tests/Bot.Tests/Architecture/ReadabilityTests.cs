using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Bot.Tests.Architecture;

/// <summary>What a reader can count on.</summary>
public sealed class ReadabilityTests
{
    private const int LongestFile = 400;

    public static TheoryData<string> Houses => ["Domain", "Cards", "Bot"];

    [Theory]
    [MemberData(nameof(Houses))]
    public void No_file_is_too_long_to_be_read_at_once(string house) =>
        Assert.Empty(Repository.Sources(house).Where(s => s.Text.Count(c => c == '\n') > LongestFile).Select(s => s.Path));

    [Theory]
    [MemberData(nameof(Houses))]
    public void Every_public_type_says_what_it_is(string house)
    {
        var assembly = house switch { "Domain" => typeof(Event).Assembly, "Cards" => typeof(Texts).Assembly, _ => typeof(Program).Assembly };
        var documented = XDocument.Load(Path.ChangeExtension(assembly.Location, "xml")).Descendants("member").Select(m => m.Attribute("name")!.Value).ToHashSet();
        var silent = assembly.GetExportedTypes()
            .Where(t => t.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !t.IsAssignableTo(typeof(System.Text.Json.Serialization.JsonSerializerContext)))
            .Where(t => !documented.Contains("T:" + t.FullName!.Replace('+', '.')))
            .Select(t => t.FullName);
        Assert.Empty(silent);
    }
}
