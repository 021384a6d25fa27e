using System.Collections.Frozen;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Features.People.Import;

/// <summary>The sectors by the words people use for them in English, Spanish and French.</summary>
internal static class SectorWords
{
    private static readonly (Sector Sector, string Words)[] Table =
    [
        (Sector.Policy, """
            policy|policy maker|policymaker|policy makers|public policy|elected|elected official|elected policy|elected or policy
            elected official or policy maker|elected policy maker
            responsable de politicas|responsable politico|formulador de politicas|politica publica|politicas publicas|cargo electo|autoridad electa
            funcionario electo|funcionaria electa|representante electo
            decideur|decideur public|decideur politique|responsable politique|elu|elue|elus|elu local|elue locale|politique|politiques publiques
            """),
        (Sector.Practitioner, """
            practitioner|city practitioner|city practitioners|city staff|municipal staff|municipal practitioner|city employee|city official|city government staff
            local government staff|public servant|civil servant
            profesional municipal|tecnico municipal|tecnica municipal|personal municipal|funcionario municipal|funcionaria municipal|empleado municipal
            empleada municipal|personal de la ciudad|gestor municipal|gestora municipal
            praticien|praticienne|praticien municipal|praticienne municipale|praticien de la ville|agent municipal|agente municipale|technicien municipal
            personnel municipal|agent territorial|agent de la ville|fonctionnaire municipal|fonctionnaire territorial|services municipaux
            """),
        (Sector.NonProfit, """
            nonprofit|nonprofits|non profit|not for profit|nonprofit sector|nonprofit or community development|non profit or community development
            nonprofit community development|non profit community development|npo|ngo|cdc|cbo|community development|community development corporation
            community organization|community organisation|community based organization|community based organisation|charity|civil society|501c3|501 c 3
            ong|sin fines de lucro|sin animo de lucro|organizacion sin fines de lucro|organizacion sin animo de lucro|entidad sin fines de lucro|sociedad civil
            desarrollo comunitario|organizacion comunitaria|tercer sector|asociacion
            association|associatif|associative|secteur associatif|but non lucratif|sans but lucratif|a but non lucratif|organisme sans but lucratif|obnl|osbl|asbl
            organisation communautaire|organisme communautaire|societe civile|developpement communautaire
            """),
        (Sector.Resident, """
            resident|residents|resident leader|city resident|community resident|neighborhood resident|neighbourhood resident|neighbor|neighbour|neighbors
            citizen|community member
            residente|residentes|vecino|vecina|vecinos|habitante|habitantes|ciudadano|ciudadana|lider vecinal
            habitant|habitants|residente locale|riverain|riveraine|citoyen|citoyenne
            """),
        (Sector.Private, """
            private|private sector|private finance|private or finance|private sector or finance|business|company|for profit|finance|bank|banking
            corporate|industry
            privado|privada|sector privado|empresa|empresas|empresarial|finanzas|banca|privado o finanzas
            prive|privee|secteur prive|entreprise|entreprises|finances|banque|prive ou finance
            """),
        (Sector.Philanthropy, """
            philanthropy|philanthropic|philanthropy or academia|philanthropy academia|academia or philanthropy|foundation|funder|academia|academic|university
            college|research
            filantropia|filantropica|filantropia o academia|fundacion|academia o filantropia|universidad|academico|academica|investigacion
            philanthropie|philanthropique|philanthropie ou universite|philanthropie ou milieu universitaire|fondation|universite|universitaire|milieu universitaire
            academique|recherche|mecenat
            """),
    ];

    // Words that name a sector where one is asked for, and elsewhere are rather a title or an organisation.
    private static readonly (Sector Sector, string Words)[] Occupations =
    [
        (Sector.Policy, """
            council member|councilmember|councilor|commissioner|mayor|legislator|lawmaker|concejal|concejala|alcalde|alcaldesa|legislador|legisladora
            maire|conseiller municipal|conseillere municipale
            """),
        (Sector.Practitioner, "planner|city planner|land bank|urbanista|urbaniste|planificador|planificadora"),
        (Sector.Resident, "block club|homeowner|tenant|neighborhood association"),
        (Sector.Private, "developer|business owner|banker|empresario|empresaria|chef d entreprise|promoteur"),
        (Sector.Philanthropy, "researcher|professor|profesor|profesora|professeur|professeure|chercheur|chercheuse"),
    ];

    private static readonly FrozenDictionary<string, Sector> ByWords = PhraseTable.Of(Table);
    private static readonly FrozenDictionary<string, Sector> ByOccupation = PhraseTable.Of(Occupations);

    private static readonly string[] Parts = ["/", ",", ";", "(", ")", "+", "&", ":", " or ", " and ", " o ", " y ", " ou ", " et ", " - ", " – "];

    /// <summary>
    /// The sector that a cell under the heading 'sector' names, in its own words or in parts that all name the same one:
    /// "Non-profit (CDC)" is one, "non-profit / resident" is two and therefore null.
    /// </summary>
    public static Sector? Guess(string cell)
    {
        if (Named(cell) is { } sector)
            return sector;
        Sector? found = null;
        foreach (var part in cell.Split(Parts, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Named(part) is not { } one)
                continue;
            if (found is { } other && other != one)
                return null;
            found = one;
        }
        return found;
    }

    /// <summary>The sector whose words these are, no more and no less; a mere title ("planner") is none.</summary>
    public static Sector? Exactly(string cell) => ByWords.TryGetValue(CellText.Fold(cell), out var sector) ? sector : null;

    private static Sector? Named(string cell) => Exactly(cell) ?? (ByOccupation.TryGetValue(CellText.Fold(cell), out var sector) ? sector : null);
}
