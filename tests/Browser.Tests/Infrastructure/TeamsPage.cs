using System.Text.RegularExpressions;

using Microsoft.Playwright;

namespace CoordinatorBot.Browser.Tests.Infrastructure;

/// <summary>The simulator's page in one window: what a person sees, clicks and types there.</summary>
public sealed class TeamsPage
{
    private const int Patience = 20_000;
    private const int ShortPatience = 3_000;

    private readonly List<string> _errors = [];

    /// <summary>A window.</summary>
    public TeamsPage(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(Patience);
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, said) =>
        {
            if (said.Type == "error")
                _errors.Add(said.Text);
        };
    }

    /// <summary>The window itself.</summary>
    public IPage Page { get; }

    /// <summary>What went wrong in the page's own code.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>All messages of the open conversation.</summary>
    public ILocator Messages => Page.GetByRole(AriaRole.Log, new() { Name = "Conversation" }).GetByRole(AriaRole.Article);

    /// <summary>The newest message of the bot.</summary>
    public ILocator Newest => Messages.And(Page.GetByLabel("CoordinatorBot")).Last;

    /// <summary>Becomes somebody else in this window.</summary>
    public async Task BecomeAsync(string person)
    {
        await Page.GotoAsync($"/?as={person}");
        await Page.Locator("#app[data-ready]").WaitForAsync();
    }

    /// <summary>Opens a chat or a channel.</summary>
    public Task OpenChatAsync(string name) => ChatButton(name).ClickAsync();

    /// <summary>The button that opens a chat or a channel.</summary>
    public ILocator ChatButton(string name) =>
        Page.GetByRole(AriaRole.List, new() { Name = "Chats" }).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + Regex.Escape(name)) });

    /// <summary>Types a message and sends it; ends when the bot has taken it.</summary>
    public async Task SayAsync(string text)
    {
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Message", Exact = true }).FillAsync(text);
        await SendAsync();
    }

    /// <summary>Sends a file.</summary>
    public async Task AttachAsync(string path)
    {
        await Page.GetByLabel("File to attach").SetInputFilesAsync(path);
        await Page.GetByRole(AriaRole.List, new() { Name = "Attached" }).GetByText(Path.GetFileName(path)).WaitForAsync();
        await SendAsync();
    }

    /// <summary>Pastes the cells of a table, as a spreadsheet puts them on the clipboard, and sends them.</summary>
    public async Task PasteAsync(IEnumerable<IEnumerable<string>> rows)
    {
        var html = $"<table>{string.Concat(rows.Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{System.Net.WebUtility.HtmlEncode(c)}</td>"))}</tr>"))}</table>";
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Message", Exact = true }).EvaluateAsync(
            """
            (box, html) => {
              const clipboard = new DataTransfer();
              clipboard.setData('text/html', html);
              box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
            }
            """, html);
        await Page.GetByRole(AriaRole.List, new() { Name = "Attached" }).GetByText("Table of").WaitForAsync();
        await SendAsync();
    }

    /// <summary>Clicks a button of the newest card that has it; ends when the bot has taken it.</summary>
    public Task PressAsync(string button) => TurnAsync("/press?", () => Button(button).ClickAsync());

    /// <summary>Clicks a button of the newest message until that says something; the button goes when there is no more to wait for.</summary>
    public async Task PressUntilAsync(string button, string text)
    {
        for (var pressed = 0; pressed < 50; pressed++)
        {
            if (await Newest.Filter(new() { HasText = text }).CountAsync() > 0)
                return;
            try
            {
                await TurnAsync("/press?", () => Button(button).ClickAsync(new() { Timeout = ShortPatience }), ShortPatience);
            }
            catch (TimeoutException)
            {
                // It went between the look and the click: the card was drawn anew meanwhile.
            }
        }

        await SeesAsync(text);
    }

    /// <summary>A button of the newest card that has it.</summary>
    public ILocator Button(string name) => Messages.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last;

    /// <summary>An input of the newest card that has it.</summary>
    public ILocator Input(string label) => Messages.GetByLabel(label).Last;

    /// <summary>Waits until the newest message of the bot says something.</summary>
    public Task SeesAsync(string text) => Assertions.Expect(Newest).ToContainTextAsync(text, new() { Timeout = Patience });

    /// <summary>Waits until some message of the bot says something.</summary>
    public Task SeesSomewhereAsync(string text) => Assertions.Expect(Messages.Filter(new() { HasText = text }).Last).ToBeVisibleAsync(new() { Timeout = Patience });

    /// <summary>Moves the simulated clock by a button of its dialog.</summary>
    public async Task MoveClockAsync(string button)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Move the clock" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "Move the clock" });
        await TurnAsync("/clock", () => dialog.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
    }

    /// <summary>Moves the simulated clock to a day and time where the person lives.</summary>
    public async Task MoveClockToAsync(DateOnly day, string time)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Move the clock" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "Move the clock" });
        await dialog.GetByLabel("To date and time").FillAsync($"{day:yyyy-MM-dd}T{time}");
        await TurnAsync("/clock", () => dialog.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
    }

    /// <summary>Adds somebody to Teams by the form.</summary>
    public async Task AddPersonAsync(string name, string mail)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "You are" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "Who are you?" });
        await dialog.GetByText("Add a person").ClickAsync();
        var form = dialog.GetByRole(AriaRole.Form, new() { Name = "Add a person" });
        await form.GetByLabel("Name").FillAsync(name);
        await form.GetByLabel("Mail").FillAsync(mail);
        await form.GetByRole(AriaRole.Button, new() { Name = "Add person" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Link, new() { Name = name }).First.WaitForAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
    }

    /// <summary>Loads a sample by its button and waits until it is played.</summary>
    public async Task LoadSampleAsync(string title, TimeSpan patience)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Simulator controls" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "Simulator controls" });
        await dialog.GetByRole(AriaRole.Button, new() { Name = $"Load sample: {title}", Exact = true }).ClickAsync();
        var status = Page.Locator("#sample-status");
        await Assertions.Expect(status).ToHaveTextAsync(new Regex($"{Regex.Escape(title)}” (is loaded|stopped)"), new() { Timeout = (float)patience.TotalMilliseconds });
        Assert.Equal($"“{title}” is loaded.", await status.TextContentAsync());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
    }

    /// <summary>Presses Tab until a button of that name has the focus.</summary>
    /// <returns>How often; more than <paramref name="most"/> when it was not reached.</returns>
    public async Task<int> TabToAsync(string button, int most)
    {
        var wanted = Messages.GetByRole(AriaRole.Button, new() { Name = button, Exact = true });
        for (var pressed = 1; pressed <= most; pressed++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await wanted.EvaluateAllAsync<bool>("buttons => buttons.includes(document.activeElement)"))
                return pressed;
        }

        return most + 1;
    }

    // The simulator answers a message when the bot has taken it: what it replies within the turn is there by then.
    private Task SendAsync() => TurnAsync("/messages?", () => Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync());

    private async Task TurnAsync(string path, Func<Task> act, float patience = Patience)
    {
        var answer = await Page.RunAndWaitForResponseAsync(act, r => r.Request.Method == "POST" && r.Url.Contains(path, StringComparison.Ordinal), new() { Timeout = patience });
        await answer.FinishedAsync();
    }
}
