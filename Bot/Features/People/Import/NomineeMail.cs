using System.Diagnostics.CodeAnalysis;

namespace CoordinatorBot.Features.People.Import;

/// <summary>
/// A mail address, as written; two are equal when they differ in case only. Quoted local parts and address literals,
/// which no mail system hands out to people, are not taken.
/// </summary>
public readonly record struct NomineeMail
{
    // RFC 5321, 4.5.3.1: 64 octets before the @; 254 in all, which is what fits a path of 256.
    private const int MostInAll = 254, MostBeforeAt = 64, MostInLabel = 63;

    private readonly string? _address;

    private NomineeMail(string address) => _address = address;

    public string Address => _address ?? "";

    /// <summary>Reads "ana@example.org", also as "mailto:ana@example.org", "&lt;ana@example.org&gt;" or "Ana Ruiz &lt;ana@example.org&gt;".</summary>
    public static bool TryParse(string? text, out NomineeMail mail)
    {
        mail = default;
        if (string.IsNullOrWhiteSpace(text))
            return false;
        var address = TrySplitNamed(text, out _, out var within) ? within : text;
        address = address.Trim().Trim(',', ';').Trim();
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            address = address["mailto:".Length..];
        if (!IsAddress(address))
            return false;
        mail = new NomineeMail(address);
        return true;
    }

    /// <summary>Takes "Ana Ruiz &lt;ana@example.org&gt;", as mail programs write it, apart.</summary>
    public static bool TrySplitNamed(string text, [NotNullWhen(true)] out string? name, [NotNullWhen(true)] out string? address)
    {
        var open = text.LastIndexOf('<');
        var close = text.LastIndexOf('>');
        if (open < 0 || close < open || text.AsSpan(close + 1).Trim(" ,;").Length > 0 || !text.AsSpan(open, close - open).Contains('@'))
        {
            name = address = null;
            return false;
        }
        name = text[..open].Trim().Trim('"', '\'').Trim();
        address = text[(open + 1)..close];
        return true;
    }

    public bool Equals(NomineeMail other) => string.Equals(Address, other.Address, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Address);

    public override string ToString() => Address;

    private static bool IsAddress(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= MostBeforeAt && address.Length <= MostInAll
            && IsDotted(address.AsSpan(0, at), IsLocalCharacter)
            && IsDomain(address.AsSpan(at + 1));
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        if (!domain.Contains('.') || !IsDotted(domain, c => char.IsLetterOrDigit(c) || c == '-'))
            return false;
        foreach (var range in domain.Split('.'))
            if (domain[range] is { Length: > MostInLabel } or ['-', ..] or [.., '-'])
                return false;
        return !char.IsDigit(domain[^1]);
    }

    private static bool IsDotted(ReadOnlySpan<char> text, Func<char, bool> allowed)
    {
        if (text.IsEmpty || text[0] == '.' || text[^1] == '.' || text.Contains("..", StringComparison.Ordinal))
            return false;
        foreach (var c in text)
            if (c != '.' && !allowed(c))
                return false;
        return true;
    }

    // RFC 5322 'atext', and letters of any script (RFC 6531).
    private static bool IsLocalCharacter(char c) => char.IsLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal);
}
