using System.Net.Http.Json;
using System.Text.Json.Nodes;

using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.People;
using CoordinatorBot.Streams;

using Microsoft.Extensions.DependencyInjection;

namespace CoordinatorBot.Bot.Tests.Invitations;

/// <summary>An exchange of Nora's in sixteen weeks, with a delegation from Detroit that is ready to be invited.</summary>
internal sealed class InvitingStory
{
    private readonly TeamsHost _host;
    private readonly Actor _coordinator;

    private InvitingStory(TeamsHost host, PersonInTeams nora, Actor coordinator) => (_host, Nora, _coordinator) = (host, nora, coordinator);

    public PersonInTeams Nora { get; }

    public ExchangeId Exchange { get; } = new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));

    public DelegationId Detroit { get; } = new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private StreamGate<ExchangeState> Gate => _host.Services.GetRequiredService<StreamGate<ExchangeState>>();

    private PeopleRegister People => _host.Services.GetRequiredService<PeopleRegister>();

    /// <summary>Begins it.</summary>
    /// <param name="host">The host.</param>
    /// <param name="seats">Seats of the delegation; whoever comes after is an alternate.</param>
    /// <param name="people">Mail addresses, in order of nomination.</param>
    public static async Task<InvitingStory> BeginAsync(TeamsHost host, int seats, params string[] people)
    {
        var nora = await host.PlayAsync("nora-whitfield");
        await nora.SayAsync("help");
        var known = await host.Services.GetRequiredService<PeopleRegister>().OfTeamsAsync(nora.AadObjectId, "Nora Whitfield", "en", null, Token);
        var story = new InvitingStory(host, nora, new Actor(known.Id, Standing.Coordinator));
        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        await story.DoAsync(new CreateExchange(story.Exchange, "Breathing Lights"));
        await story.SetTermsAsync(today.AddDays(112), "Albany, NY");
        await story.DoAsync(new AddCity(story.Detroit, "Detroit"));
        await story.DoAsync(new SetSeatPlan(story.Detroit, new SeatPlan(seats, [], 20, [])));
        await story.NominateAsync(people);
        return story;
    }

    /// <summary>Waits until the exchange is as it should be: looks again after each commit.</summary>
    public async Task SettledAsync(Func<ExchangeState, bool> holds)
    {
        var commits = _host.Services.GetRequiredService<StreamSignals>().Listen();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (!holds(await StateAsync()))
            await commits.ReadAsync(patience.Token);
    }

    public Task SetTermsAsync(DateOnly startsOn, string city)
    {
        Assert.True(Zone.TryParse("America/New_York", out var zone));
        return DoAsync(new SetTerms(new Terms(city, startsOn, startsOn.AddDays(2), zone!.Value, null)));
    }

    public async Task NominateAsync(params string[] mails)
    {
        var nominations = new List<Nomination>();
        foreach (var mail in mails)
        {
            var name = mail.Split('@')[0].Replace('.', ' ');
            var person = await People.NominatedAsync(new Person(new PersonId(NewId()), name, mail.Contains('@', StringComparison.Ordinal) ? mail : null), Token);
            nominations.Add(new Nomination(new CandidateId(NewId()), person.Id, Sector.Resident, null));
        }

        await DoAsync(new NominateCandidates(Detroit, [.. nominations]));
    }

    /// <summary>Nobody knows the mail address of somebody in Teams any more.</summary>
    public async Task ForgetMailAsync(string id)
    {
        var person = await _host.PlayAsync(id);
        var known = await People.OfTeamsAsync(person.AadObjectId, id, null, null, Token);
        await People.PutAsync(known with { Mail = null }, Token);
    }

    /// <summary>Says "invite" and sends what is shown.</summary>
    public async Task<SeenMessage> InviteAsync()
    {
        var preview = Assert.Single(await Nora.SayAsync("invite"));
        return await Nora.PressedAsync(preview, "invitation.send");
    }

    public Task<ExchangeState> StateAsync() => Gate.ReadAsync(Exchange.Value, Token).AsTask().ContinueWith(t => t.Result.State, Token, TaskContinuationOptions.None, TaskScheduler.Default);

    public async Task<Invitation> InvitationOfAsync(PersonInTeams person)
    {
        var id = (await People.OfTeamsAsync(person.AadObjectId, person.Id, null, null, Token)).Id;
        return (await StateAsync()).Invitations.Values.Last(i => i.Person == id);
    }

    public async Task<int> CountAsync<TEvent>() =>
        (await Gate.ReadCommitsAsync(Exchange.Value, 0, Token)).SelectMany(c => c.Events).OfType<TEvent>().Count();

    /// <summary>Somebody else presses a button they were forwarded: the card's action comes from a message of their own.</summary>
    public async Task<JsonObject> PressForwardedAsync(PersonInTeams presser, SeenMessage any, SeenMessage forwarded, string verb)
    {
        var action = CoordinatorBot.Simulator.Card.FindAction(forwarded.Card!, new JsonObject { ["verb"] = verb })!;
        var response = await _host.Http.PostAsJsonAsync(
            $"/simulator/api/chats/{Uri.EscapeDataString(presser.Chat)}/messages/{any.Id}/press?as={presser.Id}", action, Token);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Token))!;
    }

    public async Task DoAsync(Command command) => Assert.Null((await TryAsync(command)).Refusal);

    /// <summary>What becomes of a command of Nora's.</summary>
    public async Task<Outcome> TryAsync(Command command) =>
        (await Gate.SendAsync(Exchange.Value, new Envelope(new CommandId(NewId()), _coordinator, Way.Chat, _host.Clock.GetUtcNow(), command), Token)).Outcome;

    private Guid NewId() => Guid.CreateVersion7(_host.Clock.GetUtcNow());
}
