namespace CoordinatorBot.Domain.Delegations;

/// <summary>Something in which a group of people departs from its seat plan.</summary>
public abstract record Gap;

/// <summary>Seats nobody holds.</summary>
/// <param name="Count">How many.</param>
public sealed record SeatsFree(int Count) : Gap;

/// <summary>A sector has fewer people than the plan wants.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Have">People now.</param>
/// <param name="Min">Fewest wanted.</param>
public sealed record SectorShort(Sector Sector, int Have, int Min) : Gap;

/// <summary>A sector has more people than the plan allows.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Have">People now.</param>
/// <param name="Max">Most allowed.</param>
public sealed record SectorOver(Sector Sector, int Have, int Max) : Gap;

/// <summary>An organisation sends more people than the plan allows.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Have">People now.</param>
/// <param name="Max">Most allowed.</param>
public sealed record OrganisationOver(OrganisationId Organisation, int Have, int Max) : Gap;

/// <summary>Somebody who must be in holds no seat.</summary>
/// <param name="Candidate">Who.</param>
public sealed record MustHaveMissing(CandidateId Candidate) : Gap;

/// <summary>A role in the change has fewer people than the plan wants.</summary>
/// <param name="Role">The role.</param>
/// <param name="Have">People now.</param>
/// <param name="Min">Fewest wanted.</param>
public sealed record RoleShort(RoleInChange Role, int Have, int Min) : Gap;

/// <summary>More come from government than the plan allows.</summary>
/// <param name="Have">People now.</param>
/// <param name="Max">Most allowed.</param>
/// <param name="Percent">The share of the plan.</param>
public sealed record GovernmentOver(int Have, int Max, int Percent) : Gap;

/// <summary>Fewer newcomers than the plan wants.</summary>
/// <param name="Have">People now.</param>
/// <param name="Min">Fewest wanted.</param>
public sealed record NewcomersShort(int Have, int Min) : Gap;

/// <summary>More newcomers than the plan allows.</summary>
/// <param name="Have">People now.</param>
/// <param name="Max">Most allowed.</param>
public sealed record NewcomersOver(int Have, int Max) : Gap;

/// <summary>Fewer people who took part before than the plan wants.</summary>
/// <param name="Have">People now.</param>
/// <param name="Min">Fewest wanted.</param>
public sealed record ReturnersShort(int Have, int Min) : Gap;

/// <summary>More people who took part before than the plan allows.</summary>
/// <param name="Have">People now.</param>
/// <param name="Max">Most allowed.</param>
public sealed record ReturnersOver(int Have, int Max) : Gap;

/// <summary>Fewer people work in a language than the plan wants.</summary>
/// <param name="Language">Two-letter code.</param>
/// <param name="Have">People now.</param>
/// <param name="Min">Fewest wanted.</param>
public sealed record LanguageShort(string Language, int Have, int Min) : Gap;

/// <summary>Two people are both in who must not be.</summary>
/// <param name="One">One of them.</param>
/// <param name="Other">The other.</param>
public sealed record TogetherAfterAll(CandidateId One, CandidateId Other) : Gap;

/// <summary>More than half come from government. A warning: it breaks no rule of the plan.</summary>
/// <param name="Have">People from government.</param>
/// <param name="Of">People in all.</param>
public sealed record MostlyGovernment(int Have, int Of) : Gap;

/// <summary>Some people's sector is not known.</summary>
/// <param name="Count">How many.</param>
public sealed record SectorsUnknown(int Count) : Gap;
