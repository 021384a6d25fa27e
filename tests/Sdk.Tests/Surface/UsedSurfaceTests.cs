using System.Reflection;
using System.Text.RegularExpressions;

namespace CoordinatorBot.Sdk.Tests.Surface;

/// <summary>What bots of this kind name of the official packages is there, by the same names and parameters.</summary>
public sealed partial class UsedSurfaceTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static readonly Dictionary<string, Type> Types = new[] { "AdaptiveCards", "CoordinatorBot.Sdk.BotFramework" }
        .SelectMany(assembly => Assembly.Load(assembly).GetTypes())
        .Where(type => type.IsPublic || type.IsNestedPublic || type.IsNestedFamily)
        .ToDictionary(type => type.FullName!.Replace('+', '.'));

    [Fact]
    public void Every_type_and_member_that_a_bot_names_is_there()
    {
        var (space, type, missing, members) = ("", (Type?)null, new List<string>(), 0);
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "Conformance", "api-surface.txt")))
        {
            if (line.StartsWith("namespace ", StringComparison.Ordinal)) space = line["namespace ".Length..];
            // What it is comes first, in prose.
            else if (space.Length == 0 || line.Length == 0) continue;
            else if (!line.StartsWith("    ", StringComparison.Ordinal))
            {
                var name = $"{space}.{TypeName(line)}";
                type = Types.GetValueOrDefault(name);
                if (type is null) missing.Add(name);
            }
            else if (type is not null)
            {
                members++;
                if (!Has(type, line.Trim())) missing.Add($"{type.FullName}: {line.Trim()}");
            }
        }

        Assert.Empty(missing);
        Assert.InRange(members, 500, int.MaxValue);
    }

    [GeneratedRegex(@"(?:class|interface|enum|delegate) (\w+)(?:<([^>]*)>)?")]
    private static partial Regex Declared();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Generic();

    [GeneratedRegex(@"^(?<before>[^(]*?)(?<name>\w+)\((?<parameters>.*)\)$")]
    private static partial Regex Call();

    [GeneratedRegex(@"(\w+)(?: \{.*\}| = .*)?$")]
    private static partial Regex Last();

    private static string TypeName(string line)
    {
        var found = Declared().Match(line);
        return found.Groups[2].Success ? $"{found.Groups[1].Value}`{found.Groups[2].Value.Split(',').Length}" : found.Groups[1].Value;
    }

    private static bool Has(Type type, string member)
    {
        if (member.Contains("implicit operator", StringComparison.Ordinal)) return type.GetMethods(All).Any(method => method.Name == "op_Implicit");
        if (member.Contains("operator <", StringComparison.Ordinal)) return type.GetMethod("op_LessThan", All) is not null;
        var bare = Plain(member);
        if (Call().Match(bare) is not { Success: true } call) return Inherited(type).Any(at => at.GetMember(Last().Match(bare).Groups[1].Value, All).Length > 0);
        var parameters = call.Groups["parameters"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(parameter => parameter.Split('=')[0].Trim().Split(' ')[^1]).ToArray();
        IEnumerable<MethodBase> candidates = call.Groups["before"].Value.Length == 0
            ? type.GetConstructors(All)
            : Inherited(type).SelectMany(at => at.GetMethods(All)).Where(method => method.Name == call.Groups["name"].Value);
        return candidates.Any(method => !method.IsPrivate && method.GetParameters().Select(parameter => parameter.Name).SequenceEqual(parameters));
    }

    private static IEnumerable<Type> Inherited(Type type) => [type, .. type.GetInterfaces()];

    private static string Plain(string member)
    {
        var text = member.Replace("default(CancellationToken)", "default", StringComparison.Ordinal);
        while (Generic().IsMatch(text)) text = Generic().Replace(text, "");
        return text;
    }
}
