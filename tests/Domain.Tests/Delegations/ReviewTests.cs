using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Tests.Delegations;

public sealed class ReviewTests
{
    private static readonly Actor Rita = Story.Guest("Rita, reviewer");
    private static readonly Actor Ravi = Story.Guest("Ravi, reviewer");

    private static CandidateId Ana => Ids.Candidate("Ana");

    private static Story Reviewed() => Given.NominatedDelegation().With(new NameReviewers([Rita.Person!.Value, Ravi.Person!.Value]));

    private static GiveScores Gives(string name, int? score, bool conflict = false) => new([new GivenScore(Ids.Candidate(name), score, conflict)]);

    [Fact]
    public void Scores_of_all_reviewers_count_and_a_changed_one_counts_once()
    {
        var story = Reviewed().With(Rita, Gives("Ana", 2)).With(Ravi, Gives("Ana", 4)).With(Rita, Gives("Ana", 5));

        Assert.Equal(new Scores(2, 9), story.State.Review.ScoresOf(Ana));
        Assert.Equal(4.5, story.State.Review.ScoresOf(Ana).Average);
        Assert.Null(story.State.Review.ScoresOf(Ids.Candidate("Ben")).Average);
    }

    [Fact]
    public void A_conflict_of_interest_leaves_the_reviewer_out_for_that_nominee_only()
    {
        var story = Reviewed().With(Rita, Gives("Ana", 1)).With(Ravi, Gives("Ana", 4)).With(Rita, Gives("Ana", 1, conflict: true)).With(Rita, Gives("Ben", 3));

        Assert.Equal(new Scores(1, 4), story.State.Review.ScoresOf(Ana));
        Assert.Equal(new Scores(1, 3), story.State.Review.ScoresOf(Ids.Candidate("Ben")));
        Assert.False(story.State.Review.MaySee(story.Delegation().Candidates[Ana], Rita.Person!.Value, coordinates: true));
    }

    [Fact]
    public void Nobody_sees_what_others_gave_before_they_gave_theirs()
    {
        var story = Reviewed().With(Ravi, Gives("Ana", 4));
        var ana = story.Delegation().Candidates[Ana];
        bool Sees(Actor actor, bool coordinates = false) => story.State.Review.MaySee(ana, actor.Person!.Value, coordinates);

        Assert.False(Sees(Rita));
        Assert.False(Sees(Rita, coordinates: true));
        Assert.True(Sees(Ravi));
        Assert.True(Sees(Story.Owner, coordinates: true));
        Assert.False(Sees(Story.Stranger));
        Assert.False(Sees(Story.Guest("Ana"), coordinates: true));
        story.With(Rita, Gives("Ana", 2));
        Assert.True(Sees(Rita));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(int.MinValue)]
    public void A_score_outside_the_scale_is_refused_and_nothing_of_the_sheet_is_taken(int score)
    {
        var story = Reviewed();
        story.Ask(Rita, new GiveScores([new GivenScore(Ids.Candidate("Ben"), 3, false), new GivenScore(Ana, score, false)])).Refused<ScoreOutOfRange>();
        Assert.Null(story.State.Review.Of(Ids.Candidate("Ben"), Rita.Person!.Value));
    }

    [Fact]
    public void Only_reviewers_score_and_never_themselves()
    {
        var story = Reviewed().With(new NameReviewers([Rita.Person!.Value, Ids.Person("Ana")]));

        story.Ask(Story.Owner, Gives("Ana", 3)).Refused<NotAReviewer>();
        story.Ask(Ravi, Gives("Ana", 3)).Refused<NotAReviewer>();
        story.Ask(Story.Guest("Ana"), Gives("Ana", 5)).Refused<ReviewsThemselves>();
        story.Ask(Rita, Gives("Zoe", 3)).Refused<CandidateUnknown>();
        Assert.DoesNotContain(story.State.Review.OwedBy(Ids.Person("Ana"), story.Delegation().Candidates.Values), c => c.Id == Ana);
        Assert.Equal(6, story.State.Review.OwedBy(Rita.Person!.Value, story.Delegation().Candidates.Values).Count());
    }

    [Fact]
    public void Only_coordinators_name_reviewers_and_not_too_many()
    {
        var story = Reviewed();
        story.Ask(Story.Lead, new NameReviewers([])).Refused<CoordinatorsOnly>();
        story.Ask(Story.Owner, new NameReviewers([.. Enumerable.Range(0, Review.MostReviewers + 1).Select(i => Ids.Person($"{i}"))])).Refused<TooManyReviewers>();
        Assert.Empty(story.Ask(Story.Owner, new NameReviewers([Rita.Person!.Value, Ravi.Person!.Value, Rita.Person!.Value])).Events);
    }

    [Fact]
    public void What_somebody_gave_counts_no_more_once_they_review_no_longer()
    {
        var story = Reviewed().With(Rita, Gives("Ana", 5)).With(Ravi, Gives("Ana", 1)).With(new NameReviewers([Ravi.Person!.Value]));
        Assert.Equal(new Scores(1, 1), story.State.Review.ScoresOf(Ana));
    }

    [Fact]
    public void A_reviewer_takes_back_what_they_said_step_by_step()
    {
        var story = Reviewed().With(Rita, Gives("Ana", 2)).With(Rita, Gives("Ana", null, conflict: true)).With(Rita, Gives("Ana", 5));

        story.With(Rita, new UndoLast());
        Assert.Equal(new Opinion(Rita.Person!.Value, null), story.State.Review.Of(Ana, Rita.Person!.Value));
        story.With(Rita, new UndoLast());
        Assert.Equal(2, story.State.Review.Of(Ana, Rita.Person!.Value)?.Score);
        story.With(Rita, new UndoLast());
        Assert.Null(story.State.Review.Of(Ana, Rita.Person!.Value));
        Assert.NotNull(story.Ask(Rita, new UndoLast()).Refusal);
    }
}
