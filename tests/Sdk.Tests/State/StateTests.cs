using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CoordinatorBot.Sdk.Tests.State;

/// <summary>What a bot puts into state comes back as what it was; a document that can't be read is never replaced by an empty one.</summary>
public sealed class StateTests
{
    private const string Key = "test/conversations/chat";
    private readonly JsonStorage _storage = new();

    [Fact]
    public async Task Values_come_back_as_what_they_were()
    {
        var kept = new Dictionary<string, object>
        {
            ["text"] = "héllo",
            ["date"] = "2026-03-01T10:00:00Z",
            ["truth"] = true,
            ["whole"] = 42,
            ["broken"] = 2.0,
            ["price"] = 1.10m,
            ["when"] = new DateTimeOffset(2027, 5, 12, 9, 0, 0, TimeSpan.FromHours(2)),
            ["id"] = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
            ["list"] = new List<string> { "a", "b" },
            ["array"] = new[] { 1, 2 },
            ["range"] = (1, 5),
            ["pair"] = Tuple.Create("a", 2),
            ["map"] = new Dictionary<string, object> { ["inner"] = new Seat("Ann", Sector.Public) },
            ["seat"] = new Seat("Bo", Sector.Resident),
            ["activity"] = MessageFactory.Text("hi"),
            ["nothing"] = null!,
        };
        await SaveAsync("values", kept);

        var read = await ReadAsync<Dictionary<string, object>>("values");

        Assert.Equal(42L, read["whole"]);
        Assert.Equal(2.0, Assert.IsType<double>(read["broken"]));
        Assert.Equal("hi", Assert.IsType<Activity>(read["activity"]).Text);
        Assert.Equal(new Seat("Ann", Sector.Public), Assert.IsType<Dictionary<string, object>>(read["map"])["inner"]);
        foreach (var name in new[] { "text", "date", "truth", "price", "when", "id", "list", "array", "range", "pair", "seat", "nothing" }) Assert.Equal(kept[name], read[name]);
    }

    [Fact]
    public async Task Property_is_read_as_the_type_that_is_asked_for()
    {
        await SaveAsync("count", 7L);

        Assert.Equal(7, await ReadAsync<int>("count"));
    }

    [Fact]
    public async Task Type_of_an_assembly_that_doesnt_know_the_sdk_is_refused()
        => await Assert.ThrowsAsync<JsonException>(() => SaveAsync("process", (object)new System.Diagnostics.ProcessStartInfo("rm")));

    [Theory]
    [InlineData("System.Diagnostics.ProcessStartInfo, System.Diagnostics.Process")]
    [InlineData("System.IO.FileInfo")]
    [InlineData("System.Collections.Generic.List`1[[System.IO.FileInfo]]")]
    [InlineData("System.IO.FileInfo[]")]
    [InlineData("No.Such.Type, Nowhere")]
    [InlineData("")]
    public async Task Type_name_that_isnt_ours_is_refused(string name)
    {
        _storage.Documents[Key] = "{\"$state\":1,\"a\":{\"$type\":" + JsonSerializer.Serialize(name) + ",\"$value\":{\"fileName\":\"x\"}}}";

        await RefusesAsync();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{\"$state\":2}")]
    [InlineData("{\"$state\":\"1\"}")]
    [InlineData("{\"a\":1,\"$state\":1}")]
    [InlineData("{\"$state\":1,\"a\":1,\"a\":2}")]
    [InlineData("{\"$state\":1,\"a\":{\"$type\":\"System.Guid\"}}")]
    [InlineData("{\"$state\":1,\"a\":{\"$type\":\"System.Guid\",\"$value\":\"x\"}}")]
    public async Task Document_of_another_shape_or_version_is_refused_and_kept(string document)
    {
        _storage.Documents[Key] = document;

        await RefusesAsync();
    }

    [Fact]
    public async Task Stack_kept_under_the_full_names_of_its_types_goes_on()
    {
        _storage.Documents[Key] = """
            {"$state":1,"DialogState":{"$type":"Microsoft.Bot.Builder.Dialogs.DialogState, CoordinatorBot.Sdk.BotFramework","$value":{"DialogStack":[{"Id":"name","State":{
              "options":{"$type":"Microsoft.Bot.Builder.Dialogs.PromptOptions, CoordinatorBot.Sdk.BotFramework","$value":{"Prompt":{"Type":"message","Text":"Who?"}}},
              "state":{"$type":"System.Collections.Generic.Dictionary`2[[System.String],[System.Object]]","$value":{"AttemptCount":0}}}}]}}}
            """;

        var turn = await AskAsync("Ann");

        Assert.Equal((DialogTurnStatus.Complete, "Ann"), (turn.Status, turn.Result));
    }

    [Fact]
    public async Task Stored_question_doesnt_say_whom_it_was_sent_to()
    {
        Assert.Equal(DialogTurnStatus.Waiting, (await AskAsync("start")).Status);

        Assert.Contains("Who?", _storage.Documents[Key], StringComparison.Ordinal);
        Assert.DoesNotContain("Carol", _storage.Documents[Key], StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_that_didnt_change_isnt_written()
    {
        await SaveAsync("seat", new Seat("Bo", Sector.Public));
        _storage.Writes = 0;

        await TurnAsync(async (state, turn) =>
        {
            await state.CreateProperty<Seat>("seat").GetAsync(turn);
            await state.SaveChangesAsync(turn);
        });

        Assert.Equal(0, _storage.Writes);
    }

    [Fact]
    public async Task State_that_was_only_looked_at_isnt_written()
    {
        await TurnAsync(async (state, turn) =>
        {
            await state.CreateProperty<Seat>("seat").GetAsync(turn);
            await state.SaveChangesAsync(turn);
        });

        Assert.Empty(_storage.Documents);
    }

    [Fact]
    public async Task Forgotten_state_is_written_empty()
    {
        await SaveAsync("seat", new Seat("Bo", Sector.Public));

        await TurnAsync(async (state, turn) =>
        {
            await state.ClearStateAsync(turn);
            await state.SaveChangesAsync(turn);
        });

        Assert.Equal("{\"$state\":1}", _storage.Documents[Key]);
    }

    [Fact]
    public async Task State_may_nest_as_deep_as_dialogs_in_dialogs_do()
    {
        const int Levels = 40;
        object nested = "the end";
        for (var i = 0; i < Levels; i++) nested = new Dictionary<string, object> { ["inner"] = nested };
        var memory = new MemoryStorage();
        using var first = Turn();
        var state = new ConversationState(memory);
        await state.CreateProperty<object>("nested").SetAsync(first, nested);
        await state.SaveChangesAsync(first);

        using var second = Turn();
        var read = await state.CreateProperty<object>("nested").GetAsync(second);

        for (var i = 0; i < Levels; i++) read = Assert.IsType<Dictionary<string, object>>(read)["inner"];
        Assert.Equal("the end", read);
    }

    [Fact]
    public async Task Object_of_no_type_is_kept_as_one_without_members()
    {
        await SaveAsync("nothing", new object());

        Assert.Equal(JsonValueKind.Object, Assert.IsType<JsonElement>(await ReadAsync<object>("nothing")).ValueKind);
    }

    [Fact]
    public async Task Storage_may_give_back_the_bytes()
    {
        await SaveAsync("seat", new Seat("Bo", Sector.Public));
        _storage.GivesBytes = true;

        Assert.Equal(new Seat("Bo", Sector.Public), await ReadAsync<Seat>("seat"));
    }

    [Fact]
    public async Task Memory_storage_gives_copies_and_compares_etags()
    {
        var storage = new MemoryStorage();
        await storage.WriteAsync(new Dictionary<string, object> { ["a"] = new Item { Name = "one" } }, default);
        var first = (await storage.ReadAsync<Item>(["a", "none"]))["a"];
        var second = (await storage.ReadAsync<Item>(["a"]))["a"];
        first.Name = "two";

        Assert.Equal("one", second.Name);
        await storage.WriteAsync(new Dictionary<string, object> { ["a"] = first }, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => storage.WriteAsync(new Dictionary<string, object> { ["a"] = second }, default));
        second.ETag = "*";
        await storage.WriteAsync(new Dictionary<string, object> { ["a"] = second }, default);
        await storage.DeleteAsync(["a", "none"], default);

        Assert.Empty(await storage.ReadAsync(["a"], default));
    }

    private static TurnContext Turn() => new(new TestAdapter(), new Activity(ActivityTypes.Message) { ChannelId = "test", Conversation = new ConversationAccount(id: "chat") });

    // A turn of a person named Carol, with a dialog that asks for a name.
    private async Task<DialogTurnResult> AskAsync(string says)
    {
        using var turn = Turn();
        (turn.Activity.Text, turn.Activity.From) = (says, new ChannelAccount("29:carol", "Carol"));
        var state = new ConversationState(_storage);
        var dialog = await new DialogSet(state.CreateProperty<DialogState>(nameof(DialogState))).Add(new TextPrompt("name")).CreateContextAsync(turn);
        var result = await dialog.ContinueDialogAsync();
        if (result.Status == DialogTurnStatus.Empty) result = await dialog.PromptAsync("name", new PromptOptions { Prompt = MessageFactory.Text("Who?") });
        await state.SaveChangesAsync(turn);
        return result;
    }

    private async Task TurnAsync(Func<ConversationState, ITurnContext, Task> act)
    {
        using var turn = Turn();
        await act(new ConversationState(_storage), turn);
    }

    private Task SaveAsync<T>(string name, T value) => TurnAsync(async (state, turn) =>
    {
        await state.CreateProperty<T>(name).SetAsync(turn, value);
        await state.SaveChangesAsync(turn);
    });

    private async Task<T> ReadAsync<T>(string name)
    {
        using var turn = Turn();
        return await new ConversationState(_storage).CreateProperty<T>(name).GetAsync(turn);
    }

    private async Task RefusesAsync()
    {
        var before = _storage.Documents[Key];

        await TurnAsync(async (state, turn) =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => state.CreateProperty<object>("a").GetAsync(turn, () => "new"));
            await state.SaveChangesAsync(turn);
        });

        Assert.Equal(before, _storage.Documents[Key]);
    }

    internal enum Sector
    {
        Public,
        Resident,
    }

    internal sealed record Seat(string Name, Sector Sector);

    internal sealed class Item : IStoreItem
    {
        public string? Name { get; set; }

        public string ETag { get; set; } = "";
    }

    /// <summary>A storage as a product writes one: text of JSON, by nothing but the serializer of the base library.</summary>
    private sealed class JsonStorage : IStorage
    {
        public Dictionary<string, string> Documents { get; } = [];

        public int Writes { get; set; }

        public bool GivesBytes { get; set; }

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
            => Task.FromResult<IDictionary<string, object>>(keys.Where(Documents.ContainsKey).ToDictionary(key => key, key => Stored(Documents[key])));

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            Writes++;
            foreach (var (key, value) in changes) Documents[key] = JsonSerializer.Serialize(value, value.GetType());
            return Task.CompletedTask;
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
        {
            foreach (var key in keys) Documents.Remove(key);
            return Task.CompletedTask;
        }

        private object Stored(string json) => GivesBytes ? System.Text.Encoding.UTF8.GetBytes(json) : JsonSerializer.Deserialize<JsonElement>(json);
    }
}
