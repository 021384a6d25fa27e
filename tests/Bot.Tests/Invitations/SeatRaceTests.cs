using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Bot.Tests.Invitations;

/// <summary>Detroit has two seats and three alternates; Alicia declines.</summary>
public sealed class SeatRaceTests : IAsyncLifetime
{
    private readonly TeamsHost _host = new();
    private InvitingStory _story = null!;
    private PersonInTeams _alicia = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _story = await InvitingStory.BeginAsync(_host, 2,
            "alicia.brandt@detroit.example", "dwayne.coles@eastside.example", "maya.lindqvist@flint.example", "ingrid.sorensen@minneapolis.example", "xiong.vang@westbank.example");
        await _story.InviteAsync();
        _alicia = await _host.PlayAsync("alicia-brandt");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Of_alternates_promoted_for_one_seat_at_once_exactly_one_gets_it_and_the_others_hear_who()
    {
        await DeclineAsync();
        var d = (await _story.StateAsync()).Delegations[_story.Detroit];
        var seat = d.FreeSeat!.Value;
        var outcomes = await Task.WhenAll(d.Alternates.Where(c => c.Rank > 2).Select((c, i) =>
            Task.Run(() => _story.TryAsync(new PromoteAlternate(d.Id, seat, c.Id, new InvitationId(Guid.CreateVersion7(_host.Clock.GetUtcNow())))))));

        Assert.Equal(3, outcomes.Length);
        Assert.Single(outcomes, o => o.Refusal is null);
        var state = await _story.StateAsync();
        var holder = state.Delegations[_story.Detroit].Candidates[state.Delegations[_story.Detroit].Seats[seat.Value - 1].Holder!.Value];
        Assert.All(outcomes.Where(o => o.Refusal is not null), o => Assert.Equal(new SeatIsTaken(holder.Person), o.Refusal));
        Assert.Equal(3, state.Invitations.Count);
    }

    [Fact]
    public async Task Where_the_exchange_says_so_the_next_alternate_is_invited_without_anybody_pressing()
    {
        await _story.DoAsync(new Domain.Exchanges.SetAnswerRules(AnswerRules.Default with { AlternatesAtOnce = true }));
        await DeclineAsync();
        _host.Clock.Advance(TimeSpan.FromMinutes(2));
        var maya = await _host.PlayAsync("maya-lindqvist");
        var card = await maya.SeesAsync(m => m.Card is not null && m.AllText.Contains("Breathing Lights", StringComparison.Ordinal));
        await maya.PressedAsync(card, "Decline");
        _host.Clock.Advance(TimeSpan.FromMinutes(2));
        await (await _host.PlayAsync("ingrid-sorensen")).SeesAsync(m => m.Card is not null && m.AllText.Contains("Breathing Lights", StringComparison.Ordinal));
    }

    private async Task DeclineAsync() =>
        await _alicia.PressedAsync(await _alicia.SeesAsync(m => m.Card is not null && m.AllText.Contains("Breathing Lights", StringComparison.Ordinal)), "Decline");
}
