#nullable enable
using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Understands which of some choices a user means.</summary>
internal static class ChoiceRecognizers
{
    /// <summary>
    /// Finds the choices that are meant: those named by their words; if there are none, by their place ("the second one");
    /// if no place is named either, by their number. A text of more than 2,000 characters names none.
    /// </summary>
    /// <param name="utterance">What the user wrote.</param>
    /// <param name="choices">The choices.</param>
    /// <param name="options">What counts as naming one.</param>
    /// <param name="locale">The language of the text; null for English.</param>
    /// <returns>The choices found, in the order of the text; empty if none was.</returns>
    public static List<FoundChoice> Recognize(string utterance, IList<Choice> choices, FindChoicesOptions options, string? locale)
    {
        if (utterance.Length > Scanner.MaxLength) return [];
        var found = Find.Choices(utterance, choices, options);
        if (found.Count > 0) return found;

        var places = options.RecognizeOrdinals ? Ordinals.In(utterance, locale).ConvertAll(o => (decimal)(o < 0 ? choices.Count + o + 1 : o)) : [];
        if (places.Count == 0 && options.RecognizeNumbers) places = Numbers.In(utterance, locale);
        return [.. from place in places
                   where decimal.IsInteger(place) && place >= 1 && place <= choices.Count
                   select new FoundChoice { Value = choices[(int)place - 1].Value, Index = (int)place - 1, Score = 1 }];
    }
}
