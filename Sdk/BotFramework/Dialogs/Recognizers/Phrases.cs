#nullable enable
namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Words, and sequences of words, with the number each means; found by their first word, the longest sequence first.</summary>
[JsonConverter(typeof(Json))]
internal sealed class Phrases
{
    // What may stand between the words of a phrase, besides a space.
    private const string Between = "'.-";

    private readonly Dictionary<string, List<(string[] Words, int Value)>> _byFirstWord = new(StringComparer.Ordinal);

    /// <summary>Reads the phrase at the place of a text. Apostrophes, dots and hyphens between its words don't count.</summary>
    /// <returns>What the phrase means; null if there is none, then the place stays.</returns>
    public int? Read(Scanner text)
    {
        var from = text.At;
        if (!_byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Piece(), out var phrases)) return null;
        foreach (var (words, value) in phrases)
        {
            if (Array.TrueForAll(words, IsNext)) return value;
            text.At = from;
        }
        return null;

        bool IsNext(string word)
        {
            if (text.At > from) text.SkipAll(Between);
            return text.Skip(word);
        }
    }

    private void Add(int value, string phrases)
    {
        foreach (var words in Scanner.Fold(phrases).Split(", ").Select(phrase => phrase.Split([' ', .. Between], StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!_byFirstWord.TryGetValue(words[0], out var same)) _byFirstWord[words[0]] = same = [];
            same.Add((words, value));
            same.Sort((a, b) => b.Words.Length - a.Words.Length);
        }
    }

    /// <summary>Phrases as they are written in the file of a language: by number, or as one text where the number doesn't matter.</summary>
    internal sealed class Json : JsonConverter<Phrases>
    {
        public override Phrases Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var phrases = new Phrases();
            if (reader.TokenType == JsonTokenType.String) phrases.Add(0, reader.GetString()!);
            else
            {
                foreach (var (value, written) in JsonSerializer.Deserialize(ref reader, VocabularyJson.Default.DictionaryInt32String)!) phrases.Add(value, written);
            }
            return phrases;
        }

        public override void Write(Utf8JsonWriter writer, Phrases value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
