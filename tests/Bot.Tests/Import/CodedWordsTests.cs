using System.Text;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Bot.Tests.Import;

public sealed class CodedWordsTests
{
    [Theory]
    [InlineData("Leader", RoleInChange.Leader)]
    [InlineData("décideuse", RoleInChange.Leader)]
    [InlineData("Líder de opinión", RoleInChange.Influencer)]
    [InlineData("  CONVENER ", RoleInChange.Convener)]
    [InlineData("Articuladora", RoleInChange.Convener)]
    [InlineData("acteur clé", RoleInChange.KeyActor)]
    [InlineData("key actor", RoleInChange.KeyActor)]
    public void A_role_is_known_by_its_words_in_three_languages(string said, RoleInChange role) => Assert.Equal(role, RoleWords.Guess(said));

    [Theory]
    [InlineData("es", "es")]
    [InlineData("Spanish", "es")]
    [InlineData("Español / English", "es")]
    [InlineData("pt-BR", "pt")]
    [InlineData("Französisch", null)]
    [InlineData("français", "fr")]
    [InlineData("Kreyòl ayisyen", "ht")]
    [InlineData("中文", "zh")]
    [InlineData("", null)]
    [InlineData("x", null)]
    [InlineData("Klingon", null)]
    public void A_language_is_known_by_code_own_name_or_name_in_three_languages(string said, string? code) => Assert.Equal(code, LanguageWords.Guess(said));

    [Theory]
    [InlineData("Name;Title;Organisation;Mail;Sector;City;Reason;Contribution;Role;Language;Replacement")]
    [InlineData("Nombre completo;Cargo;Organización;Correo electrónico;Sector;Ciudad;Motivo;Contribución esperada;Papel en el cambio;Idioma;Suplente")]
    [InlineData("Nom complet;Fonction;Organisme;Courriel;Secteur;Ville;Motif;Apport attendu;Rôle dans le changement;Langue;Remplaçant")]
    public void Every_field_has_its_heading_in_three_languages_in_any_order(string headings)
    {
        var values = new[] { "Ana Ruiz", "Planner", "City", "ana@x.example", "resident", "Flint", "Knows every porch", "Her map", "convener", "es", "Ben Lee" };
        var columns = headings.Split(';').Zip(values).ToList();
        foreach (var order in new[] { columns, [.. Enumerable.Reverse(columns)], [.. columns.Skip(5), .. columns.Take(5)] })
        {
            var list = NomineeSource.FromBytes(Encoding.UTF8.GetBytes($"{string.Join(';', order.Select(c => c.First))}\r\n{string.Join(';', order.Select(c => c.Second))}\r\n"));

            Assert.Empty(list.Problems);
            var row = Assert.Single(list.Rows);
            Assert.Equal(("Ana Ruiz", "Planner", "City", "ana@x.example", "Flint"), (row.Name, row.Title, row.Organisation, row.Mail?.Address, row.City));
            Assert.Equal(("Knows every porch", "Her map", RoleInChange.Convener, "es", "Ben Lee"), (row.Reason, row.Contribution, row.Role, row.Language, row.Replacement));
        }
    }

    [Fact]
    public void A_role_or_language_nobody_knows_is_noted_and_the_person_taken()
    {
        var list = NomineeSource.FromBytes(Encoding.UTF8.GetBytes("Name,Role,Language\nAna Ruiz,Wizard,Klingon\n"));

        Assert.Equal([new NoMailColumn(), new UnknownRole(2, "Wizard"), new UnknownLanguage(2, "Klingon")], list.Problems);
        Assert.Equal((null, null), (list.Rows[0].Role, list.Rows[0].Language));
    }

    [Fact]
    public void What_a_person_said_of_a_column_counts_more_than_its_heading()
    {
        var bytes = Encoding.UTF8.GetBytes("Name,Contact,Notes\nCity of Flint,Ana Ruiz,Knows every porch\n");

        var list = NomineeSource.FromBytes(bytes, new Dictionary<int, NomineeField?> { [0] = NomineeField.Organisation, [1] = NomineeField.Name, [2] = NomineeField.Reason });

        Assert.Equal(("Ana Ruiz", "City of Flint", "Knows every porch"), (list.Rows[0].Name, list.Rows[0].Organisation, list.Rows[0].Reason));
        Assert.IsType<NoNameColumn>(NomineeSource.FromBytes(bytes, new Dictionary<int, NomineeField?> { [0] = null, [1] = null }).Refusal);
    }
}
