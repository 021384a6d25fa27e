using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Tells organisations apart by their names.</summary>
internal static class OrganisationNames
{
    /// <summary>The organisation of a name: the same for other case, accents or punctuation. Null where there is no name.</summary>
    public static OrganisationId? IdOf(string? name) =>
        name is not null && CellText.Fold(name) is { Length: > 0 } folded ? new OrganisationId(Ids.Of("organisation", folded)) : null;
}
