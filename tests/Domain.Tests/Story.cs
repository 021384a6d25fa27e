using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Tests;

/// <summary>One exchange as it is played: commands in, events folded, the clock moved by hand.</summary>
internal sealed class Story
{
    public static Actor Owner { get; } = new(Ids.Person("Olga, owner"), Standing.Coordinator);

    public static Actor Colleague { get; } = new(Ids.Person("Carl, colleague"), Standing.Coordinator);

    public static Actor Lead { get; } = new(Ids.Person("Lena, lead"), Standing.Guest);

    public static Actor Stranger { get; } = new(Ids.Person("Sven, stranger"), Standing.Guest);

    public static Actor Guest(string name) => new(Ids.Person(name), Standing.Guest);

    public ExchangeState State { get; private set; } = ExchangeState.Initial;

    public List<Commit> Commits { get; } = [];

    public DateTimeOffset Now { get; set; } = new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero);

    public Exchange Exchange => State.Exchange!;

    public DateOnly Today => (Exchange.Terms?.Zone ?? Zone.Utc).DateOf(Now);

    public Delegation Delegation(string city = "Detroit") => State.Delegations[Ids.Delegation(city)];

    public Invitation InvitationOf(string name) => State.InvitationOf(Ids.Candidate(name))!;

    public bool Sits(string name, string city = "Detroit") => Delegation(city).SeatOf(Ids.Candidate(name)) is not null;

    public Agenda Agenda => Domain.Duties.Agenda.Of(ExchangeStream.Wants(State, Now), State.Ledger, DutyPolicy.Default, Now);

    /// <summary>Decides a command and folds what followed.</summary>
    public Outcome Send(Actor actor, Command command, CommandId? partOf = null)
    {
        var id = Ids.Command(Commits.Count);
        var outcome = ExchangeStream.Decide(State, new Envelope(id, actor, Way.Chat, Now, command, partOf));
        if (!outcome.Events.IsEmpty)
            Fold(new Commit(id, actor, command.OnBehalfOf, Way.Chat, Now, outcome.Events, partOf));
        return outcome;
    }

    /// <summary>Several commands that follow from one answer.</summary>
    public Story InOneAct(params ReadOnlySpan<Command> commands)
    {
        var first = Ids.Command(Commits.Count);
        foreach (var command in commands)
            Assert.Null(Send(Owner, command, Commits.Count > 0 && Commits[^1].Act == first ? first : null).Refusal);
        return this;
    }

    /// <summary>Sends what must be accepted; the story goes on.</summary>
    public Story With(Actor actor, Command command)
    {
        var outcome = Send(actor, command);
        Assert.True(outcome.Refusal is null, $"{command} was refused: {outcome.Refusal}");
        return this;
    }

    public Story With(Command command) => With(Owner, command);

    public void Fold(Commit commit)
    {
        State = ExchangeStream.Kind.Evolve(State, commit);
        Commits.Add(commit);
    }

    /// <summary>What an envelope decided now would come to; changes nothing.</summary>
    public Outcome Ask(Actor actor, Command command) => ExchangeStream.Decide(State, new Envelope(Ids.Command(Commits.Count), actor, Way.Chat, Now, command));

    public Story On(DateOnly day, int hour = 12)
    {
        Now = (Exchange.Terms?.Zone ?? Zone.Utc).At(day, new TimeOnly(hour, 0));
        return this;
    }

    public Story After(TimeSpan wait)
    {
        Now += wait;
        return this;
    }

    /// <summary>Carries out all that is owed, again and again until nothing is: as a worker with a perfect connection does.</summary>
    public Story Deliver()
    {
        for (var round = 0; Agenda.Owed is { IsEmpty: false } owed; round++)
        {
            Assert.True(round < 20, $"Never done: {string.Join(", ", owed.Select(d => d.Want.Key))}");
            With(Actor.Bot, new ClaimDuties([.. owed.Select(d => new DutyClaim(d.Want.Key, d.Want.Revision, d.Attempt))]));
            foreach (var then in owed.Select(d => d.Want.Act).OfType<Then>())
                With(Actor.Bot, then.Command);
            With(Actor.Bot, new RecordDuties([.. owed.Select(d => new DutyDone(d.Want.Key, d.Want.Revision, $"receipt of {d.Want.Key}"))]));
        }

        return this;
    }

    public AnswerInvitation Answer(string name, RsvpAnswer answer, int words = 0) =>
        new(Ids.Invitation(name), answer, Exchange.TermsRevision, words);

    public Story Answered(string name, RsvpAnswer answer, int words = 0) => With(Guest(name), Answer(name, answer, words));
}

internal static class OutcomeAssertions
{
    /// <summary>The refusal, which must be of this type; a refused command has no events.</summary>
    public static T Refused<T>(this Outcome outcome) where T : Refusal
    {
        Assert.Empty(outcome.Events);
        return Assert.IsType<T>(outcome.Refusal);
    }

    /// <summary>The kinds of event, in order; the command must have been accepted.</summary>
    public static void Gave(this Outcome outcome, params Type[] kinds)
    {
        Assert.Null(outcome.Refusal);
        Assert.Equal(kinds, outcome.Events.Select(e => e.GetType()));
    }

    /// <summary>Accepted, and nothing changes.</summary>
    public static void ChangedNothing(this Outcome outcome) => outcome.Gave();
}
