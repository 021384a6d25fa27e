using System.Collections.Immutable;

using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Tests.Digests;

public sealed class ChannelTests
{
    private ChannelState _state = ChannelState.Initial;
    private DateTimeOffset _now = Cadence.Default(Given.NewYork).When(new DateOnly(2027, 3, 10)).AddHours(2);

    private Agenda Agenda => Domain.Duties.Agenda.Of(ChannelStream.Wants(_state, _now), _state.Ledger, DutyPolicy.Default, _now);

    private Outcome Send(Actor actor, Command command)
    {
        var outcome = ChannelStream.Decide(_state, new Envelope(Ids.Command(0), actor, Way.Chat, _now, command));
        if (!outcome.Events.IsEmpty)
            _state = ChannelStream.Evolve(_state, new Commit(Ids.Command(0), actor, null, Way.Chat, _now, outcome.Events));
        return outcome;
    }

    private Duty Deliver()
    {
        var duty = Assert.Single(Agenda.Owed);
        Send(Actor.Bot, new ClaimDuties([new DutyClaim(duty.Want.Key, duty.Want.Revision, duty.Attempt)])).Gave(typeof(DutyStarted));
        Send(Actor.Bot, new RecordDuties([new DutyDone(duty.Want.Key, duty.Want.Revision, "message")]));
        return duty;
    }

    private void Subscribe(Cadence? cadence = null) => Send(Story.Owner, new SubscribeChannel(cadence ?? Cadence.Default(Given.NewYork))).Gave(typeof(ChannelSubscribed));

    [Fact]
    public void A_new_subscription_is_silent_until_its_first_occasion()
    {
        Subscribe();
        Assert.Empty(Agenda.Owed);
        Assert.Equal(Cadence.Default(Given.NewYork).When(new DateOnly(2027, 3, 11)), Agenda.Next);
        _now = Agenda.Next!.Value;
        Assert.Equal(new PostDigest(new DateOnly(2027, 3, 11), false), Deliver().Want.Act);
        Assert.Empty(Agenda.Owed);
    }

    [Fact]
    public void Asked_for_in_between_it_comes_at_once_as_often_as_asked()
    {
        Subscribe();
        for (var ask = 0; ask < 3; ask++)
        {
            Send(Story.Stranger, new AskForDigest()).Gave(typeof(DigestAsked));
            Assert.Equal(new PostDigest(new DateOnly(2027, 3, 10), true), Deliver().Want.Act);
            Assert.Empty(Agenda.Owed);
        }
    }

    [Fact]
    public void Asked_for_under_a_new_cadence_it_comes_although_the_day_had_its_digest()
    {
        Subscribe();
        for (var ask = 0; ask < 3; ask++)
        {
            Send(Story.Owner, new AskForDigest());
            Deliver();
        }

        _now = _now.AddDays(1);
        Deliver();
        Subscribe(Cadence.Default(Zone.Utc) with { At = new TimeOnly(23, 0) });
        Send(Story.Owner, new AskForDigest());
        Assert.Equal(new DateOnly(2027, 3, 10), Assert.IsType<PostDigest>(Deliver().Want.Act).Period);
    }

    [Fact]
    public void A_channel_that_could_not_be_reached_for_days_gets_one_digest()
    {
        Subscribe();
        _now = _now.AddDays(5);
        Assert.Equal(new DateOnly(2027, 3, 15), Assert.IsType<PostDigest>(Deliver().Want.Act).Period);
        Assert.Empty(Agenda.Owed);
    }

    [Fact]
    public void Shown_again_in_its_period_a_digest_tells_the_whole_period()
    {
        var exchange = Ids.Exchange("x");
        ImmutableDictionary<ExchangeId, long> At(long position) => ImmutableDictionary<ExchangeId, long>.Empty.Add(exchange, position);
        var (monday, tuesday) = (new DateOnly(2027, 3, 8), new DateOnly(2027, 3, 9));
        Send(Actor.Bot, new RecordDuties([new DigestRead(monday, At(0), At(10))]));
        Assert.Equal(0, _state.ReadFrom(monday)[exchange]);
        Assert.Equal(10, _state.ReadFrom(tuesday)[exchange]);
    }

    [Fact]
    public void Coordinators_subscribe_and_anybody_in_the_channel_asks()
    {
        Send(Story.Stranger, new SubscribeChannel(Cadence.Default(Zone.Utc))).Refused<CoordinatorsOnly>();
        Send(Story.Stranger, new AskForDigest()).Refused<ChannelNotSubscribed>();
        Send(Story.Owner, new UnsubscribeChannel()).Refused<ChannelNotSubscribed>();
        Subscribe();
        Send(Story.Owner, new SubscribeChannel(Cadence.Default(Given.NewYork))).ChangedNothing();
        Send(Story.Stranger, new UnsubscribeChannel()).Refused<CoordinatorsOnly>();
        Send(Story.Stranger, new ClaimDuties([])).Refused<CoordinatorsOnly>();
        Send(Story.Owner, new UnsubscribeChannel()).Gave(typeof(ChannelUnsubscribed));
        _now = _now.AddDays(3);
        Assert.Null(Agenda.Next);
        Assert.Empty(Agenda.Owed);
    }
}
