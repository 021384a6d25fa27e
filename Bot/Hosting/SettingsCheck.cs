using CoordinatorBot.Conversation;

namespace CoordinatorBot.Hosting;

/// <summary>
/// Looks for settings under <c>Coordinator:</c> that can't be meant: a key that isn't known, which would be passed over in silence otherwise, and a
/// value that isn't of its kind or breaks a rule of its options class.
/// </summary>
internal static class SettingsCheck
{
    private const int FarthestMisspelling = 3;

    /// <summary>What is wrong, a sentence each with the path; empty for nothing.</summary>
    public static IReadOnlyList<string> Problems(IConfiguration configuration)
    {
        var written = Written(configuration.GetSection(Setting.Root)).SelectMany(Wrong).ToList();
        return written.Count > 0 ? written : [.. Setting.All.GroupBy(s => s.Section).SelectMany(section => Broken(section, configuration))];
    }

    private static IEnumerable<IConfigurationSection> Written(IConfigurationSection section)
    {
        var children = section.GetChildren().SelectMany(Written).ToList();
        return string.IsNullOrEmpty(section.Value) && (children.Count > 0 || IsSection(section.Path)) ? children : children.Prepend(section);
    }

    private static IEnumerable<string> Wrong(IConfigurationSection written)
    {
        if (Setting.All.FirstOrDefault(s => Is(s.Path, written.Path)) is { } setting)
        {
            if (setting.IsList && !string.IsNullOrEmpty(written.Value))
                yield return $"{written.Path} is '{written.Value}': expected is a list, in an environment variable {written.Path.Replace(":", "__", StringComparison.Ordinal)}__0 and so on.";
            else if (!setting.IsList && written.Value is { } value && setting.WrongWith(written.Path, value) is { } wrong)
                yield return wrong;
        }
        else if (ListOf(written) is { } list)
        {
            if (written.Value is { } value && list.WrongWith(written.Path, value) is { } wrong)
                yield return wrong;
        }
        else
        {
            yield return $"{written.Path} isn't a setting. {Suggestion(written.Path)}";
        }
    }

    private static IEnumerable<string> Broken(IGrouping<string, Setting> section, IConfiguration configuration)
    {
        var type = section.First().Property.DeclaringType!;
        var bound = Activator.CreateInstance(type)!;
        configuration.GetSection(section.Key).Bind(bound);
        return section.SelectMany(s => s.BrokenBy(s.Property.GetValue(bound)));
    }

    private static Setting? ListOf(IConfigurationSection item) => int.TryParse(item.Key, out _)
        ? Setting.All.FirstOrDefault(s => s.IsList && Is(s.Path, item.Path[..^(item.Key.Length + 1)]))
        : null;

    private static string Suggestion(string path)
    {
        var near = Setting.All
            .Select(s => (s.Path, Off: CommandTable.Distance(path.ToUpperInvariant(), s.Path.ToUpperInvariant())))
            .MinBy(s => s.Off);
        if (near.Off <= FarthestMisspelling)
            return $"Is {near.Path} meant?";
        var parent = path;
        do
            parent = parent[..parent.LastIndexOf(':')];
        while (!IsSection(parent));
        var known = Setting.All
            .Where(s => s.Path.StartsWith(parent + ":", StringComparison.OrdinalIgnoreCase))
            .Select(s => s.Path[(parent.Length + 1)..].Split(':')[0])
            .Distinct().Order(StringComparer.Ordinal);
        return $"{parent} has {string.Join(", ", known)}.";
    }

    private static bool IsSection(string path) =>
        Setting.All.Any(s => Is(s.Section, path) || s.Section.StartsWith(path + ":", StringComparison.OrdinalIgnoreCase));

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
