using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;

namespace CoordinatorBot.Domain;

/// <summary>The stream of one exchange: the roots of the three pure functions, one line a feature.</summary>
public static class ExchangeStream
{
    /// <summary>The kind.</summary>
    public static StreamKind<ExchangeState> Kind { get; } = new("exchange", ExchangeState.Initial, Decide, Evolution.Evolve, Wants, s => s.Ledger);

    /// <summary>What a person may do, and what follows.</summary>
    public static Outcome Decide(ExchangeState state, Envelope envelope) => envelope.Command switch
    {
        ExchangeCommand => ExchangeDecisions.Decide(state, envelope),
        DelegationCommand => DelegationDecisions.Decide(state, envelope),
        InvitationCommand => InvitationDecisions.Decide(state, envelope),
        ReviewCommand => ReviewDecisions.Decide(state, envelope),
        PeopleCommand => PeopleDecisions.Decide(state, envelope),
        DutyCommand c => Duties(state, envelope, c),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>All that the bot should bring about, also what is not yet due.</summary>
    public static IEnumerable<Want> Wants(ExchangeState state, DateTimeOffset now) =>
    [
        .. ExchangeWants.Wants(state),
        .. DelegationWants.Wants(state, DutyPolicy.Default),
        .. InvitationWants.Wants(state, DutyPolicy.Default),
        .. ReviewWants.Wants(state, DutyPolicy.Default),
        .. DeadlineWants.Wants(state, DutyPolicy.Default),
        .. AttentionWants.Wants(state, DutyPolicy.Default),
    ];

    private static Outcome Duties(ExchangeState state, Envelope e, DutyCommand command)
    {
        if (state.Exchange is not { } x)
            return new ExchangeUnknown();
        if (e.Actor.Standing is not Standing.Bot && (command is not RetryDuties || Access.Permission.ToCoordinate(x, e.Actor) is { }))
            return new CoordinatorsOnly();
        return DutyDecisions.Decide(command, Wants(state, e.At), state.Ledger, DutyPolicy.Default, e.At);
    }
}
