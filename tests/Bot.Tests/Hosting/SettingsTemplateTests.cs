using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Hosting;

using Microsoft.Extensions.Configuration;

namespace CoordinatorBot.Bot.Tests.Hosting;

/// <summary>appsettings.template.json is made from the options classes and their documentation.</summary>
public sealed partial class SettingsTemplateTests
{
    private const int Width = 140;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, XElement> Documented =
        XDocument.Load(Path.ChangeExtension(typeof(Setting).Assembly.Location, "xml")).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value);

    private static string Template => Repository.File("appsettings.template.json");

    [Fact]
    public void The_template_holds_every_setting_with_its_default() => Repository.AssertMade(Template, Make());

    [Fact]
    public void A_copy_of_the_template_changes_nothing()
    {
        var copy = new ConfigurationBuilder().AddJsonFile(Template).Build();
        Assert.Empty(SettingsCheck.Problems(copy));
        Assert.Empty(StartRules.Broken(copy, new EnvironmentCalled("Development")));
        foreach (var setting in Setting.All)
        {
            var bound = Activator.CreateInstance(setting.Property.DeclaringType!)!;
            copy.GetSection(setting.Section).Bind(bound);
            Assert.Equal(setting.Default, setting.Property.GetValue(bound));
        }
    }

    private static string Make()
    {
        var text = new StringBuilder();
        Comment(text, 0, "Every setting of CoordinatorBot with its default. The bot runs without this file: copy it to Bot/appsettings.json (or beside the published bot), keep what you "
            + "change, and remove the rest. An environment variable does the same: Coordinator__Storage__Path=…. ASP.NET Core's own settings (Urls, Logging, Kestrel) may stand beside these.");
        Comment(text, 0, "Made from the options classes and their documentation by a test; make it anew with UPDATE_DOCS=1 dotnet test --project tests/Bot.Tests.");
        text.Append("{\n");
        Comment(text, 1, Summary($"T:{typeof(BotRegistration).FullName}"));
        text.Append('\n');
        var registration = typeof(BotRegistration).GetProperties().Select(p => new Setting("", p)).ToList();
        foreach (var key in registration)
            Write(text, 1, key, isLast: false);
        text.Append('\n');
        Comment(text, 1, "Of CoordinatorBot: an unknown key in here stops the start.");
        text.Append(Indent(1)).Append(CultureInfo.InvariantCulture, $"\"{Setting.Root}\": {{\n");
        foreach (var key in Setting.All.Where(s => s.Section == Setting.Root))
            Write(text, 2, key, isLast: false);
        var sections = Setting.All.Where(s => s.Section != Setting.Root).GroupBy(s => s.Section).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        foreach (var section in sections)
        {
            text.Append('\n');
            Comment(text, 2, Summary($"T:{section.First().Property.DeclaringType!.FullName}"));
            text.Append(Indent(2)).Append(CultureInfo.InvariantCulture, $"\"{section.Key[(Setting.Root.Length + 1)..]}\": {{\n");
            foreach (var (index, key) in section.Index())
                Write(text, 3, key, index == section.Count() - 1);
            text.Append(Indent(2)).Append(section == sections[^1] ? "}\n" : "},\n");
        }

        return text.Append(Indent(1)).Append("}\n}\n").ToString();
    }

    private static void Write(StringBuilder text, int depth, Setting setting, bool isLast)
    {
        var values = setting.IsList ? ((IEnumerable)setting.Default!).Cast<object>().ToList() : [];
        var added = values.Count == 0 ? "" : $" Default {string.Join(", ", values)}; what is listed here is added to them.";
        Comment(text, depth, Summary($"P:{setting.Property.DeclaringType!.FullName}.{setting.Property.Name}") + added);
        text.Append(Indent(depth)).Append(CultureInfo.InvariantCulture, $"\"{setting.Property.Name}\": {Json(setting)}{(isLast ? "" : ",")}\n");
    }

    // A list of the settings is added to the default, so a copied default would stand there twice.
    private static string Json(Setting setting) => setting.IsList ? "[]" : setting.Default switch
    {
        Enum value => JsonSerializer.Serialize(value.ToString()),
        TimeSpan value => JsonSerializer.Serialize(value.ToString(value.Milliseconds == 0 ? "c" : @"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture)),
        var value => JsonSerializer.Serialize(value, Plain),
    };

    private static void Comment(StringBuilder text, int depth, string words)
    {
        var line = new StringBuilder();
        foreach (var word in words.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length + 1 > Width - (2 * depth) - 3)
            {
                text.Append(Indent(depth)).Append("// ").Append(line).Append('\n');
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        text.Append(Indent(depth)).Append("// ").Append(line).Append('\n');
    }

    private static string Summary(string member)
    {
        Assert.True(Documented.TryGetValue(member, out var element), $"{member} isn't documented.");
        var words = string.Concat(element!.Element("summary")!.Nodes().Select(n => n switch
        {
            XElement { Name.LocalName: "see" } e => (e.Attribute("cref") ?? e.Attribute("langword"))!.Value.Split('.')[^1],
            XElement e => e.Value,
            _ => n.ToString().Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal),
        }));
        var said = NameOfSection().Replace(Blanks().Replace(words, " ").Trim(), "");
        return char.ToUpperInvariant(said[0]) + said[1..];
    }

    private static string Indent(int depth) => new(' ', 2 * depth);

    [GeneratedRegex(@"^Settings of the section [\w:]+: ")]
    private static partial Regex NameOfSection();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
