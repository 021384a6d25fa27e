namespace CoordinatorBot.Cards.Delegations;

/// <summary>Names of the verbs about the seats of a delegation as a picture.</summary>
public static class BoardVerbs
{
    /// <summary>Shows the seats of a delegation by sector.</summary>
    public const string Map = "board.map";
}
