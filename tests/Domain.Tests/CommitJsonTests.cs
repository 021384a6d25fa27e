using System.Text;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Tests;

public sealed class CommitJsonTests
{
    [Fact]
    public void A_commit_reads_back_as_it_was_written()
    {
        var at = new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
        var delegation = new DelegationId(Guid.CreateVersion7(at));
        var candidate = new Candidate(new CandidateId(Guid.CreateVersion7(at)), new PersonId(Guid.CreateVersion7(at)), Sector.Resident, null, 1);
        Assert.True(Zone.TryParse("America/New_York", out var zone));
        var commit = new Commit(new CommandId(Guid.CreateVersion7(at)), new Actor(new PersonId(Guid.CreateVersion7(at)), Standing.Coordinator), null, Way.Chat, at,
        [
            new SeatPlanSet(delegation, SeatPlan.Default),
            new CandidateNominated(delegation, candidate),
            new SeatTaken(delegation, new SeatNumber(1), candidate.Id),
            new TermsSet(new Terms("Albany", new DateOnly(2027, 5, 3), new DateOnly(2027, 5, 5), zone.Value, null), 1),
        ]);

        var json = CommitJson.Write(commit);
        var read = CommitJson.Read(json);

        Assert.Equal(commit.Events, read.Events);
        Assert.Equal(commit with { Events = [] }, read with { Events = [] });
        Assert.Contains("\"is\":\"candidate.nominated.v1\"", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
    }
}
