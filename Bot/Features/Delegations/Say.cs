using System.Collections.Immutable;

using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Small parts of what is said about delegations.</summary>
internal static class Say
{
    private const int MostNames = 6;

    /// <summary>A text that ends with how to take back what was done.</summary>
    public static string WithUndo(Texts texts, string key, params ReadOnlySpan<(string Name, object? Value)> data) =>
        texts.Say(key, [.. data, ("undo", texts.WordOf("undo"))]);

    /// <summary>Names as a sentence has them, the first few of many.</summary>
    public static string Names(Texts texts, ImmutableArray<string> names) => names.Length <= MostNames + 1
        ? texts.List(names)
        : texts.Say("nominees.and-more", ("people", string.Join(", ", names.Take(MostNames))), ("count", names.Length - MostNames));
}
