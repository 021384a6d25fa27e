using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>What one reviewer thinks of one nominee.</summary>
/// <param name="Reviewer">Who.</param>
/// <param name="Score">1 to 5, 5 the best; null where they declared a conflict of interest and are left out.</param>
public readonly record struct Opinion(PersonId Reviewer, int? Score);

/// <summary>The scores of one nominee taken together.</summary>
/// <param name="Count">How many reviewers gave one.</param>
/// <param name="Sum">Their sum: whole numbers, so that nothing is rounded before it is compared.</param>
public readonly record struct Scores(int Count, int Sum)
{
    /// <summary>The mean, 1 to 5; null while nobody gave a score.</summary>
    public double? Average => Count == 0 ? null : (double)Sum / Count;
}

/// <summary>Who reviews the nominees of an exchange, and what they think. A score counts while its giver is a reviewer.</summary>
/// <param name="Reviewers">Who reviews, in the order they were named.</param>
/// <param name="Opinions">What was said of each nominee, in the order in which it was first said.</param>
public sealed record Review(ImmutableArray<PersonId> Reviewers, ImmutableDictionary<CandidateId, ImmutableArray<Opinion>> Opinions)
{
    /// <summary>When the reviewers were last named.</summary>
    public DateTimeOffset NamedAt { get; init; }

    /// <summary>Nobody reviews.</summary>
    public static Review None { get; } = new([], ImmutableDictionary<CandidateId, ImmutableArray<Opinion>>.Empty);

    /// <summary>Lowest and highest score.</summary>
    public static (int Min, int Max) Range { get; } = (1, 5);

    /// <summary>Most reviewers of one exchange: a review that more people share is nobody's.</summary>
    public const int MostReviewers = 12;

    /// <summary>Whether somebody reviews.</summary>
    public bool IsBy(PersonId person) => Reviewers.Contains(person);

    /// <summary>What a reviewer said of a nominee; null for nothing yet.</summary>
    public Opinion? Of(CandidateId candidate, PersonId reviewer)
    {
        foreach (var opinion in Opinions.GetValueOrDefault(candidate, []))
            if (opinion.Reviewer == reviewer)
                return opinion;
        return null;
    }

    /// <summary>The scores of a nominee; conflicts of interest, and those who review no longer, left out.</summary>
    public Scores ScoresOf(CandidateId candidate)
    {
        var (count, sum) = (0, 0);
        foreach (var opinion in Opinions.GetValueOrDefault(candidate, []))
            if (opinion.Score is { } score && IsBy(opinion.Reviewer))
                (count, sum) = (count + 1, sum + score);
        return new Scores(count, sum);
    }

    /// <summary>
    /// Whether somebody may see what others gave a nominee: reviewers once they gave their own score, so that nobody is led by it; who declared
    /// a conflict, or is the nominee, not at all; of the others those who coordinate the exchange.
    /// </summary>
    public bool MaySee(Candidate candidate, PersonId viewer, bool coordinates) =>
        candidate.Person != viewer && (IsBy(viewer) ? Of(candidate.Id, viewer) is { Score: not null } : coordinates);

    /// <summary>The nominees whom a reviewer has said nothing of yet; themselves they don't review.</summary>
    public IEnumerable<Candidate> OwedBy(PersonId reviewer, IEnumerable<Candidate> candidates) =>
        candidates.Where(c => c.Person != reviewer && Of(c.Id, reviewer) is null);

    internal Review With(CandidateId candidate, Opinion opinion)
    {
        var said = Opinions.GetValueOrDefault(candidate, []);
        var at = IndexOf(said, opinion.Reviewer);
        return this with { Opinions = Opinions.SetItem(candidate, at < 0 ? said.Add(opinion) : said.SetItem(at, opinion)) };
    }

    internal Review Without(CandidateId candidate, PersonId reviewer)
    {
        var left = Opinions.GetValueOrDefault(candidate, []).RemoveAll(o => o.Reviewer == reviewer);
        return this with { Opinions = left.IsEmpty ? Opinions.Remove(candidate) : Opinions.SetItem(candidate, left) };
    }

    private static int IndexOf(ImmutableArray<Opinion> opinions, PersonId reviewer)
    {
        for (var i = 0; i < opinions.Length; i++)
            if (opinions[i].Reviewer == reviewer)
                return i;
        return -1;
    }
}
