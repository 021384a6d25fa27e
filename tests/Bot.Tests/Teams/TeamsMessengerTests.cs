using AdaptiveCards;

using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Edges.Teams;
using CoordinatorBot.Features.People;
using CoordinatorBot.Ports;

using Microsoft.Extensions.DependencyInjection;

namespace CoordinatorBot.Bot.Tests.Teams;

public sealed class TeamsMessengerTests : IAsyncLifetime
{
    private readonly TeamsHost _host = new() { Settings = { ["Coordinator:Teams:TimeOut"] = "00:00:01" } };

    private IMessenger Messenger => _host.Services.GetRequiredService<IMessenger>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        // The bot writes to nobody before it has heard of a connector.
        await (await _host.PlayAsync("nora-whitfield")).SayAsync("help");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Somebody_who_never_wrote_gets_the_card_in_a_chat_the_bot_opens()
    {
        var (maya, to) = await PersonAsync("maya-lindqvist");
        Assert.IsType<Delivery.Delivered>(await PostAsync(to, "first"));
        Assert.IsType<Delivery.Delivered>(await PostAsync(to, "second"));
        Assert.Equal(["first", "second"], await CardsOfAsync(maya));
    }

    [Fact]
    public async Task Update_changes_the_message_in_place()
    {
        var (maya, to) = await PersonAsync("maya-lindqvist");
        var posted = Assert.IsType<Delivery.Delivered>(await PostAsync(to, "before"));
        Assert.IsType<Delivery.Delivered>(await Messenger.UpdateAsync(to, posted.ActivityId!, CardOf("after"), "after", Token));
        Assert.Equal("after", Assert.Single(await CardsOfAsync(maya)));
    }

    [Theory]
    [InlineData("ConversationBlockedByUser", FailureCode.Blocked)]
    [InlineData("BotNotInConversationRoster", FailureCode.NotInstalled)]
    [InlineData("BotDisabledByAdmin", FailureCode.DisabledByAdmin)]
    [InlineData("MessageWritesBlocked", FailureCode.NotAllowed)]
    [InlineData("NotEnoughPermissions", FailureCode.NotAllowed)]
    public async Task Refusals_of_Teams_are_told_apart(string code, string expected)
    {
        var (_, to) = await PersonAsync("xiong-vang");
        await _host.RefuseAsync("xiong-vang", code);
        Assert.Equal(expected, Assert.IsType<Delivery.Failed>(await PostAsync(to, "hello")).Code);
    }

    [Fact]
    public async Task Nobody_is_written_to_without_a_Teams_identity()
    {
        var (_, to) = await PersonAsync("maya-lindqvist");
        Assert.Equal(FailureCode.NoTeamsIdentity, Assert.IsType<Delivery.Failed>(await PostAsync(to with { TeamsId = null }, "hello")).Code);
        Assert.Equal(FailureCode.NoTeamsIdentity, Assert.IsType<Delivery.Failed>(await PostAsync(to with { TeamsId = "29:nobody" }, "hello")).Code);
    }

    [Fact]
    public async Task Card_too_large_for_Teams_is_told_as_that()
    {
        var (_, to) = await PersonAsync("maya-lindqvist");
        Assert.Equal(FailureCode.TooBig, Assert.IsType<Delivery.Failed>(await PostAsync(to, new string('x', 29_000))).Code);
    }

    [Fact]
    public async Task Short_throttle_is_waited_for_and_a_long_one_is_told()
    {
        var (maya, to) = await PersonAsync("maya-lindqvist");
        await PostAsync(to, "opened");
        await _host.MisbehaveAsync(new { throttle = 1, retryAfter = 1 });
        Assert.IsType<Delivery.Delivered>(await PostAsync(to, "after a second"));
        await _host.MisbehaveAsync(new { throttle = 1, retryAfter = 40 });
        Assert.Equal(TimeSpan.FromSeconds(40), Assert.IsType<Delivery.Throttled>(await PostAsync(to, "not now")).RetryAfter);
        Assert.Equal(["opened", "after a second"], await CardsOfAsync(maya));
    }

    [Fact]
    public async Task Lost_answer_is_unsure_and_the_message_is_not_sent_twice()
    {
        var (maya, to) = await PersonAsync("maya-lindqvist");
        await PostAsync(to, "opened");
        await _host.MisbehaveAsync(new { closeUnanswered = 1 });
        Assert.Equal(FailureCode.Unsure, Assert.IsType<Delivery.Failed>(await PostAsync(to, "lost")).Code);
        await _host.MisbehaveAsync(new { neverAnswer = 1 });
        Assert.Equal(FailureCode.Unsure, Assert.IsType<Delivery.Failed>(await PostAsync(to, "late")).Code);
        await _host.MisbehaveAsync(new { badGateway = 1 });
        Assert.Equal(FailureCode.Unsure, Assert.IsType<Delivery.Failed>(await PostAsync(to, "gateway")).Code);
        Assert.Equal(["opened", "lost", "late"], await CardsOfAsync(maya));
    }

    [Fact]
    public async Task Update_is_repeated_after_a_bad_gateway()
    {
        var (maya, to) = await PersonAsync("maya-lindqvist");
        var posted = Assert.IsType<Delivery.Delivered>(await PostAsync(to, "before"));
        await _host.MisbehaveAsync(new { badGateway = 1 });
        Assert.IsType<Delivery.Delivered>(await Messenger.UpdateAsync(to, posted.ActivityId!, CardOf("after"), "after", Token));
        Assert.Equal("after", Assert.Single(await CardsOfAsync(maya)));
    }

    [Fact]
    public async Task Message_that_is_gone_is_told_as_that()
    {
        var (_, to) = await PersonAsync("maya-lindqvist");
        await PostAsync(to, "opened");
        Assert.Equal(FailureCode.Gone, Assert.IsType<Delivery.Failed>(await Messenger.UpdateAsync(to, "1600000000000", CardOf("x"), "x", Token)).Code);
    }

    [Fact]
    public async Task Where_no_connection_is_made_nothing_was_sent()
    {
        var (_, to) = await PersonAsync("maya-lindqvist");
        await _host.Services.GetRequiredService<References>().KeepAsync(to.Id, new Reference("http://127.0.0.1:1/", "a:1", "28:bot", null), Token);
        Assert.Equal(FailureCode.Unavailable, Assert.IsType<Delivery.Failed>(await PostAsync(to, "hello")).Code);
    }

    [Fact]
    public async Task Chat_that_no_longer_exists_is_opened_anew()
    {
        var (maya, to) = await PersonAsync("maya-lindqvist");
        var newest = await _host.Services.GetRequiredService<References>().NewestAsync(Token);
        await _host.Services.GetRequiredService<References>().KeepAsync(to.Id, newest! with { ConversationId = "a:gone" }, Token);
        Assert.IsType<Delivery.Delivered>(await PostAsync(to, "here again"));
        Assert.Equal("here again", Assert.Single(await CardsOfAsync(maya)));
    }

    // Whoever looks at the chat for the first time is greeted besides.
    private static async Task<IEnumerable<string>> CardsOfAsync(PersonInTeams person) =>
        (await person.MessagesAsync()).Where(m => m.Card is not null).Select(m => m.AllText);

    private async Task<(PersonInTeams Person, Addressee.Person To)> PersonAsync(string id)
    {
        var person = await _host.PlayAsync(id);
        var known = await _host.Services.GetRequiredService<PeopleRegister>().OfTeamsAsync(person.AadObjectId, id, null, null, Token);
        return (person, new Addressee.Person(known.Id, person.AadObjectId));
    }

    private ValueTask<Delivery> PostAsync(Addressee to, string text) => Messenger.PostAsync(to, CardOf(text), text, Token);

    private static AdaptiveCard CardOf(string text) => new(new AdaptiveSchemaVersion(1, 5)) { Body = { new AdaptiveTextBlock(text) } };
}
