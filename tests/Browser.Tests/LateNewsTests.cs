using System.Text.RegularExpressions;

using CoordinatorBot.Browser.Tests.Infrastructure;

using Microsoft.Playwright;

namespace CoordinatorBot.Browser.Tests;

/// <summary>What the page reads comes late, in between or not at all: nobody loses a message, a click or a file by it.</summary>
public sealed partial class LateNewsTests(Chromium chromium, RunningBot bot) : IClassFixture<RunningBot>
{
    private const string Person = "nora-whitfield";
    private const string Chat = "CoordinatorBot";
    private const string Channel = "Exchanges";

    [Fact(Timeout = 120_000)]
    public async Task Answer_to_what_is_posted_before_the_channel_is_read_stands_below_the_welcome()
    {
        // A bot of its own: a channel is greeted once.
        await using var started = new RunningBot();
        await started.InitializeAsync();
        var page = await chromium.OpenAsync(started, Person);
        var reading = await HoldAsync(page, HistoryPath());
        await page.OpenChatAsync(Channel);
        await page.SayAsync("digest");
        reading.SetResult();
        await page.SeesAsync("This channel gets a digest every day at 08:00");
        await page.SeesSomewhereAsync("this channel gets a daily digest");
        Assert.Equal([], page.Errors);
    }

    [Fact(Timeout = 120_000)]
    public async Task Chat_that_is_pressed_while_the_list_is_read_anew_opens()
    {
        var page = await chromium.OpenAsync(bot, Person);
        var (channel, chat) = (page.ChatButton(Channel), page.ChatButton(Chat));
        await channel.HoverAsync();
        await page.Page.Mouse.DownAsync();
        await bot.SayAsync(Person, "help");
        await Assertions.Expect(chat).Not.ToContainTextAsync("No messages yet");
        var before = await chat.TextContentAsync();
        await bot.SayAsync(Person, "exchanges");
        await Assertions.Expect(chat).Not.ToHaveTextAsync(before!);
        await page.Page.Mouse.UpAsync();
        await Assertions.Expect(channel).ToHaveAttributeAsync("aria-current", "true");
    }

    [Fact(Timeout = 120_000)]
    public async Task Conversation_that_could_not_be_read_says_so_and_is_read_on_request()
    {
        var page = await chromium.OpenAsync(bot, Person);
        await page.Page.RouteAsync(HistoryPath(), route => route.AbortAsync(), new() { Times = 1 });
        await page.OpenChatAsync(Channel);
        await page.Page.GetByText("could not be read").WaitForAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await page.SayAsync("help");
        await page.SeesSomewhereAsync("help");
        await Assertions.Expect(page.Page.GetByText("could not be read")).ToHaveCountAsync(0);
    }

    [Fact(Timeout = 120_000)]
    public async Task List_of_chats_that_could_not_be_read_once_is_read_with_the_next_message()
    {
        var page = await chromium.OpenAsync(bot, Person);
        await page.SayAsync("help");
        await page.Page.RouteAsync(ListPath(), route => route.AbortAsync());
        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.Page.RequestFailed += (_, request) => failed.TrySetResult();
        await page.SayAsync("exchanges");
        await failed.Task;
        await page.Page.UnrouteAsync(ListPath());
        var before = await page.ChatButton(Chat).TextContentAsync();
        await page.SayAsync("board");
        await Assertions.Expect(page.ChatButton(Chat)).Not.ToHaveTextAsync(before!);
    }

    [Fact(Timeout = 120_000)]
    public async Task Conversation_that_is_left_before_it_is_read_can_be_opened_again()
    {
        var page = await chromium.OpenAsync(bot, Person, narrow: true);
        var reading = await HoldAsync(page, HistoryPath());
        await page.OpenChatAsync(Chat);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Back to chats" }).ClickAsync();
        await page.Page.RunAndWaitForResponseAsync(() => { reading.SetResult(); return Task.CompletedTask; }, HistoryPath());
        await page.OpenChatAsync(Chat);
        await page.SayAsync("help");
        await page.SeesSomewhereAsync("help");
        Assert.Equal([], page.Errors);
    }

    [Fact(Timeout = 120_000)]
    public async Task File_that_is_uploaded_slowly_is_not_attached_to_another_conversation()
    {
        var page = await chromium.OpenAsync(bot, Person);
        var uploading = await HoldAsync(page, UploadPath());
        await page.Page.GetByLabel("File to attach").SetInputFilesAsync(Path.Combine(Built.Samples, "nominees", "breathing-lights-flint.csv"));
        await page.OpenChatAsync(Channel);
        await page.Page.RunAndWaitForResponseAsync(() => { uploading.SetResult(); return Task.CompletedTask; }, UploadPath());
        await page.Page.GetByText("was not attached").WaitForAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.List, new() { Name = "Attached" })).ToBeHiddenAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Words_that_could_not_be_sent_are_in_the_box_again()
    {
        var page = await chromium.OpenAsync(bot, Person);
        await page.Page.RouteAsync(SayPath(), route => route.AbortAsync());
        var box = page.Page.GetByRole(AriaRole.Textbox, new() { Name = "Message", Exact = true });
        await box.FillAsync("form delegation Detroit");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await page.Page.GetByText("Not sent").WaitForAsync();
        await Assertions.Expect(box).ToHaveValueAsync("form delegation Detroit");
    }

    // The first request to an address waits until the result is set; those after it go through.
    private static async Task<TaskCompletionSource> HoldAsync(TeamsPage page, Regex address)
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.Page.RouteAsync(address, async route =>
        {
            await go.Task;
            await route.ContinueAsync();
        }, new() { Times = 1 });
        return go;
    }

    [GeneratedRegex(@"/api/chats/[^/?]+\?")]
    private static partial Regex HistoryPath();

    [GeneratedRegex(@"/api/chats/[^/?]+/messages\?")]
    private static partial Regex SayPath();

    [GeneratedRegex(@"/api/chats\?")]
    private static partial Regex ListPath();

    [GeneratedRegex(@"/api/files\?")]
    private static partial Regex UploadPath();
}
