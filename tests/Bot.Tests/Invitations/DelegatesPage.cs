using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

using CoordinatorBot.Simulator;

namespace CoordinatorBot.Bot.Tests.Invitations;

/// <summary>A delegate's page as a browser uses it: opened by its link, pressed by its card.</summary>
internal sealed partial class DelegatesPage(HttpClient http, Uri link)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public string Html { get; private set; } = string.Empty;

    public string Form => WebUtility.HtmlDecode(FormValue().Match(Html).Groups[1].Value);

    public async Task<HttpResponseMessage> OpenAsync(string query = "")
    {
        var response = await http.GetAsync(new Uri(link + query), Token);
        Html = await response.Content.ReadAsStringAsync(Token);
        return response;
    }

    public async Task<JsonObject> CardAsync() => (await http.GetFromJsonAsync<JsonObject>(new Uri(link + "/card"), Token))!["card"]!.AsObject();

    /// <summary>Presses a button of the card as it is now.</summary>
    public async Task<(HttpStatusCode Status, string Text)> PressAsync(string title, object? inputs = null) => await SendAsync(await PressOfAsync(title, inputs));

    /// <summary>What the page's script would send.</summary>
    public async Task<JsonObject> PressOfAsync(string title, object? inputs = null)
    {
        if (Html.Length == 0)
            await OpenAsync();
        var card = await CardAsync();
        var action = Card.FindAction(card, new JsonObject { ["title"] = title });
        Assert.True(action is not null, $"No button '{title}' on {card.ToJsonString()}");
        var typed = inputs is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(inputs)!.AsObject();
        var filled = Card.Filled(card, action, typed);
        return new JsonObject { ["form"] = Form, ["verb"] = filled["verb"]!.DeepClone(), ["data"] = filled["data"]!.DeepClone() };
    }

    public async Task<(HttpStatusCode Status, string Text)> SendAsync(JsonObject press, string? site = "same-origin")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(link + "/press")) { Content = JsonContent.Create(press) };
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        var response = await http.SendAsync(request, Token);
        return (response.StatusCode, Regex.Unescape(await response.Content.ReadAsStringAsync(Token)));
    }

    public Task<HttpResponseMessage> SubmitAsync(params (string Name, string Value)[] fields) =>
        http.PostAsync(link, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), Token);

    /// <summary>Submits the plain form of the page in a language.</summary>
    public Task<HttpResponseMessage> SubmitInAsync(string language, params (string Name, string Value)[] fields) =>
        new DelegatesPage(http, new Uri($"{link}?lang={language}")).SubmitAsync(fields);

    public string Hidden(string name) => Regex.Match(Html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("data-form=\"([^\"]*)\"")]
    private static partial Regex FormValue();
}
