using System.Collections.Immutable;

namespace CoordinatorBot.Domain.People;

/// <summary>Folds what was found out about who is who.</summary>
internal static class PeopleEvolution
{
    public static ExchangeState Apply(ExchangeState state, PeopleEvent happened) => happened switch
    {
        PeopleMerged e => Merged(state, e),
        PeopleKeptApart e => state with { Apart = state.Apart.Add(PersonPair.Of(e.First, e.Second)) },
        PeopleAskedAgain e => state with { Apart = state.Apart.Remove(PersonPair.Of(e.First, e.Second)) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ExchangeState Merged(ExchangeState state, PeopleMerged e)
    {
        PersonId Now(PersonId person) => person == e.Merged ? e.Kept : person;
        var delegations = state.Delegations.SetItems(state.Delegations.Values
            .Where(d => d.Lead == e.Merged || d.Candidates.Values.Any(c => c.Person == e.Merged))
            .Select(d => KeyValuePair.Create(d.Id, d with
            {
                Lead = d.Lead is { } lead ? Now(lead) : null,
                Requests = d.Requests.SetItems(d.Requests.Values.Where(r => r.By == e.Merged).Select(r => KeyValuePair.Create(r.Number, r with { By = e.Kept }))),
                Candidates = d.Candidates.SetItems(d.Candidates.Values.Where(c => c.Person == e.Merged).Select(c => KeyValuePair.Create(c.Id, c with { Person = e.Kept }))),
            })));
        var invitations = state.Invitations.SetItems(state.Invitations.Values.Where(i => i.Person == e.Merged).Select(i => KeyValuePair.Create(i.Id, i with { Person = e.Kept })));
        return state with
        {
            Delegations = delegations,
            Invitations = invitations,
            Muting = state.Muting.People.Contains(e.Merged.Value) ? state.Muting.With(e.Kept, muted: true) : state.Muting,
            Review = state.Review with
            {
                Reviewers = [.. state.Review.Reviewers.Select(Now).Distinct()],
                Opinions = state.Review.Opinions.ToImmutableDictionary(o => o.Key, o => o.Value.Select(p => p with { Reviewer = Now(p.Reviewer) }).DistinctBy(p => p.Reviewer).ToImmutableArray()),
            },
        };
    }
}
