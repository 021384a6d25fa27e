using System.Collections.Immutable;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Features.People;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Joins the review with the people in it, for one viewer: nobody is shown what others gave before they gave theirs.</summary>
public sealed class ReviewDesk(PeopleRegister people, NomineeWords words)
{
    /// <summary>Who reviews, and who still owes scores.</summary>
    public async ValueTask<ReviewersView> ReviewersAsync(Turn turn, ExchangeState state, CancellationToken cancellationToken)
    {
        var nominees = Nominees(state).ToList();
        var known = await people.FindAsync(state.Review.Reviewers, cancellationToken);
        return new ReviewersView(
            state.Exchange!.Id, turn.NewId("once").ToString("N"), state.Exchange.Design.Title,
            [.. state.Review.Reviewers.Select(r => new ReviewerView(
                r, known.GetValueOrDefault(r)?.Name ?? turn.Texts["people.nameless"],
                state.Review.OwedBy(r, nominees).Count(), nominees.Count(n => state.Review.Of(n.Id, r) is not null)))],
            await ScoredAsync(turn, state, nominees, cancellationToken));
    }

    private async ValueTask<ImmutableArray<ScoredView>> ScoredAsync(Turn turn, ExchangeState state, List<Candidate> nominees, CancellationToken cancellationToken)
    {
        var coordinates = state.Exchange!.IsCoordinatedBy(turn.Viewer.Person);
        var seen = nominees.Where(n => state.Review.MaySee(n, turn.Viewer.Person, coordinates)).Select(n => (Nominee: n, Scores: state.Review.ScoresOf(n.Id)))
            .Where(n => n.Scores.Count > 0).OrderByDescending(n => n.Scores.Average).ThenByDescending(n => n.Scores.Count).ToList();
        var known = await people.FindAsync(seen.Select(n => n.Nominee.Person), cancellationToken);
        return [.. seen.Select(n => new ScoredView(known.GetValueOrDefault(n.Nominee.Person)?.Name ?? turn.Texts["people.nameless"], CityOf(state, n.Nominee), n.Scores))];
    }

    private static string CityOf(ExchangeState state, Candidate nominee) => state.InOrder.First(d => d.Candidates.ContainsKey(nominee.Id)).City;

    /// <summary>A sheet for a reviewer.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="state">The exchange.</param>
    /// <param name="from">Where it begins among all nominees, from 0; null for the first that is owed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ReviewSheetView> SheetAsync(Turn turn, ExchangeState state, int? from, CancellationToken cancellationToken)
    {
        var viewer = turn.Viewer.Person;
        var mine = Nominees(state).Where(n => n.Person != viewer).ToList();
        var owed = state.Review.OwedBy(viewer, mine).ToList();
        var begin = Math.Clamp(from ?? (owed.Count > 0 ? mine.IndexOf(owed[0]) : 0), 0, Math.Max(0, mine.Count - 1)) / ReviewCards.MostOnSheet * ReviewCards.MostOnSheet;
        var shown = ImmutableArray.CreateBuilder<ReviewedView>();
        foreach (var nominee in mine.Skip(begin).Take(ReviewCards.MostOnSheet))
            shown.Add(await OfAsync(turn, state, nominee, cancellationToken));
        return new ReviewSheetView(state.Exchange!.Id, turn.NewId("once").ToString("N"), state.Exchange.Design.Title, shown.ToImmutable(), owed.Count, mine.Count, begin);
    }

    /// <summary>Everybody who is judged: city by city, in their order.</summary>
    public static IEnumerable<Candidate> Nominees(ExchangeState state) => state.InOrder.SelectMany(d => d.Candidates.Values.OrderBy(c => c.Rank));

    private async ValueTask<ReviewedView> OfAsync(Turn turn, ExchangeState state, Candidate nominee, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(nominee.Person, cancellationToken);
        var said = await words.OfAsync(nominee, cancellationToken);
        return new ReviewedView(
            nominee.Id, person?.Name ?? turn.Texts["people.nameless"], string.Join(", ", new[] { person?.Title, person?.Organisation }.OfType<string>()), CityOf(state, nominee), nominee.Sector,
            said.Reason, said.Contribution, state.Review.Of(nominee.Id, turn.Viewer.Person),
            state.Review.MaySee(nominee, turn.Viewer.Person, state.Exchange!.IsCoordinatedBy(turn.Viewer.Person)) ? state.Review.ScoresOf(nominee.Id) : null);
    }
}
