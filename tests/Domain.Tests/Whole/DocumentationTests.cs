using System.Reflection;
using System.Xml.Linq;

namespace CoordinatorBot.Domain.Tests.Whole;

/// <summary>Events, refusals, commands and blockers are read by people who didn't write them: each says what it is, and each of its data.</summary>
public sealed class DocumentationTests
{
    private static readonly Dictionary<string, XElement> Documented =
        XDocument.Load(Path.ChangeExtension(typeof(Event).Assembly.Location, "xml")).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value);

    public static TheoryData<Type> Families => [typeof(Event), typeof(Refusal), typeof(Command), typeof(Domain.Duties.Act), typeof(Domain.Digests.Change)];

    [Theory]
    [MemberData(nameof(Families))]
    public void Each_says_what_it_is(Type family)
    {
        var silent = Of(family).Where(t => Words(t, m => m.Element("summary")) is null).Select(t => t.Name);
        Assert.Empty(silent);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Each_says_what_its_data_are(Type family)
    {
        var silent =
            from t in Of(family)
            from p in t.GetConstructors().SelectMany(c => c.GetParameters()).Where(p => p.ParameterType != t)
            where Words(t, m => m.Elements("param").FirstOrDefault(e => e.Attribute("name")!.Value == p.Name)) is null
            select $"{t.Name}.{p.Name}";
        Assert.Empty(silent);
    }

    [Fact]
    public void Each_value_of_an_enumeration_says_what_it_means()
    {
        var silent =
            from t in typeof(Event).Assembly.GetExportedTypes().Where(t => t.IsEnum)
            from f in t.GetFields(BindingFlags.Public | BindingFlags.Static)
            where !Documented.ContainsKey($"F:{t.FullName}.{f.Name}")
            select $"{t.Name}.{f.Name}";
        Assert.Empty(silent);
    }

    private static IEnumerable<Type> Of(Type family) => typeof(Event).Assembly.GetExportedTypes().Where(t => t.IsAssignableTo(family));

    private static string? Words(Type type, Func<XElement, XElement?> part) =>
        Documented.TryGetValue($"T:{type.FullName}", out var member) && part(member)?.Value.Trim() is { Length: > 3 } words ? words : null;
}
