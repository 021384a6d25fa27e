using System.Collections.Immutable;

namespace CoordinatorBot.Domain.People;

/// <summary>
/// A person across exchanges: the document behind a <see cref="PersonId"/>. Names and addresses live here and nowhere in the events, so
/// that they can be erased.
/// </summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Full name as given; at most 200 characters, any script.</param>
/// <param name="Mail">Mail address; none while nobody gave one.</param>
/// <param name="Title">What they do: "Director of planning".</param>
/// <param name="Organisation">Where they work, as given.</param>
/// <param name="City">Their own city.</param>
/// <param name="Sector">What they stand for, as last said.</param>
/// <param name="Language">Two-letter code of the language they read; none until known.</param>
/// <param name="Zone">IANA zone they live in; none until known.</param>
/// <param name="TeamsId">Entra object id; none for those Teams doesn't know.</param>
/// <param name="MergedInto">Who they turned out to be: then nothing else here counts.</param>
/// <param name="Earlier">Under which ids they were known before somebody found that it is them.</param>
public sealed record Person(
    PersonId Id, string Name, string? Mail = null, string? Title = null, string? Organisation = null, string? City = null,
    Sector? Sector = null, string? Language = null, string? Zone = null, string? TeamsId = null,
    PersonId? MergedInto = null, ImmutableArray<PersonId>? Earlier = null);
