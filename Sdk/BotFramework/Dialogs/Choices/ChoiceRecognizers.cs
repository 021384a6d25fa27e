using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Understands which of some choices a user means.</summary>
public class ChoiceRecognizers
{
    /// <summary>Finds strings that are meant.</summary>
    /// <param name="utterance">What the user wrote.</param>
    /// <param name="choices">The strings to choose from.</param>
    /// <param name="options">What counts as naming one.</param>
    /// <returns>The choices found, in the order of the text; empty if none was.</returns>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<string> choices, FindChoicesOptions options = null)
        => RecognizeChoices(utterance, ChoiceFactory.ToChoices(choices), options);

    /// <summary>
    /// Finds the choices that are meant: those named by their words; if there are none, by their place ("the second one");
    /// if no place is named either, by their number. A text of more than 2,000 characters names none.
    /// </summary>
    /// <param name="utterance">What the user wrote.</param>
    /// <param name="list">The choices.</param>
    /// <param name="options">What counts as naming one.</param>
    /// <returns>The choices found, in the order of the text; empty if none was.</returns>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<Choice> list, FindChoicesOptions options = null)
        => Recognize(utterance, list, options ?? new FindChoicesOptions(), options?.Locale);

    /// <summary>The same, for the language of a prompt.</summary>
    internal static List<ModelResult<FoundChoice>> Recognize(string utterance, IList<Choice> list, FindChoicesOptions options, string locale)
    {
        utterance ??= string.Empty;
        list ??= [];
        if (utterance.Length > Lexemes.MaxLength) return [];
        var found = Find.Choices(utterance, list, options);
        if (found.Count > 0 || (!options.RecognizeOrdinals && !options.RecognizeNumbers)) return found;

        var text = new Lexemes(utterance, Vocabulary.For(locale));
        if (options.RecognizeOrdinals)
        {
            var ordinals = Ordinals.In(text);
            foreach (var ordinal in ordinals) AddByIndex(ordinal.Value < 0 ? list.Count + ordinal.Value : ordinal.Value - 1, ordinal);
            if (ordinals.Count > 0) return found;
        }
        if (options.RecognizeNumbers)
        {
            foreach (var number in Numbers.In(text)) AddByIndex(number.Value - 1, number);
        }
        return found;

        void AddByIndex(decimal index, NumberFound number)
        {
            if (index < 0 || index >= list.Count || !decimal.IsInteger(index)) return;
            var at = (int)index;
            found.Add(new ModelResult<FoundChoice>
            {
                Start = number.Start,
                End = number.End - 1,
                Text = utterance[number.Start..number.End],
                TypeName = "choice",
                Resolution = new FoundChoice { Value = list[at].Value, Index = at, Score = 1 },
            });
        }
    }
}
