using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>Fewest and most people.</summary>
/// <param name="Min">Fewest, 0 or more.</param>
/// <param name="Max">Most, not under <paramref name="Min"/>.</param>
public readonly record struct Range(int Min, int Max);

/// <summary>Fewest and most people of one sector.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Range">How many.</param>
public readonly record struct SectorRange(Sector Sector, Range Range);

/// <summary>Fewest people of one role in the change.</summary>
/// <param name="Role">The role.</param>
/// <param name="Min">Fewest, 1 or more.</param>
public readonly record struct RoleMinimum(RoleInChange Role, int Min);

/// <summary>Fewest people who work in a language.</summary>
/// <param name="Language">Two-letter code (ISO 639-1), lower case.</param>
/// <param name="Min">Fewest, 1 or more.</param>
public readonly record struct LanguageMinimum(string Language, int Min);

/// <summary>Two people who must not both be in.</summary>
/// <param name="One">One of them.</param>
/// <param name="Other">The other.</param>
public readonly record struct Apart(CandidateId One, CandidateId Other);

/// <summary>What a delegation should be made of. All but the first four are free until somebody says otherwise.</summary>
/// <param name="Seats">People in it, 2 to 20.</param>
/// <param name="Sectors">Fewest and most by sector; a sector not named is free.</param>
/// <param name="MostFromOneOrganisation">Most people from one organisation, 1 or more.</param>
/// <param name="MustHave">People who must be in.</param>
public sealed record SeatPlan(int Seats, ImmutableArray<SectorRange> Sectors, int MostFromOneOrganisation, ImmutableArray<CandidateId> MustHave)
{
    /// <summary>Fewest and most seats of one delegation. Small groups are the method: 4 to 10 is usual.</summary>
    public static (int Min, int Max) SeatRange { get; } = (2, 20);

    /// <summary>
    /// Six seats, a mix of government, community and money, at most 2 from one organisation: what guides to peer exchanges recommend
    /// (4-5 people at FHWA, up to 10 at CIVITAS; small cross-sector delegations at the Center for Community Progress).
    /// </summary>
    public static SeatPlan Default { get; } = new(6,
    [
        new(Sector.Policy, new(1, 2)), new(Sector.Practitioner, new(1, 2)), new(Sector.NonProfit, new(1, 2)),
        new(Sector.Resident, new(1, 2)), new(Sector.Private, new(0, 1)), new(Sector.Philanthropy, new(0, 1)),
    ], 2, []);

    /// <summary>Fewest of a role in the change; a role not named is free.</summary>
    public ImmutableArray<RoleMinimum> Roles { get => field.IsDefault ? [] : field; init; }

    /// <summary>Largest share of people from government, in percent of the seats, 0 to 100; null for any.</summary>
    public int? MostGovernment { get; init; }

    /// <summary>Fewest and most people who never took part in an exchange; null for any.</summary>
    public Range? Newcomers { get; init; }

    /// <summary>Fewest and most people who took part before; null for any.</summary>
    public Range? Returners { get; init; }

    /// <summary>Fewest people who work in a language; a language not named is free.</summary>
    public ImmutableArray<LanguageMinimum> Languages { get => field.IsDefault ? [] : field; init; }

    /// <summary>People who must not both be in.</summary>
    public ImmutableArray<Apart> Apart { get => field.IsDefault ? [] : field; init; }

    /// <summary>Most people from government, rounded down to whole people; all seats where the plan doesn't say.</summary>
    public int GovernmentMax => MostGovernment is { } percent ? Seats * percent / 100 : Seats;

    /// <summary>The plan without somebody who is a nominee no more.</summary>
    public SeatPlan Without(CandidateId candidate) =>
        this with { MustHave = MustHave.Remove(candidate), Apart = Apart.RemoveAll(a => a.One == candidate || a.Other == candidate) };

    /// <summary>Fewest and most of a sector; 0 to all where the plan says nothing.</summary>
    public Range RangeOf(Sector sector)
    {
        foreach (var s in Sectors)
            if (s.Sector == sector)
                return s.Range;
        return new Range(0, Seats);
    }

    /// <summary>Value equality, the lists by their items.</summary>
    public bool Equals(SeatPlan? other) => other is not null
        && (Seats, MostFromOneOrganisation, MostGovernment, Newcomers, Returners) == (other.Seats, other.MostFromOneOrganisation, other.MostGovernment, other.Newcomers, other.Returners)
        && Sectors.SequenceEqual(other.Sectors) && MustHave.SequenceEqual(other.MustHave)
        && Roles.SequenceEqual(other.Roles) && Languages.SequenceEqual(other.Languages) && Apart.SequenceEqual(other.Apart);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Seats, MostFromOneOrganisation, Sectors.Length, MustHave.Length, MostGovernment, Roles.Length);
}
