namespace CoordinatorBot.Features.People.Import;

/// <summary>The most that is read. Lengths are in characters (UTF-16 units).</summary>
public static class NomineeLimits
{
    /// <summary>A typed or pasted text; a longer one is better sent as a file.</summary>
    public const int TextCharacters = 100_000;

    /// <summary>The markup of a pasted table, of which styles can be most.</summary>
    public const int HtmlCharacters = 1_000_000;

    /// <summary>A file: 5 MiB.</summary>
    public const int FileBytes = 5 * 1024 * 1024;

    /// <summary>Lines in one list: far more than a delegation has nominees, few enough to be read within a turn.</summary>
    public const int Lines = 10_000;

    /// <summary>Values on one line.</summary>
    public const int Columns = 200;

    public const int NameCharacters = 200;

    /// <summary>Title, organisation, sector, city, role, language, replacement.</summary>
    public const int ShortCharacters = 200;

    /// <summary>Reason and contribution.</summary>
    public const int LongCharacters = 2_000;

    /// <summary>
    /// A quoted value may run over this many lines. Beyond it the quotation mark is taken for one that was never closed,
    /// so that it can't swallow the lines below it.
    /// </summary>
    public const int LinesOfOneValue = 50;

    internal static int Of(NomineeField field) => field switch
    {
        NomineeField.Name => NameCharacters,
        NomineeField.Reason or NomineeField.Contribution => LongCharacters,
        _ => ShortCharacters,
    };
}
