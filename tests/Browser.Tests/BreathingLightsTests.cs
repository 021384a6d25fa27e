using System.Globalization;

using CoordinatorBot.Browser.Tests.Infrastructure;

namespace CoordinatorBot.Browser.Tests;

/// <summary>
/// The exchange <i>Breathing Lights</i> from the first word to the digest, by clicks and typing: four delegations are formed in three ways, 24
/// people invited, each answers as themselves, and staff read of it the next morning.
/// </summary>
public sealed class BreathingLightsTests(Chromium chromium, RunningBot bot) : IClassFixture<RunningBot>
{
    private const string Coordinator = "nora-whitfield";
    private const string Staff = "grace-oyelaran";
    private const string Channel = "Exchanges";

    private const string Proposing = "maurice-tibbs";

    private static readonly string[] Declining = ["kevin-nakamura", "bjorn-lindqvist"];
    private static readonly string[] Unsure = ["luis-arreola"];

    [Fact(Timeout = 300_000)]
    public async Task Breathing_Lights_is_formed_invited_answered_and_told_of_by_clicks_and_typing()
    {
        await NominatedPeople.JoinAsync(bot.Http, "breathing-lights");
        var coordinator = await chromium.OpenAsync(bot, Coordinator);
        await BeginAsync(coordinator);
        await TypeDetroitAsync(coordinator);
        await PasteFlintAsync(coordinator);
        await UploadAsync(coordinator, "Minneapolis", "breathing-lights-minneapolis.csv");
        await UploadAsync(coordinator, "St. Paul", "breathing-lights-st-paul.csv");
        await InviteAsync(coordinator);

        await SubscribeAsync(coordinator);
        var delegates = await AnswerAsync();
        await DecideAsync(coordinator);
        var staff = await chromium.OpenAsync(bot, Staff);
        await ReadDigestAsync(staff);
        await delegates.BecomeAsync(Proposing);
        await delegates.SeesSomewhereAsync("Nora Whitfield has taken this invitation back");
        Assert.Equal([], coordinator.Errors.Concat(staff.Errors).Concat(delegates.Errors));
    }

    private static async Task BeginAsync(TeamsPage coordinator)
    {
        var first = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(16 * 7);
        await coordinator.SayAsync("new exchange");
        await coordinator.SayAsync("Breathing Lights");
        await coordinator.SayAsync("Each city leaves with a plan for its vacant houses in which artists and neighbors have a part");
        await coordinator.SayAsync("Albany, NY");
        await coordinator.SayAsync(string.Create(CultureInfo.InvariantCulture, $"{first:d MMMM yyyy} to {first.AddDays(2):d MMMM yyyy}"));
        await coordinator.SayAsync("Detroit, Flint, Minneapolis, St. Paul");
        await coordinator.SeesSomewhereAsync("4 cities, 24 seats");
    }

    // What is missing is seen at once, and filled line by line.
    private static async Task TypeDetroitAsync(TeamsPage coordinator)
    {
        await coordinator.SayAsync("form delegation Detroit");
        await coordinator.SeesAsync("Who could come from Detroit?");
        await coordinator.SayAsync("Renée Tolliver, Council Member, Detroit City Council Office, renee.tolliver@detroit.example, policy maker");
        await coordinator.SeesSomewhereAsync("1 of 6 seats");
        await coordinator.SeesSomewhereAsync("Residents: nobody yet");
        await coordinator.SayAsync(
            """
            Marcus Ezell, Deputy Director of Vacant Property, Detroit Housing and Revitalization Office, marcus.ezell@detroit.example, city practitioner
            Tamika Braddock, Executive Director, Eastside Light Collective, tamika@eastsidelight.example, non-profit
            """);
        await coordinator.SayAsync("Luis Arreola-Peña, Community Organizer, Southwest Porch Alliance, luis.arreola@example.org, non-profit");
        await coordinator.SayAsync("Ernestine \"Teenie\" Whitlow, Block club president, Chalmers Street Block Club, teenie.whitlow@example.com, the voice of her street");
        await coordinator.SeesSomewhereAsync("I don't understand the sector “the voice of her street”");
        await coordinator.PressAsync("Add 1 person");
        await coordinator.SeesSomewhereAsync("I don't know yet what these people stand for");
        await coordinator.Input("Ernestine").SelectOptionAsync("Residents");
        await coordinator.PressAsync("Save");
        await coordinator.SeesSomewhereAsync("1 sector saved");
        await coordinator.SayAsync("form delegation Detroit");
        await coordinator.SayAsync("Darnell O'Shea, Owner, O'Shea & Sons Demolition, darnell@oshea-demo.example, private sector");
        await coordinator.SeesSomewhereAsync("6 of 6 seats");
        await coordinator.PressAsync("Confirm delegation");
        await coordinator.SeesSomewhereAsync("Detroit is confirmed");
    }

    private static async Task PasteFlintAsync(TeamsPage coordinator)
    {
        await coordinator.SayAsync("form delegation Flint");
        await coordinator.PasteAsync(File.ReadLines(Path.Combine(Built.Samples, "nominees", "breathing-lights-flint.csv")).Select(line => line.Split(';')));
        await ConfirmListAsync(coordinator, "Flint");
    }

    private static async Task UploadAsync(TeamsPage coordinator, string city, string file)
    {
        await coordinator.SayAsync($"form delegation {city}");
        await coordinator.AttachAsync(Path.Combine(Built.Samples, "nominees", file));
        await ConfirmListAsync(coordinator, city);
    }

    private static async Task ConfirmListAsync(TeamsPage coordinator, string city)
    {
        await coordinator.SeesSomewhereAsync($"People for {city}");
        await coordinator.PressAsync("Add 8 people");
        await coordinator.SeesAsync("8 people added");
        await coordinator.SeesAsync("The plan is met.");
        await coordinator.PressAsync("Confirm delegation");
        await coordinator.SeesAsync($"{city} is confirmed");
    }

    private static async Task InviteAsync(TeamsPage coordinator)
    {
        await coordinator.SayAsync("invite");
        await coordinator.SeesAsync("Invite 24 people");
        await coordinator.SeesAsync("St. Paul: 6 people");
        await coordinator.PressAsync("Send 24 invitations");
        await coordinator.SeesAsync("Really send 24 messages?");
        await coordinator.PressAsync("Yes, send all 24");
        await coordinator.SeesAsync("24 invitations sent");
        await coordinator.PressUntilAsync("Look again", "24 of 24 delivered");
    }

    private static async Task SubscribeAsync(TeamsPage coordinator)
    {
        await coordinator.OpenChatAsync(Channel);
        await coordinator.SayAsync("digest");
        await coordinator.SeesAsync("This channel gets a digest every day at 08:00");
        await coordinator.OpenChatAsync("CoordinatorBot");
    }

    // Each in turn in one window: most say yes.
    private async Task<TeamsPage> AnswerAsync()
    {
        var invited = await NominatedPeople.InvitedAsync(bot.Http);
        Assert.Equal(24, invited.Count);
        var page = await chromium.OpenAsync(bot, invited[0]);
        foreach (var person in invited)
        {
            await page.BecomeAsync(person);
            await page.SeesSomewhereAsync("Nora Whitfield, who would like you to join");
            await page.SeesSomewhereAsync("Albany, NY");
            await AnswerAsync(page, person);
        }

        return page;
    }

    private static async Task AnswerAsync(TeamsPage page, string person)
    {
        if (Declining.Contains(person))
        {
            await page.Input("A note for Nora Whitfield").FillAsync("Council meets that week.");
            await page.PressAsync("Decline");
            await page.SeesSomewhereAsync("You declined on");
        }
        else if (Unsure.Contains(person))
        {
            await page.PressAsync("Not sure yet");
            await page.SeesSomewhereAsync("You said on");
        }
        else if (person == Proposing)
        {
            await page.Button("Propose somebody instead").ClickAsync();
            await page.Input("Their name").FillAsync("Amara Diallo");
            await page.Input("Their mail address").FillAsync("amara.diallo@example.com");
            await page.Input("Why they would be a good choice").FillAsync("She drives the night bus and knows every porch.");
            await page.PressAsync("Propose");
            await page.SeesSomewhereAsync("You proposed Amara Diallo");
        }
        else
        {
            await page.PressAsync("Accept");
            await page.SeesSomewhereAsync("You accepted on");
        }
    }

    // Two seats came free and a substitute is proposed: the coordinator is told, and settles it.
    private async Task DecideAsync(TeamsPage coordinator)
    {
        await coordinator.AddPersonAsync("Amara Diallo", "amara.diallo@example.com");
        await coordinator.MoveClockAsync("+1 hour");
        await coordinator.SeesAsync("3 things need you");
        await coordinator.SeesAsync("Kevin Nakamura declined: “Council meets that week.”");
        await coordinator.PressAsync("Invite Amara Diallo instead");
        await coordinator.SeesAsync("2 things need you");

        var substitute = await chromium.OpenAsync(bot, "amara-diallo");
        await substitute.SeesSomewhereAsync("St. Paul's delegation");
        await substitute.PressAsync("Accept");
        await substitute.SeesSomewhereAsync("You accepted on");
    }

    private static async Task ReadDigestAsync(TeamsPage staff)
    {
        await staff.OpenChatAsync(Channel);
        await staff.MoveClockAsync("Next 08:00");
        await staff.SeesSomewhereAsync("Digest of");
        await staff.SeesSomewhereAsync("Flint: 1 seat is free. First alternate: Dr. Helen Osei. Next step: Nora Whitfield");
        await staff.SeesSomewhereAsync("Minneapolis: 1 seat is free.");
        await staff.SeesSomewhereAsync("Detroit: 6 of 6 seats · 5 accepted · 1 not sure");
        await staff.SeesSomewhereAsync("St. Paul: 6 of 6 seats · 6 accepted");
    }
}
