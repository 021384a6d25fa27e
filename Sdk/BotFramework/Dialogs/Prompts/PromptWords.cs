#nullable enable
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What prompts write by themselves in a language: the answers to a confirmation, and what stands between choices.</summary>
internal sealed record PromptWords(string Yes, string No, string Or)
{
    private static readonly PromptWords English = new("Yes", "No", " or ");
    private static readonly PromptWords Spanish = new("Sí", "No", " o ");
    private static readonly PromptWords French = new("Oui", "Non", " ou ");

    /// <summary>What stands between choices on one line.</summary>
    public ChoiceFactoryOptions Marks { get; } = new() { InlineSeparator = ", ", InlineOr = Or, InlineOrMore = "," + Or, IncludeNumbers = true };

    /// <summary>Finds the words for a locale; English stands in for languages that aren't known.</summary>
    public static PromptWords For(string? locale) => Vocabulary.LanguageOf(locale) switch
    {
        "es" => Spanish,
        "fr" => French,
        _ => English,
    };
}
