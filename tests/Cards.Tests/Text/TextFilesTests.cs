using System.Text.RegularExpressions;

using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Tests.Text;

/// <summary>The three language files say the same things, with the same data.</summary>
public sealed partial class TextFilesTests
{
    private static readonly Texts English = Texts.In(Language.English);

    public static TheoryData<Language> Others => [.. Enum.GetValues<Language>().Where(l => l is not Language.English)];

    [Theory]
    [MemberData(nameof(Others))]
    public void Has_the_same_texts_as_English(Language language)
    {
        var texts = Texts.In(language);

        Assert.Empty(English.Keys.Except(texts.Keys));
        Assert.Empty(texts.Keys.Except(English.Keys));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Names_the_same_data_as_English(Language language)
    {
        var texts = Texts.In(language);

        Assert.DoesNotContain(English.Keys, key => !Named(texts[key]).SetEquals(Named(English[key])));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Spanish)]
    [InlineData(Language.French)]
    public void No_text_is_empty_or_has_space_at_its_ends(Language language)
    {
        var texts = Texts.In(language);

        Assert.DoesNotContain(texts.Keys, key => texts[key].Length == 0 || texts[key].Trim() != texts[key]);
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Spanish)]
    [InlineData(Language.French)]
    public void A_text_with_a_plural_has_both_forms(Language language)
    {
        var keys = Texts.In(language).Keys.ToHashSet();

        Assert.DoesNotContain(keys, k => k.EndsWith(".one", StringComparison.Ordinal) && !keys.Contains(k[..^4] + ".other"));
        Assert.DoesNotContain(keys, k => k.EndsWith(".other", StringComparison.Ordinal) && !keys.Contains(k[..^6] + ".one"));
    }

    private static HashSet<string> Named(string text) => [.. Braces().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Braces();
}
