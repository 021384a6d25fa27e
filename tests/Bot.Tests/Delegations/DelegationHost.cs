using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Features.People;
using CoordinatorBot.Ports;
using CoordinatorBot.Streams;

using Microsoft.Extensions.DependencyInjection;

namespace CoordinatorBot.Bot.Tests.Delegations;

/// <summary>The bot with an exchange to form delegations in, and its coordinator.</summary>
public sealed class DelegationHost : IAsyncLifetime
{
    private readonly TeamsHost _host = new();

    internal StreamGate<ExchangeState> Gate => _host.Services.GetRequiredService<StreamGate<ExchangeState>>();

    internal IDocuments Documents => _host.Services.GetRequiredService<IDocuments>();

    internal TeamsHost Teams => _host;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <summary>An exchange of its own for a test, open for Nora, in whose chat no question is open.</summary>
    internal async Task<Story> GivenAsync(params string[] cities)
    {
        var nora = await _host.PlayAsync("nora-whitfield");
        await nora.SayAsync("cancel");
        var person = await PersonAsync(nora);
        var id = new ExchangeId(Guid.CreateVersion7(_host.Clock.GetUtcNow()));
        await SendAsync(id, person, new CreateExchange(id, "Breathing Lights"));
        foreach (var city in cities)
            await SendAsync(id, person, new AddCity(new DelegationId(Ids.Of(id.ToString(), city)), city));
        await Documents.PutAsync($"{DocumentKey.Dialogs}open-exchange/{person}", id.Value.ToByteArray(), PutCondition.Always, TestContext.Current.CancellationToken);
        return new Story(this, nora, id);
    }

    /// <summary>An exchange of another coordinator, in which somebody is nominated.</summary>
    internal async Task<ExchangeId> ForeignAsync(string title, string city, PersonId nominee)
    {
        var owner = new PersonId(Guid.CreateVersion7(_host.Clock.GetUtcNow()));
        var id = new ExchangeId(Guid.CreateVersion7(_host.Clock.GetUtcNow()));
        var delegation = new DelegationId(Ids.Of(id.ToString(), city));
        await SendAsync(id, owner, new CreateExchange(id, title));
        await SendAsync(id, owner, new AddCity(delegation, city));
        await SendAsync(id, owner, new NominateCandidates(delegation, [new(CandidateId.From(Ids.Of(id.ToString(), "nominee")), nominee, Sector.Resident, null)]));
        return id;
    }

    internal async Task<PersonId> PersonAsync(PersonInTeams who) =>
        (await _host.Services.GetRequiredService<PeopleRegister>().OfTeamsAsync(who.AadObjectId, who.Id, null, null, TestContext.Current.CancellationToken)).Id;

    internal async Task SendAsync(ExchangeId exchange, PersonId by, Command command)
    {
        var now = _host.Clock.GetUtcNow();
        var envelope = new Envelope(new CommandId(Guid.CreateVersion7(now)), new Actor(by, Standing.Coordinator), Way.Chat, now, command);
        var answer = await Gate.SendAsync(exchange.Value, envelope, TestContext.Current.CancellationToken);
        Assert.Null(answer.Outcome.Refusal);
    }
}

/// <summary>One test's exchange.</summary>
internal sealed class Story(DelegationHost host, PersonInTeams nora, ExchangeId exchange)
{
    public PersonInTeams Nora => nora;

    public ExchangeId Exchange => exchange;

    public TeamsHost Teams => host.Teams;

    public async Task<Delegation> DelegationAsync(string city = "Detroit") =>
        (await host.Gate.ReadAsync(exchange.Value, TestContext.Current.CancellationToken)).State.InOrder.Single(d => d.City == city);

    /// <summary>Says a line for each of these people, and "done".</summary>
    public async Task<SeenMessage> NominateAsync(params string[] lines)
    {
        await Nora.SayAsync("form delegation Detroit");
        foreach (var line in lines)
            await Nora.SayAsync(line);
        return (await Nora.SayAsync("done"))[^1];
    }

    public async Task SendAsync(Command command) => await host.SendAsync(exchange, await host.PersonAsync(nora), command);

    public async Task<string[]> NamesAsync(string city = "Detroit")
    {
        var register = host.Teams.Services.GetRequiredService<PeopleRegister>();
        var d = await DelegationAsync(city);
        var people = await register.FindAsync(d.Candidates.Values.Select(c => c.Person), TestContext.Current.CancellationToken);
        return [.. d.Candidates.Values.OrderBy(c => c.Rank).Select(c => people[c.Person].Name)];
    }
}
