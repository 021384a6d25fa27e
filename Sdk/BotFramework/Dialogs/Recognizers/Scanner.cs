#nullable enable
using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>What a piece of a text is.</summary>
internal enum PieceKind
{
    /// <summary>Nothing: past either end of the text.</summary>
    None,

    /// <summary>Digits.</summary>
    Digits,

    /// <summary>Letters.</summary>
    Word,

    /// <summary>One other character; an emoji counts as one.</summary>
    Sign,
}

/// <summary>
/// A text cut into digits, words and signs, and the place up to which it is read. Reading is in lower case and without accents,
/// since people leave them out, and without what can't be seen, such as the marks of direction in a date that was copied; a text longer than <see cref="MaxLength"/> is nobody's answer to a prompt and counts as empty.
/// </summary>
internal sealed partial class Scanner
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int MaxLength = 2000;

    // Each character of the first is read as the one below it.
    private const string Accented = "àáâäãçèéêëìíîïñòóôöõùúûü’‘ʼ−‐‑–";
    private const string Folded = "aaaaaceeeeiiiinooooouuuu'''----";

    private readonly string _text;
    private readonly List<Range> _pieces = [];

    /// <summary>Cuts a text, to be read in the language of a locale; null for English.</summary>
    public Scanner(string text, string? locale)
    {
        Words = Vocabulary.For(locale);
        _text = text.Length > MaxLength ? "" : Fold(text);
        foreach (var piece in Pieces().EnumerateMatches(_text)) _pieces.Add(piece.Index..(piece.Index + piece.Length));
    }

    /// <summary>The words of the language it is written in.</summary>
    public Vocabulary Words { get; }

    /// <summary>The place: how many pieces have been read.</summary>
    public int At { get; set; }

    /// <summary>Whether all has been read.</summary>
    public bool Ended => At >= _pieces.Count;

    /// <summary>The next piece, or one before or behind it; empty past either end of the text.</summary>
    public ReadOnlySpan<char> Piece(int ahead = 0) => Exists(At + ahead) ? _text.AsSpan(_pieces[At + ahead]) : default;

    /// <summary>What that piece is.</summary>
    public PieceKind Kind(int ahead = 0) => Piece(ahead) switch
    {
        [] => PieceKind.None,
        [>= '0' and <= '9', ..] => PieceKind.Digits,
        [var first, ..] => char.IsLetter(first) ? PieceKind.Word : PieceKind.Sign,
    };

    /// <summary>Whether that piece follows the one before it without a space.</summary>
    public bool IsGlued(int ahead = 0) => Before(ahead) is [];

    /// <summary>What stands between that piece and the one before it; a line break where there is no such pair.</summary>
    public ReadOnlySpan<char> Before(int ahead = 0)
        => Exists(At + ahead - 1) && Exists(At + ahead) ? _text.AsSpan(_pieces[At + ahead - 1].End.Value.._pieces[At + ahead].Start.Value) : "\n";

    /// <summary>What has been read since an earlier place.</summary>
    public string Since(int place) => _text[_pieces[place].Start.._pieces[At - 1].End];

    /// <summary>A text in lower case and without accents, as it is read.</summary>
    public static string Fold(string text)
        => new([.. from c in text.ToLowerInvariant()
                   where char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                   select Accented.IndexOf(c) is >= 0 and var i ? Folded[i] : c]);

    /// <summary>Reads a certain sign or word, if it comes next.</summary>
    public bool Skip(string piece)
    {
        var next = Piece().SequenceEqual(piece);
        At += next ? 1 : 0;
        return next;
    }

    /// <summary>Reads all of these signs that come next.</summary>
    public void SkipAll(string signs)
    {
        while (Piece() is [var sign] && signs.Contains(sign)) At++;
    }

    /// <summary>Reads a phrase whose meaning doesn't matter, if one comes next.</summary>
    public bool Skip(Phrases phrases) => phrases.Read(this) is not null;

    /// <summary>Reads a phrase, if one comes next.</summary>
    /// <returns>What it means, or null.</returns>
    public int? Take(Phrases phrases) => phrases.Read(this);

    /// <summary>Reads digits, if they come next and aren't too many.</summary>
    public int? TakeDigits(int most)
    {
        if (Kind() != PieceKind.Digits || Piece().Length > most) return null;
        var value = int.Parse(Piece(), NumberStyles.None, CultureInfo.InvariantCulture);
        At++;
        return value;
    }

    /// <summary>Reads a sign and digits behind it, if they come next, without spaces.</summary>
    public int? TakeDigits(string sign, int most) => Try(() => IsGlued() && Skip(sign) && IsGlued() ? TakeDigits(most) : null);

    /// <summary>Reads something; if it isn't there, the place stays what it was.</summary>
    public T? Try<T>(Func<T?> read)
    {
        var from = At;
        var found = read();
        At = found is null ? from : At;
        return found;
    }

    [GeneratedRegex(@"[0-9]+|\p{L}+|[\ud800-\udbff][\udc00-\udfff]|\S")]
    private static partial Regex Pieces();

    private bool Exists(int place) => place >= 0 && place < _pieces.Count;
}
