#nullable enable
namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>What a piece of a text is.</summary>
internal enum LexemeKind
{
    /// <summary>Digits.</summary>
    Digits,

    /// <summary>Letters.</summary>
    Word,

    /// <summary>One other character; an emoji counts as one.</summary>
    Sign,
}

/// <summary>A piece of a text: from one character up to, not including, another.</summary>
internal readonly record struct Lexeme(LexemeKind Kind, int Start, int End);

/// <summary>
/// A text cut into digits, words and signs, for the recognizers. Reading is in lower case and without accents, since people
/// leave them out; a text longer than <see cref="MaxLength"/> is nobody's answer to a prompt and counts as empty.
/// </summary>
internal sealed class Lexemes
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int MaxLength = 2000;

    private readonly string _folded;
    private readonly List<Lexeme> _items = [];

    /// <summary>Cuts a text.</summary>
    public Lexemes(string text, Vocabulary language)
    {
        Language = language;
        _folded = text.Length <= MaxLength ? Fold(text) : string.Empty;
        for (var i = 0; i < _folded.Length;)
        {
            var kind = KindOf(_folded[i]);
            var end = i + (char.IsHighSurrogate(_folded[i]) && i + 1 < _folded.Length ? 2 : 1);
            while (kind != LexemeKind.Sign && end < _folded.Length && KindOf(_folded[end]) == kind) end++;
            if (!char.IsWhiteSpace(_folded[i])) _items.Add(new Lexeme(kind, i, end));
            i = end;
        }
    }

    /// <summary>The words of the language it is written in.</summary>
    public Vocabulary Language { get; }

    /// <summary>How many pieces there are.</summary>
    public int Count => _items.Count;

    /// <summary>A piece.</summary>
    public Lexeme this[int index] => _items[index];

    /// <summary>The characters of a piece; empty past either end of the text.</summary>
    public ReadOnlySpan<char> Read(int index)
        => IsIn(index) ? _folded.AsSpan(_items[index].Start, _items[index].End - _items[index].Start) : default;

    /// <summary>The characters from one piece up to, not including, another, with what is between them.</summary>
    public ReadOnlySpan<char> Read(int from, int to) => _folded.AsSpan(_items[from].Start, _items[to - 1].End - _items[from].Start);

    /// <summary>Whether there is a piece of a kind at a place.</summary>
    public bool Is(int index, LexemeKind kind) => IsIn(index) && _items[index].Kind == kind;

    /// <summary>Whether a certain sign or word is at a place.</summary>
    public bool Is(int index, ReadOnlySpan<char> value) => IsIn(index) && Read(index).SequenceEqual(value);

    /// <summary>Whether a piece follows the one before it without a space.</summary>
    public bool IsGlued(int index) => index > 0 && IsIn(index) && _items[index].Start == _items[index - 1].End;

    /// <summary>A text in lower case and without the accents of the languages spoken here, character by character.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            folded[i] = char.ToLowerInvariant(source[i]) switch
            {
                'à' or 'á' or 'â' or 'ä' or 'ã' => 'a',
                'ç' => 'c',
                'è' or 'é' or 'ê' or 'ë' => 'e',
                'ì' or 'í' or 'î' or 'ï' => 'i',
                'ñ' => 'n',
                'ò' or 'ó' or 'ô' or 'ö' or 'õ' => 'o',
                'ù' or 'ú' or 'û' or 'ü' => 'u',
                '’' => '\'',
                '−' => '-',
                var other => other,
            };
        }
    });

    private static LexemeKind KindOf(char c)
        => char.IsAsciiDigit(c) ? LexemeKind.Digits : char.IsLetter(c) ? LexemeKind.Word : LexemeKind.Sign;

    private bool IsIn(int index) => index >= 0 && index < _items.Count;
}
