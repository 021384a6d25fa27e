using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Features.People;

/// <summary>
/// Whether two names may be one person's. The rule: case, accents, punctuation, forms of address and the order of words don't count. Each word
/// of the shorter name, two at least, must have a word of its own in the longer: the same, its initial, or one letter off where both have
/// five letters or more; and one pair at least must be whole words of three letters. "Ruiz, A." is near "Ana María Ruiz", "Ana Ruiz" isn't near "Ana Rojas".
/// </summary>
public static class NearNames
{
    private const int Whole = 3;
    private const int LongEnoughForASlip = 5;

    private static readonly HashSet<string> Address = new(StringComparer.Ordinal)
    {
        "dr", "dra", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "rev", "hon", "sr", "sra", "srta", "don", "dona", "lic", "ing", "arq", "mme", "mlle", "maitre", "me",
    };

    /// <summary>Whether they may be.</summary>
    public static bool Are(string one, string other)
    {
        var (shorter, longer) = (Words(one), Words(other));
        if (shorter.Length > longer.Length)
            (shorter, longer) = (longer, shorter);
        if (shorter.Length < 2)
            return shorter.Length == 1 && longer.Length == 1 && shorter[0] == longer[0];
        return Pairs(shorter, longer, 0, new bool[longer.Length], false);
    }

    /// <summary>The words of a name in a fixed order: equal for two names that differ in case, accents, punctuation and order only.</summary>
    public static string Key(string name) => string.Join(' ', Words(name).Order(StringComparer.Ordinal));

    private static string[] Words(string name)
    {
        var words = CellText.Fold(CellText.Clean(name)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var named = words.Where(w => !Address.Contains(w)).ToArray();
        return named.Length > 0 ? named : words;
    }

    // Names have few words: every way to pair them is tried.
    private static bool Pairs(string[] shorter, string[] longer, int next, bool[] taken, bool whole)
    {
        if (next == shorter.Length)
            return whole;
        for (var i = 0; i < longer.Length; i++)
        {
            if (taken[i] || !Fit(shorter[next], longer[i]))
                continue;
            taken[i] = true;
            if (Pairs(shorter, longer, next + 1, taken, whole || (shorter[next].Length >= Whole && longer[i].Length >= Whole)))
                return true;
            taken[i] = false;
        }

        return false;
    }

    private static bool Fit(string a, string b) =>
        a == b || (a.Length == 1 && b[0] == a[0]) || (b.Length == 1 && a[0] == b[0])
        || (a.Length >= LongEnoughForASlip && b.Length >= LongEnoughForASlip && Conversation.CommandTable.Distance(a, b) <= 1);
}
