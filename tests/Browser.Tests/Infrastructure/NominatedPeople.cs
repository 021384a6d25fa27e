using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CoordinatorBot.Browser.Tests.Infrastructure;

/// <summary>The people of a sample's lists of nominees, as Teams knows them.</summary>
internal static class NominatedPeople
{
    /// <summary>Gives everybody of a sample an account in Teams, without playing it.</summary>
    /// <returns>Their mail addresses, by city.</returns>
    public static async Task<ILookup<string, string>> JoinAsync(HttpClient simulator, string sample)
    {
        var script = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Built.Samples, sample + ".play.json")))!;
        var people = script["people"]!.AsArray();
        foreach (var person in people)
            (await simulator.PostAsJsonAsync("/simulator/api/people", person)).EnsureSuccessStatusCode();
        return people.ToLookup(p => ((string)p!["hint"]!).Split(", ")[1], p => (string)p!["mail"]!);
    }

    /// <summary>Who has an invitation unread, by id: the delegates, of those who don't work for the programme.</summary>
    public static async Task<IReadOnlyList<string>> InvitedAsync(HttpClient simulator)
    {
        var invited = new List<string>();
        foreach (var person in (await simulator.GetFromJsonAsync<JsonArray>("/simulator/api/people"))!.Where(p => ((string)p!["hint"]!).StartsWith("Nominee", StringComparison.Ordinal)))
        {
            var id = (string)person!["id"]!;
            var chats = await simulator.GetFromJsonAsync<JsonArray>($"/simulator/api/chats?as={id}");
            if (chats!.Any(c => (int)c!["unread"]! > 0))
                invited.Add(id);
        }

        return invited;
    }
}
