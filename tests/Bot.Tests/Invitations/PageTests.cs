using System.Net;
using System.Text.Json.Nodes;

using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Features.People;

using Microsoft.Extensions.DependencyInjection;

namespace CoordinatorBot.Bot.Tests.Invitations;

/// <summary>What a delegate without Teams can do by the link in their letter, and what nobody can.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private const string Lena = "lena.fischer@leipzig.example";
    private const string Marc = "marc.petit@lyon.example";

    private readonly TeamsHost _host = new();
    private InvitingStory _story = null!;
    private Uri _link = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _story = await InvitingStory.BeginAsync(_host, 2, Lena, Marc);
        await _story.InviteAsync();
        await _story.SettledAsync(s => s.Invitations.Count == 2 && s.Invitations.Values.All(i => s.Ledger[i.Card].Done > 0));
        _link = Assert.Single(_host.LettersTo(Lena)).Link;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_answer_by_the_link_counts_as_their_own_and_can_be_changed()
    {
        var page = Page();
        var (status, answered) = await page.PressAsync("Accept", new { note = "I arrive on **Tuesday** <b>late</b>" });
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("You accepted on", answered, StringComparison.Ordinal);
        var rsvp = (await InvitationAsync()).Rsvp!;
        Assert.Equal((RsvpAnswer.Accepted, null), (rsvp.Answer, rsvp.RecordedBy));
        Assert.Contains("I arrive on **Tuesday** <b>late</b>", (await page.CardAsync()).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);

        var asked = await page.SendAsync(await page.PressOfAsync("Change my answer"));
        Assert.Contains("Decline", asked.Text, StringComparison.Ordinal);
        var decline = JsonNode.Parse((await page.PressOfAsync("Change my answer")).ToJsonString())!.AsObject();
        var declined = await page.SendAsync(new JsonObject { ["form"] = page.Form, ["verb"] = "invitation.answer", ["data"] = new JsonObject { ["terms"] = "1", ["answer"] = "Declined", ["revision"] = decline["data"]!["revision"]!.DeepClone() } });
        Assert.Contains("You declined on", declined.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replayed_answer_answers_once_and_an_old_one_changes_nothing_back()
    {
        var page = Page();
        var accept = await page.PressOfAsync("Accept", new { note = "Gladly" });
        var decline = await page.PressOfAsync("Decline");
        await page.SendAsync(accept);
        await page.SendAsync(accept);
        await page.SendAsync(decline);
        Assert.Contains("You declined on", (await page.SendAsync(accept)).Text, StringComparison.Ordinal);
        Assert.Equal(2, await _story.CountAsync<InvitationAnswered>());
        Assert.Equal(RsvpAnswer.Declined, (await InvitationAsync()).Rsvp!.Answer);
    }

    [Fact]
    public async Task Being_fetched_by_scanners_and_prefetched_changes_and_spends_nothing()
    {
        foreach (var method in new[] { "GET", "HEAD", "GET", "HEAD" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), _link);
            request.Headers.Add("Sec-Purpose", "prefetch");
            var response = await _host.Http.SendAsync(request, Token);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(("no-store", "no-referrer"), (response.Headers.CacheControl!.ToString(), response.Headers.GetValues("Referrer-Policy").Single()));
            Assert.DoesNotContain("unsafe", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        Assert.Equal(0, await _story.CountAsync<InvitationAnswered>());
        Assert.Equal(HttpStatusCode.OK, (await Page().PressAsync("Accept")).Status);
    }

    [Fact]
    public async Task A_post_without_what_the_page_gave_or_from_another_site_answers_nothing()
    {
        var page = Page();
        var accept = await page.PressOfAsync("Accept");
        Assert.Equal(HttpStatusCode.Forbidden, (await page.SendAsync(accept, "cross-site")).Status);
        var other = new DelegatesPage(_host.Http, Assert.Single(_host.LettersTo(Marc)).Link);
        await other.OpenAsync();
        foreach (var form in new[] { null, "", "x", other.Form, _link.Segments[^1] })
        {
            var forged = accept.DeepClone().AsObject();
            forged["form"] = form;
            Assert.Equal(HttpStatusCode.Forbidden, (await page.SendAsync(forged)).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await page.SubmitAsync(("answer", "Accepted"), ("terms", "1"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _host.Http.PostAsync(new Uri(_link + "/press"), new StringContent("[[[", null, "application/json"), Token)).StatusCode);
        Assert.Equal(0, await _story.CountAsync<InvitationAnswered>());
    }

    [Fact]
    public async Task A_forwarded_link_answers_for_whom_it_was_written_and_for_nobody_else()
    {
        var page = Page();
        var accept = await page.PressOfAsync("Accept");
        var marc = (await _story.StateAsync()).Invitations.Values.Single(i => i.Id != InvitationAsync().Result.Id);
        accept["data"]!["invitation"] = marc.Id.ToString();
        Assert.Contains("You accepted on", (await page.SendAsync(accept)).Text, StringComparison.Ordinal);
        Assert.Null((await _story.StateAsync()).Invitations[marc.Id].Rsvp);
        Assert.NotNull((await InvitationAsync()).Rsvp);
    }

    [Fact]
    public async Task A_link_altered_by_one_letter_opens_nothing()
    {
        var token = _link.Segments[^1];
        var altered = new Uri(_link.ToString().Replace(token, token[..40] + (token[40] == 'a' ? 'b' : 'a') + token[41..], StringComparison.Ordinal));
        var page = new DelegatesPage(_host.Http, altered);
        Assert.Equal(HttpStatusCode.NotFound, (await page.OpenAsync()).StatusCode);
        Assert.Contains("This link doesn&#39;t work", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Breathing Lights", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Http.GetAsync(new Uri(altered + "/card"), Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await page.SendAsync(new JsonObject())).Status);
    }

    [Fact]
    public async Task After_the_deadline_the_page_says_whom_to_ask_and_takes_no_answer()
    {
        var page = Page();
        var accept = await page.PressOfAsync("Accept");
        var state = await _story.StateAsync();
        _host.Clock.AdvanceTo(state.Exchange!.Terms!.Zone.EndOf(state.AnswerDue(await InvitationAsync())!.Value));
        await page.OpenAsync();
        accept["form"] = page.Form;
        Assert.Contains("The RSVP deadline was", (await page.SendAsync(accept)).Text, StringComparison.Ordinal);
        Assert.Contains("Nora Whitfield can still record your answer", page.Html, StringComparison.Ordinal);
        Assert.Equal(0, await _story.CountAsync<InvitationAnswered>());
    }

    [Fact]
    public async Task After_the_exchange_the_link_has_ended()
    {
        var terms = (await _story.StateAsync()).Exchange!.Terms!;
        _host.Clock.AdvanceTo(terms.Zone.EndOf(terms.EndsOn));
        var page = Page();
        Assert.Equal(HttpStatusCode.Gone, (await page.OpenAsync()).StatusCode);
        Assert.Contains("This link has ended", page.Html, StringComparison.Ordinal);
        Assert.Contains("Please ask Nora Whitfield.", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_recall_the_page_says_so_and_takes_no_answer()
    {
        var page = Page();
        var accept = await page.PressOfAsync("Accept");
        await _story.DoAsync(new RecallInvitations([(await InvitationAsync()).Id]));
        Assert.Equal(HttpStatusCode.Gone, (await page.OpenAsync()).StatusCode);
        Assert.Contains("Nora Whitfield has taken this invitation back.", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await page.SendAsync(accept)).Status);
        accept["form"] = page.Form;
        Assert.Contains("has taken this invitation back", (await page.SendAsync(accept)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await _story.CountAsync<InvitationAnswered>());
    }

    [Fact]
    public async Task A_cancelled_exchange_is_told_on_the_page()
    {
        await _story.DoAsync(new CancelExchange());
        var page = Page();
        Assert.Equal(HttpStatusCode.OK, (await page.OpenAsync()).StatusCode);
        Assert.Contains("This exchange has been called off.", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_answers_without_scripts_too_and_says_why_it_did_not()
    {
        var page = Page();
        await page.OpenAsync("?lang=es");
        Assert.Contains("<html lang=\"es\" dir=\"ltr\">", page.Html, StringComparison.Ordinal);
        Assert.Contains("Aceptar</button>", page.Html, StringComparison.Ordinal);
        (string, string)[] shown = [("form", page.Form), ("terms", page.Hidden("terms")), ("revision", page.Hidden("revision"))];
        var refused = await page.SubmitAsync([.. shown, ("answer", "SubstituteProposed"), ("substituteName", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var accepted = await page.SubmitAsync([.. shown, ("answer", "Accepted"), ("note", "Gern & <i>früh</i>")]);
        Assert.Contains("You accepted on", WebUtility.HtmlDecode(await accepted.Content.ReadAsStringAsync(Token)), StringComparison.Ordinal);
        Assert.Contains("Gern &amp; &lt;i&gt;", await accepted.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(RsvpAnswer.Accepted, (await InvitationAsync()).Rsvp!.Answer);
    }

    [Fact]
    public async Task Whoever_answers_in_a_language_is_written_to_in_it_from_then_on()
    {
        var page = Page();
        await page.OpenAsync("?lang=es");
        Assert.Equal("en", (await PersonAsync()).Language);
        await page.SubmitInAsync("es", ("form", page.Form), ("terms", page.Hidden("terms")), ("revision", page.Hidden("revision")), ("answer", "Accepted"));
        Assert.Equal("es", (await PersonAsync()).Language);
    }

    [Fact]
    public async Task The_page_is_in_the_language_of_the_delegate_unless_they_choose_another()
    {
        var people = _host.Services.GetRequiredService<PeopleRegister>();
        var lena = await PersonAsync();
        await people.PutAsync(lena with { Language = "fr" }, Token);
        var page = Page();
        await page.OpenAsync();
        Assert.Contains("<html lang=\"fr\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("\"fr\"", (await page.CardAsync())["lang"]!.ToJsonString(), StringComparison.Ordinal);
        await page.OpenAsync("?lang=en");
        Assert.Contains("<html lang=\"en\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_requests_are_turned_away_and_others_are_not()
    {
        HttpResponseMessage last;
        var page = Page();
        var count = 0;
        do
            last = await page.OpenAsync();
        while (last.StatusCode is HttpStatusCode.OK && ++count < 500);
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.Equal("60", last.Headers.GetValues("Retry-After").Single());
        Assert.Contains("Too many requests", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await new DelegatesPage(_host.Http, Assert.Single(_host.LettersTo(Marc)).Link).OpenAsync()).StatusCode);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DelegatesPage Page() => new(_host.Http, _link);

    private async Task<Domain.People.Person> PersonAsync() =>
        (await _host.Services.GetRequiredService<PeopleRegister>().FindAsync((await InvitationAsync()).Person, Token))!;

    private async Task<Invitation> InvitationAsync()
    {
        var people = _host.Services.GetRequiredService<PeopleRegister>();
        foreach (var invitation in (await _story.StateAsync()).Invitations.Values)
            if ((await people.FindAsync(invitation.Person, Token))!.Mail == Lena)
                return invitation;
        throw new InvalidOperationException("Lena is not invited.");
    }
}
