namespace CoordinatorBot.Sdk.Tests.Surface;

/// <summary>The public surface of the official packages, as recorded: a line a type, its members indented below it.</summary>
internal static class OfficialSurface
{
    /// <summary>By full type name with the number of its type parameters, the lines of its members; the kind of the type and its base class are a line too.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Read(string path)
    {
        var types = new Dictionary<string, IReadOnlySet<string>>();
        HashSet<string> members = [];
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                members.UnionWith(line.StartsWith("  const", StringComparison.Ordinal) ? [line.Trim()] : Values(line));
            }
            else if (Declared(line) is var (kind, name, details))
            {
                members = [kind + details];
                types[name] = members;
            }
        }
        return types;
    }

    // The values of an enum stand on one line, and only there a comma follows a bare word.
    private static IEnumerable<string> Values(string line) =>
        line.IndexOfAny(['(', '{', '<']) < 0 ? [line.Trim(), .. line.Split(',', StringSplitOptions.TrimEntries)] : [line.Trim()];

    private static (string Kind, string Name, string Details)? Declared(string line)
    {
        var colon = line.IndexOf(" : ", StringComparison.Ordinal);
        var (head, rest) = colon < 0 ? (line, "") : (line[..colon], line[colon..]);
        var generic = head.IndexOf('<', StringComparison.Ordinal);
        var (bare, parameters) = generic < 0 ? (head, "") : (head[..generic], head[generic..]);
        var space = bare.LastIndexOf(' ');
        string[] kinds = ["class", "abstract class", "sealed class", "static class", "struct", "enum", "interface", "delegate"];
        var arity = parameters.Length == 0 ? "" : "`" + parameters.Split(',').Length;
        return space > 0 && kinds.Contains(bare[..space]) ? (bare[..space], bare[(space + 1)..] + arity, parameters + rest) : null;
    }
}
