using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Tests.Text;

/// <summary>Code and texts fit together: what the sources ask for is there, and what is there is asked for.</summary>
public sealed partial class TextUseTests
{
    private static readonly HashSet<string> Keys = [.. Texts.In(Language.English).Keys.Select(Whole)];
    private static readonly HashSet<string> Sections = [.. Keys.Select(k => k.Split('.')[0])];

    [Fact]
    public void Every_text_that_the_code_asks_for_exists()
    {
        var asked = Sources().SelectMany(s => Asked().Matches(s).Select(m => m.Groups[1].Value)).Where(k => Sections.Contains(k.Split('.')[0]));

        IsNone(asked.Distinct().Where(k => !Keys.Contains(k)));
    }

    [Fact]
    public void Every_made_up_key_finds_texts()
    {
        var made = Sources().SelectMany(Made).Distinct().Where(p => Sections.Contains(p.Split('.')[0].TrimStart('^').Replace("\\", "", StringComparison.Ordinal)));

        IsNone(made.Where(pattern => !Keys.Any(k => Regex.IsMatch(k, pattern))));
    }

    [Fact]
    public void No_text_is_left_over()
    {
        var sources = Sources().ToList();
        var literal = sources.SelectMany(s => Literal().Matches(s).Select(m => m.Groups[1].Value)).ToHashSet();
        var made = sources.SelectMany(Made).Distinct().Select(p => new Regex(p)).ToList();

        IsNone(Keys.Where(k => !literal.Contains(k) && !made.Any(p => p.IsMatch(k))));
    }

    // Said in full: xunit shortens what it compares.
    private static void IsNone(IEnumerable<string> keys) => Assert.True(!keys.Any(), string.Join(", ", keys));

    /// <summary>Keys with a hole, as patterns: <c>stage.{stage}</c>, or <c>stage.</c> to which the rest is added.</summary>
    private static IEnumerable<string> Made(string source) => Interpolated().Matches(source)
        .Concat(Beginning().Matches(source))
        .Select(m => "^" + string.Concat(Hole().Split(m.Groups[1].Value).Select((part, i) => i == 0 ? Regex.Escape(part) : "[A-Za-z0-9.-]+" + Regex.Escape(part))) + (m.Value.EndsWith(".\"", StringComparison.Ordinal) ? "[A-Za-z0-9.-]+$" : "$"));

    // Plural forms are asked for by the key they share.
    private static string Whole(string key) =>
        key.EndsWith(".one", StringComparison.Ordinal) ? key[..^4] : key.EndsWith(".other", StringComparison.Ordinal) ? key[..^6] : key;

    private static IEnumerable<string> Sources([CallerFilePath] string path = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
        var separator = Path.DirectorySeparatorChar;
        return new[] { "Cards", "Bot" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(root, project), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{separator}obj{separator}", StringComparison.Ordinal) && !f.Contains($"{separator}bin{separator}", StringComparison.Ordinal)
                && !f.Contains($"{separator}node_modules{separator}", StringComparison.Ordinal))
            .Select(File.ReadAllText);
    }

    [GeneratedRegex("""(?:[tT]exts\[|\.Say\()"([a-z][A-Za-z0-9.-]+)["]""")]
    private static partial Regex Asked();

    [GeneratedRegex(""""  "([a-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)+)"  """", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();

    [GeneratedRegex(""""  \$"([a-z][A-Za-z0-9-]*\.(?:[A-Za-z0-9.-]|\{[^{}\n]+\})+)"  """", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Interpolated();

    [GeneratedRegex(""""  (?<!\$)"([a-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.)"  """", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Hole();
}
