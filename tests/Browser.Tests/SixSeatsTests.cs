using System.Globalization;

using CoordinatorBot.Browser.Tests.Infrastructure;

using Microsoft.Playwright;

namespace CoordinatorBot.Browser.Tests;

/// <summary>
/// Six seats on all three surfaces: two decline, one lapses, one proposes a substitute, one answers by link from another tenant, one by phone.
/// Alternates and the substitute take the seats, and staff read of a full delegation.
/// </summary>
public sealed class SixSeatsTests(Chromium chromium, RunningBot bot) : IClassFixture<RunningBot>
{
    private static readonly DateOnly First = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(16 * 7);

    [Fact(Timeout = 240_000)]
    public async Task Two_decline_one_lapses_one_is_substituted_one_answers_by_link_and_one_by_phone_and_all_six_seats_are_filled()
    {
        var nora = await chromium.OpenAsync(bot, "nora-whitfield");
        await InviteAsync(nora);
        var delegates = await chromium.OpenAsync(bot, "alicia-brandt");
        await DeclineAsync(delegates, "alicia-brandt");
        await DeclineAsync(delegates, "dwayne-coles");
        await ProposeAsync(delegates);
        await AnswerByLinkAsync(delegates);
        await SettleAsync(nora);
        await RecordAsync(nora);
        await AcceptAsync(delegates, "marcus-bell", "otis-green", "xiong-vang");
        await LapseAsync(nora, delegates);
        await ReadDigestAsync(await chromium.OpenAsync(bot, "grace-oyelaran"));
        Assert.Equal([], nora.Errors.Concat(delegates.Errors));
    }

    private static async Task InviteAsync(TeamsPage nora)
    {
        await nora.AddPersonAsync("Otis Green", "otis.green@eastside.example");
        await nora.SayAsync("new exchange");
        await nora.SayAsync("Rain gardens");
        await nora.SayAsync("Every city builds its first public rain garden");
        await nora.SayAsync("Albany, NY");
        await nora.SayAsync(string.Create(CultureInfo.InvariantCulture, $"{First:d MMMM yyyy} to {First.AddDays(2):d MMMM yyyy}"));
        await nora.SayAsync("Detroit");
        await nora.SayAsync("form delegation Detroit");
        await nora.SayAsync(
            """
            Alicia Brandt, Deputy director, City of Detroit, alicia.brandt@detroit.example, practitioner
            Dwayne Coles, Block club president, Eastside Neighbors, dwayne.coles@eastside.example, resident
            Maya Lindqvist, Council member, City of Flint, maya.lindqvist@flint.example, policy maker
            Ingrid Sørensen, Planner, Planning Commission, ingrid.sorensen@minneapolis.example, practitioner
            Lena Fischer, Urban renewal officer, Green Ring, lena.fischer@leipzig.example, non-profit
            Helen Okonkwo, Chief of staff, City of Albany, helen.okonkwo@albany.example, policy maker
            Marcus Bell, Engineer, Water Department, marcus.bell@stlouis.example, practitioner
            Otis Green, Block captain, Eastside Neighbors, otis.green@eastside.example, resident
            Renée Dubois, Alderwoman, City of St. Louis, renee.dubois@stlouis.example, policy maker
            """);
        await nora.PressAsync("Add 9 people");
        await nora.SeesSomewhereAsync("6 of 6 seats");
        await nora.SayAsync("invite Detroit");
        await nora.SeesAsync("I don't find 1 person in Teams. They get a letter by mail");
        await nora.PressAsync("Send 6 invitations");
        await nora.PressUntilAsync("Look again", "6 of 6 delivered");
        await nora.OpenChatAsync("Exchanges");
        await nora.SayAsync("digest");
        await nora.OpenChatAsync("CoordinatorBot");
    }

    private static async Task DeclineAsync(TeamsPage delegates, string person)
    {
        await delegates.BecomeAsync(person);
        await delegates.PressAsync("Decline");
        await delegates.SeesSomewhereAsync("You declined on");
    }

    private static async Task ProposeAsync(TeamsPage delegates)
    {
        await delegates.BecomeAsync("ingrid-sorensen");
        await delegates.Button("Propose somebody instead").ClickAsync();
        await delegates.Input("Their name").FillAsync("Xiong Vang");
        await delegates.Input("Their mail address").FillAsync("xiong.vang@westbank.example");
        await delegates.PressAsync("Propose");
        await delegates.SeesSomewhereAsync("You proposed Xiong Vang");
    }

    // Teams doesn't reach her: the letter does, and its page takes her answer.
    private static async Task AnswerByLinkAsync(TeamsPage delegates)
    {
        await delegates.BecomeAsync("lena-fischer");
        await delegates.Page.GetByRole(AriaRole.Button, new() { Name = "Nora Whitfield invites you: Rain gardens" }).ClickAsync();
        var page = await delegates.Page.RunAndWaitForPopupAsync(() => delegates.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Link, new() { Name = "/i/" }).ClickAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You accepted on").Last).ToBeVisibleAsync();
        await page.CloseAsync();
    }

    private static async Task SettleAsync(TeamsPage nora)
    {
        await nora.MoveClockAsync("+1 hour");
        await nora.SeesAsync("things need you");
        await InviteAlternateAsync(nora, "Otis Green");
        await InviteAlternateAsync(nora, "Marcus Bell");
        await nora.PressAsync("Invite Xiong Vang instead");
        await nora.SeesAsync("Xiong Vang has the seat");
    }

    private static async Task InviteAlternateAsync(TeamsPage nora, string name)
    {
        await nora.PressAsync($"Invite {name}");
        await nora.SeesAsync("Balance then:");
        await nora.PressAsync("Send the invitation");
        await nora.SeesAsync($"{name} has the seat");
    }

    private static async Task RecordAsync(TeamsPage nora)
    {
        await nora.SayAsync("record answer Helen");
        await nora.Messages.Last.GetByRole(AriaRole.Radio, new() { Name = "accepted" }).CheckAsync();
        await nora.PressAsync("Record");
        await nora.SeesAsync("Helen Okonkwo");
    }

    private static async Task AcceptAsync(TeamsPage delegates, params string[] people)
    {
        foreach (var person in people)
        {
            await delegates.BecomeAsync(person);
            await delegates.SeesSomewhereAsync("who would like you to join Detroit's delegation");
            await delegates.PressAsync("Accept");
            await delegates.SeesSomewhereAsync("You accepted on");
        }
    }

    // Answers are due nine weeks before: two days ahead she is reminded, the day after the seat is free.
    private static async Task LapseAsync(TeamsPage nora, TeamsPage delegates)
    {
        var due = First.AddDays(-9 * 7);
        await nora.MoveClockToAsync(due.AddDays(-2), "12:00");
        await delegates.BecomeAsync("maya-lindqvist");
        await delegates.SeesSomewhereAsync("2 days left");
        await nora.MoveClockToAsync(due.AddDays(1), "12:00");
        await nora.MoveClockAsync("+1 hour");
        await delegates.SeesSomewhereAsync("your seat is free for somebody else now");
        await nora.SeesAsync("Maya Lindqvist didn't answer in time.");
        await InviteAlternateAsync(nora, "Renée Dubois");

        await delegates.BecomeAsync("renee-dubois");
        await delegates.PressAsync("Accepter");
        await delegates.SeesSomewhereAsync("Vous avez accepté");
    }

    private static async Task ReadDigestAsync(TeamsPage staff)
    {
        await staff.OpenChatAsync("Exchanges");
        await staff.MoveClockAsync("Next 08:00");
        await staff.SeesSomewhereAsync("Detroit: 6 of 6 seats · 6 accepted");
        await staff.SeesSomewhereAsync("Maya Lindqvist (Detroit)");
        Assert.Equal([], staff.Errors);
    }
}
