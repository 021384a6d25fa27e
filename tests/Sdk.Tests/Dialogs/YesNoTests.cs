using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace CoordinatorBot.Sdk.Tests.Dialogs;

public sealed class YesNoTests
{
    [Theory]
    [InlineData("en-US", "yes please", true)]
    [InlineData("en-US", "YES", true)]
    [InlineData("en-US", "y", true)]
    [InlineData("en-US", "Yep!", true)]
    [InlineData("en-US", "well, sure", true)]
    [InlineData("en-US", "OK", true)]
    [InlineData("en-US", "true", true)]
    [InlineData("en-US", "👍", true)]
    [InlineData("en-US", "👍🏽", true)]
    [InlineData("en-US", "no thanks", false)]
    [InlineData("en-US", "n", false)]
    [InlineData("en-US", "nope", false)]
    [InlineData("en-US", "false", false)]
    [InlineData("en-US", "not ok", false)]
    [InlineData("en-US", "I don't agree", false)]
    [InlineData("en-US", "👎", false)]
    [InlineData("en-US", "not sure", null)]
    [InlineData("en-US", "maybe", null)]
    [InlineData("en-US", "now", null)]
    [InlineData("en-US", "plan n", null)]
    [InlineData("en-US", "sí", null)]
    [InlineData("en-US", "", null)]
    [InlineData("es-ES", "Sí", true)]
    [InlineData("es-MX", "si claro", true)]
    [InlineData("es-ES", "por supuesto", true)]
    [InlineData("es-ES", "no, gracias", false)]
    [InlineData("es-ES", "falso", false)]
    [InlineData("es-ES", "no sé", null)]
    [InlineData("es-ES", "quizás", null)]
    [InlineData("fr-FR", "Oui", true)]
    [InlineData("fr-CA", "d'accord", true)]
    [InlineData("fr-FR", "Ça marche", true)]
    [InlineData("fr-FR", "bien sûr", true)]
    [InlineData("fr-FR", "non merci", false)]
    [InlineData("fr-FR", "pas d’accord", false)]
    [InlineData("fr-FR", "pas sûr", null)]
    [InlineData("fr-FR", "il y a du vent", null)]
    [InlineData("de-DE", "yes", true)]
    public void Yes_and_no_are_told_apart_and_doubt_is_neither(string locale, string text, bool? expected)
        => Assert.Equal(expected, YesNo.In(text, locale));
}
