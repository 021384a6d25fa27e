using System.Collections.Frozen;

namespace CoordinatorBot.Features.People.Import;

/// <summary>What a heading promises, by the words people use in English, Spanish and French.</summary>
internal static class Headings
{
    private static readonly (NomineeField? Field, string Words)[] Table =
    [
        (NomineeField.Name, """
            name|full name|fullname|complete name|nominee|nominee name|name of nominee|nominees|delegate|delegate name|participant|participant name|person
            candidate|candidate name|contact|contact name|display name|first and last name|name and surname|who
            nombre completo|nombre y apellido|nombre y apellidos|nombres y apellidos|nombre del nominado|nombre de la persona|persona|participante
            nominado|nominada|candidato|candidata|delegado|delegada
            nom complet|nom et prenom|nom prenom|prenom et nom|prenom nom|personne|nom de la personne|candidat|candidate proposee|personne proposee|participante proposee|delegue|deleguee
            """),
        (NomineeField.FirstName, """
            first name|firstname|first|given name|given names|givenname|forename|christian name|middle name|middlename|middle initial
            nombre de pila|primer nombre|segundo nombre|nombres
            prenom|prenoms
            """),
        (NomineeField.LastName, """
            last name|lastname|last|surname|family name|familyname
            apellido|apellidos|primer apellido|segundo apellido|apellido paterno|apellido materno
            nom de famille|patronyme
            """),
        (NomineeField.Title, """
            title|job title|jobtitle|position|job|job position|occupation|professional title|title position|position title|function
            cargo|puesto|titulo|titulo profesional|ocupacion|funcion|profesion
            titre|poste|fonction|intitule du poste|profession|titre du poste
            """),
        (NomineeField.Organisation, """
            organisation|organization|org|organisation name|organization name|name of organisation|name of organization|affiliation|company|employer|agency
            institution|organization agency|department|workplace|represents|company name
            organizacion|nombre de la organizacion|entidad|institucion|empresa|afiliacion|dependencia|organismo|organizacion o entidad
            nom de l organisation|nom de l organisme|organisme|structure|etablissement|employeur|entreprise|organisme d appartenance
            """),
        (NomineeField.Mail, """
            mail|email|e mail|email address|e mail address|mail address|emails|work email|primary email|contact email|e mails
            correo|correo electronico|direccion de correo|direccion de correo electronico|correo e
            courriel|adresse mail|adresse email|adresse e mail|adresse courriel|adresse electronique|courrier electronique|mel
            """),
        (NomineeField.Sector, """
            sector|sectors|stakeholder group|stakeholder type|constituency|represented sector
            sectores|grupo de interes|tipo de actor
            secteur|secteur d activite|secteurs|type d acteur|college d acteurs
            """),
        (NomineeField.City, """
            city|city name|home city|town|municipality|city town|city state|own city
            ciudad|municipio|ciudad de origen|localidad
            ville|commune|municipalite|ville d origine|localite
            """),
        (NomineeField.Reason, """
            reason|reasons|why|why them|why this person|reason for nomination|nomination reason|rationale|justification|because
            razon|motivo|por que|por que esta persona|razon de la nominacion|motivo de la nominacion|justificacion
            raison|motif|pourquoi|pourquoi cette personne|motif de la proposition|raison de la nomination|motivation
            """),
        (NomineeField.Contribution, """
            contribution|expected contribution|brings|what they bring|what they will bring|will contribute|offers|expertise
            contribucion|aporte|aporta|aportacion|contribucion esperada|aporte esperado|que aporta
            apport|contribution attendue|apport attendu|ce qu elle apporte|ce qu il apporte|apporte
            """),
        (NomineeField.Role, """
            role|role in the change|role in change|change role|project role
            rol|rol en el cambio|papel|papel en el cambio
            role dans le changement
            """),
        (NomineeField.Language, """
            language|languages|preferred language|spoken language|language preference
            idioma|idiomas|lengua|idioma preferido
            langue|langues|langue preferee|langue de correspondance
            """),
        (NomineeField.Replacement, """
            replacement|substitute|alternate|backup|stand in|replacement name|alternate name
            reemplazo|suplente|sustituto|sustituta|remplazo
            remplacant|remplacante|suppleant|suppleante|remplacement
            """),
        (null, """
            phone|phone number|telephone|tel|mobile|cell|cell phone|mobile phone|fax|address|street|street address|zip|zip code|postal code|postcode|state
            country|county|region|district|ward|website|web|url|linkedin|twitter|facebook|youtube|notes|note|comments|comment|id|no|number|nr|date|timestamp
            birthday|gender|pronouns|suffix|nickname|prefix|salutation|diet|dietary needs|status|type|building|suite|hours|latitude|longitude|email 2|second email
            nominator|nominator name|nominator email|nominated by|submitted by|entered by
            telefono|telefono movil|celular|movil|direccion|codigo postal|estado|pais|provincia|sitio web|notas|comentarios|numero|fecha|genero|observaciones
            portable|telephone portable|adresse|code postal|pays|departement|site web|remarques|commentaires|numero de telephone|sexe|civilite
            """),
    ];

    private static readonly FrozenDictionary<string, NomineeField?> FieldByWords = PhraseTable.Of(Table);

    // Words whose meaning depends on the other headings: "Nombre" beside "Apellidos", "Nom" beside "Prénom".
    private static readonly FrozenDictionary<string, NomineeField> PartBesideTheOther = new Dictionary<string, NomineeField>
    {
        ["nombre"] = NomineeField.FirstName,
        ["nom"] = NomineeField.LastName,
        ["name"] = NomineeField.LastName,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What each heading promises; the first of two for one field wins, parts of a name are joined.</summary>
    public static List<GuessedColumn> Guess(IReadOnlyList<string> headings)
    {
        var words = headings.Select(Words).ToList();
        var seen = new HashSet<NomineeField>();
        var columns = new List<GuessedColumn>(headings.Count);
        for (var i = 0; i < headings.Count; i++)
        {
            var field = FieldOf(words[i], words);
            if (field is { } f && !seen.Add(f) && f is not (NomineeField.FirstName or NomineeField.LastName))
                field = null;
            columns.Add(new GuessedColumn(i, headings[i], field));
        }
        return columns;
    }

    /// <summary>How many of the cells are words known from headings, those of columns that are not used among them.</summary>
    public static int Known(IReadOnlyList<string> cells) => cells.Count(cell => IsKnown(Words(cell)));

    /// <summary>Whether the columns say who each line is about.</summary>
    public static bool NameSomebody(IReadOnlyList<GuessedColumn> columns) =>
        columns.Any(c => c.Field is NomineeField.Name or NomineeField.LastName or NomineeField.FirstName);

    private static bool IsKnown(string words) => words.Length > 0 && (FieldByWords.ContainsKey(words) || PartBesideTheOther.ContainsKey(words) || EndingIn(words) is not null);

    private static NomineeField? FieldOf(string words, List<string> all)
    {
        if (!PartBesideTheOther.TryGetValue(words, out var part))
            return FieldByWords.GetValueOrDefault(words) ?? EndingIn(words);
        var other = part == NomineeField.FirstName ? NomineeField.LastName : NomineeField.FirstName;
        return Promised(other) && !Promised(part) ? part : NomineeField.Name;

        bool Promised(NomineeField field) => all.Any(w => FieldByWords.GetValueOrDefault(w) == field);
    }

    // "Nominee's title", "Delegate email": the person first, then the field.
    private static NomineeField? EndingIn(string words)
    {
        foreach (var person in (ReadOnlySpan<string>)["nominee ", "nominees ", "delegate ", "participant ", "candidate ", "person ", "contact ", "your "])
            if (words.StartsWith(person, StringComparison.Ordinal))
                return FieldByWords.GetValueOrDefault(words[person.Length..]);
        return null;
    }

    // "Name *", "E-mail (required)", "first_name", "Prénom :"
    private static string Words(string heading)
    {
        var bracket = heading.IndexOf('(', StringComparison.Ordinal);
        return CellText.Fold(bracket > 0 ? heading[..bracket] : heading);
    }
}
