using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>What a roster can say of a person.</summary>
public enum RosterColumn
{
    /// <summary>The city whose delegation they belong to.</summary>
    City,

    /// <summary>The number of their seat; empty for an alternate.</summary>
    Seat,

    /// <summary>Their name.</summary>
    Name,

    /// <summary>What they do.</summary>
    Title,

    /// <summary>Where they work.</summary>
    Organisation,

    /// <summary>What they stand for.</summary>
    Sector,

    /// <summary>How far their invitation is.</summary>
    Answer,

    /// <summary>Their mail address.</summary>
    Mail,

    /// <summary>The language they read.</summary>
    Language,

    /// <summary>Why they were nominated.</summary>
    Reason,

    /// <summary>What they are expected to bring.</summary>
    Contribution,
}

/// <summary>Takes the roster out of the product: from then on it is in somebody's hands, so it is recorded who took what.</summary>
/// <param name="Delegation">One city's; null for all.</param>
/// <param name="Columns">What it says of each, at least one.</param>
/// <param name="Alternates">Whether those without a seat are in it.</param>
public sealed record ExportRoster(DelegationId? Delegation, ImmutableArray<RosterColumn> Columns, bool Alternates) : Exchanges.ExchangeCommand;

/// <summary>A roster was taken out.</summary>
/// <param name="Delegation">One city's; null for all.</param>
/// <param name="Columns">What it says of each.</param>
/// <param name="Alternates">Whether those without a seat are in it.</param>
/// <param name="Count">People in it.</param>
public sealed record RosterExported(DelegationId? Delegation, ImmutableArray<RosterColumn> Columns, bool Alternates, int Count) : Exchanges.ExchangeEvent;

/// <summary>No column was chosen.</summary>
public sealed record NothingToExport : Refusal;

/// <summary>Decides who may take a roster out: those who coordinate the exchange, and a lead for their own city.</summary>
internal static class RosterExports
{
    public static Outcome Decide(ExchangeState state, Exchanges.Exchange x, Actor actor, ExportRoster export)
    {
        if (export.Delegation is { } one && !state.Delegations.ContainsKey(one))
            return new DelegationUnknown();
        var refused = export.Delegation is { } own ? Access.Permission.ToForm(x, state.Delegations[own], actor) : Access.Permission.ToCoordinate(x, actor);
        if (refused is not null)
            return refused;
        ImmutableArray<RosterColumn> columns = [.. export.Columns.Where(Enum.IsDefined).Distinct().Order()];
        if (columns.IsEmpty)
            return new NothingToExport();
        var people = state.InOrder.Where(d => export.Delegation is null || d.Id == export.Delegation)
            .Sum(d => export.Alternates ? d.Candidates.Count : d.Seated.Count());
        return new RosterExported(export.Delegation, columns, export.Alternates, people);
    }
}
