using CoordinatorBot.Browser.Tests.Infrastructure;

using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace CoordinatorBot.Browser.Tests.Infrastructure;

/// <summary>
/// The browser that is installed here, started once for all tests. Nothing is downloaded. Where there is none the tests skip; under
/// <c>CI=true</c> they fail.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>The variable that names the browser's executable.</summary>
    public const string PathVariable = "CHROMIUM_PATH";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private static readonly string[] Quiet =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } path)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            // Chromium's sandbox refuses to run as root, which is who runs in a container.
            Args = Environment.IsPrivilegedProcess ? ["--no-sandbox", .. Quiet] : Quiet,
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A window of its own on a bot's simulator, as one person.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="person">Who, by id.</param>
    /// <param name="narrow">As wide as a phone, 390 px, instead of 1280.</param>
    /// <param name="dark">In the dark theme.</param>
    public async Task<TeamsPage> OpenAsync(RunningBot bot, string person, bool narrow = false, bool dark = false)
    {
        if (_browser is not { } browser)
        {
            const string missing = $"The browser tests need Chromium or Chrome: put it on PATH, or name its executable in {PathVariable}.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") is "true", missing);
            throw new InvalidOperationException(missing);
        }

        var page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = narrow ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1280, Height = 860 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-US",
            BaseURL = bot.Root.ToString(),
        });
        var teams = new TeamsPage(page);
        await teams.BecomeAsync(person);
        return teams;
    }

    private static string? Find() => Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.SelectMany(name => new[] { name, name + ".exe" }).Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
