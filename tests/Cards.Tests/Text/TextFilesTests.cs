using System.Text.RegularExpressions;

using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Tests.Text;

/// <summary>The three language files say the same things, with the same data.</summary>
public sealed partial class TextFilesTests
{
    private static readonly Texts English = Texts.In(Language.English);

    public static TheoryData<string> All => [.. Language.All.Select(l => l.Code)];

    public static TheoryData<string> Others => [.. Language.All.Where(l => l != Language.English).Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Others))]
    public void Has_the_same_texts_as_English(string language)
    {
        var texts = Texts.In(Language.Of(language));

        Assert.Empty(English.Keys.Except(texts.Keys));
        Assert.Empty(texts.Keys.Except(English.Keys));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Names_the_same_data_as_English(string language)
    {
        var texts = Texts.In(Language.Of(language));

        Assert.DoesNotContain(English.Keys, key => !Named(texts[key]).SetEquals(Named(English[key])));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_text_is_empty_or_has_space_at_its_ends(string language)
    {
        var texts = Texts.In(Language.Of(language));

        Assert.DoesNotContain(texts.Keys, key => texts[key].Length == 0 || texts[key].Trim() != texts[key]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_text_with_a_plural_has_both_forms(string language)
    {
        var keys = Texts.In(Language.Of(language)).Keys.ToHashSet();

        Assert.DoesNotContain(keys, k => k.EndsWith(".one", StringComparison.Ordinal) && !keys.Contains(k[..^4] + ".other"));
        Assert.DoesNotContain(keys, k => k.EndsWith(".other", StringComparison.Ordinal) && !keys.Contains(k[..^6] + ".one"));
    }

    private static HashSet<string> Named(string text) => [.. Braces().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Braces();
}
