using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace CoordinatorBot.Sdk.Tests.Dialogs;

/// <summary>What people paste: pieces that mean something, in orders that don't.</summary>
public sealed class RecognizersFuzzTests
{
    private static readonly string[] Pieces =
    [
        "12", "2027", "-", "/", ".", ",", ":", " ", " ", " ", "T", "h", "am", "p.m.", "May", "mai", "de mayo", "next", "Tuesday", "mardi", "martes", "tomorrow", "à", "a las", "at", "in",
        "days", "weeks", "semaines", "million", "hundred", "cent", "mil", "quatre", "vingt", "dix", "and", "et", "y", "last", "dernier", "second", "th", "er", "º", "yes", "no", "not", "'",
        "99999999999999999999", "0", "00", "\ud83d", "👍", "\u0301", "\0", "\t", "½", "the", "of", "31", "29", "february", "1/0", "0001", "9999",
        "half past", "y media", "et quart", "morning at", "por la tarde", "soir", "de la noche", "°", ".º", "\u200e", "–", "@", "¿", "24:00", "noon", "minuit", "12:30:59",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Nothing_makes_a_recognizer_fail(int seed)
    {
        var random = new Random(seed);
        var today = new DateTime(2026, 3, 2);
        var choices = ChoiceFactory.ToChoices(["next Tuesday", "12", "no"]);
        var partly = new FindChoicesOptions { AllowPartialMatches = true };
        for (var i = 0; i < 5000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            foreach (var locale in (string[])["en-US", "es-ES", "fr-FR"])
            {
                _ = Numbers.In(text, locale);
                _ = Ordinals.In(text, locale);
                Assert.All(DateTimes.Read(text, locale, today), d => Assert.True(d.Timex is { Length: > 0 } && DateTimes.Say([d], Vocabulary.For(locale)).Length > 0));
                _ = YesNo.In(text, locale);
                Assert.All(ChoiceRecognizers.Recognize(text, choices, partly, locale), f => Assert.InRange(f.Index, 0, 2));
            }
        }
    }

    [Theory]
    [InlineData("12 de twenty ")]
    [InlineData("quatre-vingt-")]
    [InlineData("in the last ")]
    [InlineData("apple ")]
    public void A_text_longer_than_any_answer_is_read_as_none(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 8000));
        var apples = ChoiceFactory.ToChoices(["red apple", "green"]);
        var partly = new FindChoicesOptions { AllowPartialMatches = true };
        foreach (var locale in (string[])["en-US", "es-ES", "fr-FR"])
        {
            Assert.Empty(Numbers.In(text, locale));
            Assert.Empty(DateTimes.Read(text, locale, null));
        }
        Assert.Empty(ChoiceRecognizers.Recognize(text, apples, partly, null));
        Assert.Equal(0, Assert.Single(ChoiceRecognizers.Recognize(text[..1000] + " apple", apples, partly, null)).Index);
    }
}
