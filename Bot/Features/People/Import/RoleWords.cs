using System.Collections.Frozen;

using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Features.People.Import;

/// <summary>The roles in the change by the words people use for them in English, Spanish and French.</summary>
internal static class RoleWords
{
    private static readonly FrozenDictionary<string, RoleInChange> ByWords = PhraseTable.Of(
    [
        (RoleInChange.Leader, """
            leader|change leader|decision maker|decisionmaker|decider|authority|holds authority|sponsor
            lider|lideresa|dirigente|quien decide|tomador de decisiones|tomadora de decisiones|responsable de la decision
            dirigeant|dirigeante|decideur|decideuse|meneur|meneuse|autorite
            """),
        (RoleInChange.Influencer, """
            influencer|influence|influential|opinion leader|advocate|champion|thought leader
            influyente|persona influyente|lider de opinion|lideresa de opinion|referente|defensor|defensora
            influent|influente|personne influente|personne d influence|leader d opinion|relais d opinion|porte parole
            """),
        (RoleInChange.Convener, """
            convener|convenor|connector|broker|bridge builder|facilitator|networker
            convocante|convocador|convocadora|articulador|articuladora|facilitador|facilitadora|quien convoca
            rassembleur|rassembleuse|federateur|federatrice|facilitateur|facilitatrice|animateur|animatrice|mediateur|mediatrice
            """),
        (RoleInChange.KeyActor, """
            key actor|keyactor|actor|implementer|implementor|doer|key player
            actor clave|actora clave|ejecutor|ejecutora|implementador|implementadora|protagonista
            acteur cle|actrice cle|acteur|actrice|realisateur|realisatrice|maitre d oeuvre
            """),
    ]);

    /// <summary>The role that a cell names; null for none that is known.</summary>
    public static RoleInChange? Guess(string cell) => ByWords.TryGetValue(CellText.Fold(cell), out var role) ? role : null;
}
