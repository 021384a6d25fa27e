using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>Short answers that mean the same in each dialogue: keep what is there, skip the question.</summary>
internal static class Said
{
    /// <summary>Whether somebody keeps what is there.</summary>
    public static bool Keep(Turn turn, string answer) => Is(turn, answer, "exchange.words.keep");

    /// <summary>Whether somebody skips the question.</summary>
    public static bool Skip(Turn turn, string answer) => Is(turn, answer, "exchange.words.skip");

    private static bool Is(Turn turn, string answer, string key)
    {
        var said = CommandTable.Fold(answer);
        return new[] { turn.Texts, Texts.In(Language.English) }.SelectMany(t => t[key].Split('|')).Any(w => CommandTable.Fold(w) == said);
    }
}
