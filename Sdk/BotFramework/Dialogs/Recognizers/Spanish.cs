#nullable enable
namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>What is understood in Spanish.</summary>
internal static class Spanish
{
    /// <summary>The words.</summary>
    public static Vocabulary Vocabulary { get; } = new()
    {
        YesNo = new()
        {
            { true, "si", "s", "sip", "claro", "vale", "ok", "cierto", "verdad", "verdadero", "por supuesto", "de acuerdo", "👍", "👌" },
            { false, "no", "n", "nop", "falso", "no estoy de acuerdo", "👎", "✋" },
            { null, "no se", "no estoy seguro", "no estoy segura" },
        },
        Numbers = new()
        {
            { 0, "cero" }, { 1, "uno", "un", "una" }, { 2, "dos" }, { 3, "tres" }, { 4, "cuatro" }, { 5, "cinco" }, { 6, "seis" }, { 7, "siete" },
            { 8, "ocho" }, { 9, "nueve" }, { 10, "diez" }, { 11, "once" }, { 12, "doce" }, { 13, "trece" }, { 14, "catorce" }, { 15, "quince" },
            { 16, "dieciseis" }, { 17, "diecisiete" }, { 18, "dieciocho" }, { 19, "diecinueve" }, { 20, "veinte" }, { 21, "veintiuno", "veintiun", "veintiuna" },
            { 22, "veintidos" }, { 23, "veintitres" }, { 24, "veinticuatro" }, { 25, "veinticinco" }, { 26, "veintiseis" }, { 27, "veintisiete" },
            { 28, "veintiocho" }, { 29, "veintinueve" }, { 30, "treinta" }, { 40, "cuarenta" }, { 50, "cincuenta" }, { 60, "sesenta" }, { 70, "setenta" },
            { 80, "ochenta" }, { 90, "noventa" }, { 100, "cien", "ciento" }, { 200, "doscientos", "doscientas" }, { 300, "trescientos", "trescientas" },
            { 400, "cuatrocientos", "cuatrocientas" }, { 500, "quinientos", "quinientas" }, { 600, "seiscientos", "seiscientas" },
            { 700, "setecientos", "setecientas" }, { 800, "ochocientos", "ochocientas" }, { 900, "novecientos", "novecientas" },
        },
        Multipliers = new() { { 12, "docena", "docenas" }, { 1000, "mil" }, { 1_000_000, "millon", "millones" } },
        NumberJoins = new() { { 0, "y" } },
        Minus = new() { { -1, "menos" } },
        Decimal = ',',
        Group = '.',
        Ordinals = new()
        {
            { 1, "primero", "primera", "primer" }, { 2, "segundo", "segunda" }, { 3, "tercero", "tercera", "tercer" }, { 4, "cuarto", "cuarta" },
            { 5, "quinto", "quinta" }, { 6, "sexto", "sexta" }, { 7, "septimo", "septima" }, { 8, "octavo", "octava" }, { 9, "noveno", "novena" },
            { 10, "decimo", "decima" }, { 11, "undecimo", "undecima" }, { 12, "duodecimo", "duodecima" }, { 20, "vigesimo", "vigesima" },
            { -1, "ultimo", "ultima" }, { -2, "penultimo", "penultima" }, { -3, "antepenultimo", "antepenultima" },
        },
        OrdinalEnds = new() { { 0, "o", "a", "º", "ª", "er", "ro", "ra", "do", "da", "to", "ta" } },
        Months = new()
        {
            { 1, "enero", "ene" }, { 2, "febrero", "feb" }, { 3, "marzo", "mar" }, { 4, "abril", "abr" }, { 5, "mayo", "may" }, { 6, "junio", "jun" },
            { 7, "julio", "jul" }, { 8, "agosto", "ago" }, { 9, "septiembre", "setiembre", "sept", "sep" }, { 10, "octubre", "oct" },
            { 11, "noviembre", "nov" }, { 12, "diciembre", "dic" },
        },
        Weekdays = new()
        {
            { 1, "lunes", "lun" }, { 2, "martes" }, { 3, "miercoles", "mie" }, { 4, "jueves", "jue" }, { 5, "viernes", "vie" }, { 6, "sabado", "sab" },
            { 7, "domingo", "dom" },
        },
        RelativeDays = new() { { 0, "hoy" }, { 1, "manana" }, { -1, "ayer" }, { 2, "pasado manana" }, { -2, "anteayer", "antes de ayer" } },
        RelativeWeeks = new() { { 1, "proximo", "que viene" }, { 0, "este" }, { -1, "pasado" } },
        In = new() { { 0, "en", "dentro de" } },
        Spans = new() { { 1, "dia", "dias" }, { 7, "semana", "semanas" } },
        Of = new() { { 0, "de", "del" } },
        At = new() { { 0, "a las", "a la", "a" } },
        HourEnds = new() { { 0, "h", "hs", "hora", "horas" } },
        DayHalves = new() { { 0, "am", "a m", "de la manana", "de la madrugada" }, { 12, "pm", "p m", "de la tarde", "de la noche" } },
        NamedTimes = new() { { 12, "mediodia", "al mediodia" }, { 0, "medianoche" } },
        TwelveHours = false,
        Fillers = new() { { 0, "el", "la", "por favor" } },
    };
}
