using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Finds the nominee that somebody names.</summary>
internal static class NomineesByName
{
    /// <summary>The nominee of this name, case, accents and order of the words aside; null where none or several fit.</summary>
    public static MemberView? Find(DelegationView view, string said)
    {
        if (Words(said) is not { Length: > 0 } words)
            return null;
        var exact = view.Members.Where(m => Words(m.Name).Order(StringComparer.Ordinal).SequenceEqual(words.Order(StringComparer.Ordinal))).ToList();
        if (exact.Count == 0)
            exact = [.. view.Members.Where(m => words.All(Words(m.Name).Contains))];
        return exact is [var only] ? only : null;
    }

    /// <summary>That nobody of this name was found; null where none was given.</summary>
    public static string? Unknown(Texts texts, string said) =>
        said.Length == 0 ? null : texts.Say("delegation.nominees-unknown", ("said", said[..Math.Min(said.Length, 80)]));

    private static string[] Words(string name) => CellText.Fold(CellText.Clean(name)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
