#nullable enable
namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>What is understood in French, with the numbers of Belgium and Switzerland.</summary>
internal static class French
{
    /// <summary>The words.</summary>
    public static Vocabulary Vocabulary { get; } = new()
    {
        YesNo = new()
        {
            { true, "oui", "o", "y", "yep", "ouais", "ok", "sur", "sure", "bien sur", "d accord", "ca marche", "vrai", "👍", "👌" },
            { false, "non", "n", "nan", "faux", "pas d accord", "pas ok", "👎", "✋" },
            { null, "pas sur", "pas sure", "pas vrai" },
        },
        Numbers = new()
        {
            { 0, "zero" }, { 1, "un", "une" }, { 2, "deux" }, { 3, "trois" }, { 4, "quatre" }, { 5, "cinq" }, { 6, "six" }, { 7, "sept" }, { 8, "huit" },
            { 9, "neuf" }, { 10, "dix" }, { 11, "onze" }, { 12, "douze" }, { 13, "treize" }, { 14, "quatorze" }, { 15, "quinze" }, { 16, "seize" },
            { 20, "vingt", "vingts" }, { 30, "trente" }, { 40, "quarante" }, { 50, "cinquante" }, { 60, "soixante" }, { 70, "septante" },
            { 80, "huitante", "octante" }, { 90, "nonante" },
        },
        Multipliers = new() { { 12, "douzaine", "douzaines" }, { 100, "cent", "cents" }, { 1000, "mille" }, { 1_000_000, "million", "millions" } },
        NumberJoins = new() { { 0, "et" } },
        Minus = new() { { -1, "moins" } },
        CountsByScores = true,
        Decimal = ',',
        Group = '.',
        Ordinals = new()
        {
            { 1, "premier", "premiere", "unieme" }, { 2, "deuxieme", "second", "seconde" }, { 3, "troisieme" }, { 4, "quatrieme" }, { 5, "cinquieme" },
            { 6, "sixieme" }, { 7, "septieme" }, { 8, "huitieme" }, { 9, "neuvieme" }, { 10, "dixieme" }, { 11, "onzieme" }, { 12, "douzieme" },
            { 13, "treizieme" }, { 14, "quatorzieme" }, { 15, "quinzieme" }, { 16, "seizieme" }, { 20, "vingtieme" }, { 30, "trentieme" },
            { -1, "dernier", "derniere" }, { -2, "avant dernier", "avant derniere", "penultieme" },
        },
        OrdinalEnds = new() { { 0, "er", "re", "ere", "e", "eme", "ieme", "nd", "nde" } },
        Months = new()
        {
            { 1, "janvier", "janv" }, { 2, "fevrier", "fevr", "fev" }, { 3, "mars" }, { 4, "avril", "avr" }, { 5, "mai" }, { 6, "juin" },
            { 7, "juillet", "juil" }, { 8, "aout" }, { 9, "septembre", "sept" }, { 10, "octobre", "oct" }, { 11, "novembre", "nov" },
            { 12, "decembre", "dec" },
        },
        Weekdays = new()
        {
            { 1, "lundi", "lun" }, { 2, "mardi" }, { 3, "mercredi", "mer" }, { 4, "jeudi", "jeu" }, { 5, "vendredi", "ven" }, { 6, "samedi", "sam" },
            { 7, "dimanche", "dim" },
        },
        RelativeDays = new() { { 0, "aujourd hui" }, { 1, "demain" }, { -1, "hier" }, { 2, "apres demain" }, { -2, "avant hier" } },
        RelativeWeeks = new() { { 1, "prochain", "qui vient" }, { 0, "ce" }, { -1, "dernier" } },
        In = new() { { 0, "dans" } },
        Spans = new() { { 1, "jour", "jours" }, { 7, "semaine", "semaines" } },
        Of = new() { { 0, "de" } },
        At = new() { { 0, "a" } },
        HourEnds = new() { { 0, "h", "heure", "heures" } },
        DayHalves = new() { { 0, "du matin" }, { 12, "de l apres midi", "du soir" } },
        NamedTimes = new() { { 12, "midi" }, { 0, "minuit" } },
        TwelveHours = false,
        Fillers = new() { { 0, "le", "s il vous plait", "s il te plait", "svp" } },
    };
}
