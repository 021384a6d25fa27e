namespace CoordinatorBot.Cards.Delegations;

/// <summary>Names of the verbs about the seats of a delegation as a picture, and the export of the roster.</summary>
public static class BoardVerbs
{
    /// <summary>Shows the seats of a delegation by sector.</summary>
    public const string Map = "board.map";

    /// <summary>Makes a link to the board.</summary>
    public const string Open = "board.open";

    /// <summary>Exports the roster with the columns chosen.</summary>
    public const string ExportNow = "roster.export";
}
