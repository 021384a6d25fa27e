using System.Collections.Immutable;

using CoordinatorBot.Domain.Access;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.People;

/// <summary>Decides who is who among the people of an exchange.</summary>
internal static class PeopleDecisions
{
    public static Outcome Decide(ExchangeState state, Envelope e)
    {
        if (state.Exchange is not { } x)
            return new ExchangeUnknown();
        return e.Command switch
        {
            MergePeople c => ToSay(state, x, e.Actor, c.Kept, c.Merged) ?? DelegationDecisions.Open(x) ?? Merge(state, c),
            KeepApart c => ToSay(state, x, e.Actor, c.First, c.Second) ?? DelegationDecisions.Open(x) ?? Apart(state, c),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // A lead says who is who among the people of their own city, and of no other.
    private static Refusal? ToSay(ExchangeState state, Exchange x, Actor actor, PersonId one, PersonId other)
    {
        var theirs = state.InOrder.Where(d => d.Lead == one || d.Lead == other || d.Candidates.Values.Any(c => c.Person == one || c.Person == other)).ToList();
        return theirs.Count == 0
            ? Permission.ToCoordinate(x, actor)
            : theirs.Select(d => Permission.ToForm(x, d, actor)).FirstOrDefault(r => r is not null);
    }

    private static Outcome Apart(ExchangeState state, KeepApart c) =>
        c.First == c.Second || state.Apart.Contains(PersonPair.Of(c.First, c.Second)) ? Outcome.Accept() : new PeopleKeptApart(c.First, c.Second);

    private static Outcome Merge(ExchangeState state, MergePeople c)
    {
        if (c.Kept == c.Merged)
            return Outcome.Accept();
        if (!state.Delegations.Values.Any(d => d.Lead == c.Merged || NomineeOf(d, c.Merged) is not null))
            return new NobodyToMerge();
        var events = ImmutableArray.CreateBuilder<Event>();
        foreach (var d in state.InOrder)
        {
            if (NomineeOf(d, c.Kept) is not { } one || NomineeOf(d, c.Merged) is not { } other)
                continue;
            var (stays, goes) = Weight(state, d, one).CompareTo(Weight(state, d, other)) <= 0 ? (one, other) : (other, one);
            if (state.InvitationOf(goes.Id) is not null)
                return new BothAreInvited(c.Kept, c.Merged);
            events.AddRange(Joined(state, d, stays, goes));
        }

        return Outcome.Accept([.. events, new PeopleMerged(c.Kept, c.Merged)]);
    }

    private static Candidate? NomineeOf(Delegation d, PersonId person) => d.Candidates.Values.FirstOrDefault(c => c.Person == person);

    // Of two nominations of one person that stays which has gone further: invited, seated, nominated first.
    private static (int, int) Weight(ExchangeState state, Delegation d, Candidate c) =>
        (state.InvitationOf(c.Id) is not null ? 0 : d.SeatOf(c.Id) is not null ? 1 : 2, c.Rank);

    // What is known of one of them only is kept; that somebody must be in holds for the person.
    private static IEnumerable<Event> Joined(ExchangeState state, Delegation d, Candidate stays, Candidate goes)
    {
        var withdrawn = DelegationDecisions.Withdraw(state, d, goes.Id).Events;
        var joined = stays with
        {
            Sector = stays.Sector == Sector.Unknown ? goes.Sector : stays.Sector,
            Organisation = stays.Organisation ?? goes.Organisation,
            Rank = Math.Min(stays.Rank, goes.Rank),
            Role = stays.Role ?? goes.Role,
            Language = stays.Language ?? goes.Language,
            Newcomer = stays.Newcomer ?? goes.Newcomer,
        };
        var plan = withdrawn.OfType<SeatPlanSet>().LastOrDefault()?.Plan;
        return
        [
            .. withdrawn,
            .. d.Plan.MustHave.Contains(goes.Id) && !d.Plan.MustHave.Contains(stays.Id)
                ? [new SeatPlanSet(d.Id, plan! with { MustHave = plan.MustHave.Add(stays.Id) })]
                : Array.Empty<Event>(),
            .. joined == stays ? Array.Empty<Event>() : [new CandidateCorrected(d.Id, joined)],
        ];
    }
}
