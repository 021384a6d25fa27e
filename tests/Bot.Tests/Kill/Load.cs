using System.Collections.Concurrent;
using System.Text.Json.Nodes;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Simulator;

namespace CoordinatorBot.Bot.Tests.Kill;

/// <summary>
/// What people do meanwhile: coordinators make exchanges, put people forward and invite them; delegates answer, answer differently, press
/// twice, and press old copies. Each says something once, so that it can be found again.
/// </summary>
internal sealed class Load(Line line, ConnectorSink sink)
{
    public const int Invited = 6;
    public const string City = "Detroit";

    // Enough for every kill to find somebody at it.
    private const int MostRounds = 5;

    private static readonly string[] Sectors = ["policy", "practitioner", "nonprofit", "resident", "private", "philanthropy"];

    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _underWay = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static readonly IReadOnlyList<Person> Coordinators = [.. StartingPeople.All.Take(4)];

    public static readonly IReadOnlyList<Person> Delegates = [.. StartingPeople.All.Skip(4).Where(p => p.Listed)];

    /// <summary>Titles of the exchanges that the bot said it took, with all that follows up to the invitations.</summary>
    public ConcurrentQueue<string> Invitations { get; } = [];

    /// <summary>Notes of the answers that the bot said it took.</summary>
    public ConcurrentQueue<string> Notes { get; } = [];

    /// <summary>What the bot said where it took an answer not.</summary>
    public ConcurrentQueue<string> Refused { get; } = [];

    /// <summary>Ends when delegates have begun to answer.</summary>
    public Task UnderWay => _underWay.Task;

    /// <summary>Whether something went wrong for somebody: then all stop.</summary>
    public bool Failed { get; private set; }

    public static string ChangeOf(string title) => $"{title}: more gardens";

    /// <summary>Begins; ends when all have finished what they were at after <see cref="End"/>.</summary>
    public Task RunAsync(Random random, CancellationToken cancellationToken)
    {
        var seed = random.Next();
        return Task.WhenAll(
        [
            .. Coordinators.Select((p, i) => UntilEndAsync(() => CoordinateAsync(p, new Random(seed + i), i, cancellationToken))),
            .. Delegates.Select((p, i) => UntilEndAsync(() => AnswerAsync(p, new Random(seed + 100 + i), cancellationToken))),
        ]);
    }

    public void End() => _end.TrySetResult();

    private async Task UntilEndAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch
        {
            Failed = true;
            _underWay.TrySetResult();
            End();
            throw;
        }
    }

    private static string NomineeLine(Person p, string sector) => $"{p.Name}, {p.Title!.Replace(",", "", StringComparison.Ordinal)}, {p.Organisation}, {p.Mail}, {sector}";

    private async Task CoordinateAsync(Person who, Random random, int first, CancellationToken cancellationToken)
    {
        for (var round = 1; round == 1 || (round <= MostRounds && !_end.Task.IsCompleted); round++)
        {
            var title = $"Round {round} of {who.Id}";
            string[] said =
            [
                "new exchange", title, ChangeOf(title), "Albany", "in 16 weeks, 2 days", City, $"form delegation {City}",
                .. Enumerable.Range(first + round, Invited).Select(i => (i, p: Delegates[i % Delegates.Count])).Select(n => NomineeLine(n.p, Sectors[n.i % Sectors.Length])),
                "done", "invite",
            ];
            foreach (var text in said)
                await line.SayAsync(who, text, cancellationToken);
            await InviteAsync(who, title, random, cancellationToken);
        }
    }

    private async Task InviteAsync(Person who, string title, Random random, CancellationToken cancellationToken)
    {
        var preview = sink.Messages.LastOrDefault(m => m.Chat == who.ChatId && m.Card is not null && Find(m.Card, InviteCards.SendVerb) is not null);
        Assert.True(preview is not null && preview.Card!.ToJsonString().Contains(title, StringComparison.Ordinal), $"No preview of '{title}':\n{Transcript(who)}");
        var answers = await PressAsync(who, preview.Id, Find(preview.Card, InviteCards.SendVerb)!, random, cancellationToken);
        foreach (var answer in answers)
            Assert.True(answer["value"] is JsonObject card && Find(card, InviteCards.ProgressVerb) is not null, $"Not invited to '{title}': {answer.ToJsonString()}");
        Invitations.Enqueue(title);
    }

    private async Task AnswerAsync(Person who, Random random, CancellationToken cancellationToken)
    {
        JsonObject? old = null;
        for (var n = 1; !_end.Task.IsCompleted; n++)
        {
            var more = sink.More;
            if (Cards(who) is not { Count: > 0 } cards)
            {
                await Task.WhenAny(more, _end.Task);
                continue;
            }

            var message = cards[random.Next(cards.Count)];
            if (await AnswersAsync(who, message, cancellationToken) is not { Count: > 0 } choices)
                continue;
            var action = choices[random.Next(choices.Count)];
            var note = $"{who.Id} says {n}";
            action["data"]!["note"] = note;
            foreach (var answer in await PressAsync(who, message.Id, action, random, cancellationToken))
            {
                if (answer["value"] is JsonObject card && Find(card, InvitationCard.AnswerVerb) is null && Find(card, InvitationCard.ChangeVerb) is not null)
                    Take(note);
                else
                    Refused.Enqueue(answer.ToJsonString());
            }

            if (old is not null && random.Next(8) == 0)
                await line.PressAsync(who, (string)old["message"]!, old["action"]!.AsObject(), false, cancellationToken);
            if (random.Next(4) == 0)
                old = new JsonObject { ["message"] = message.Id, ["action"] = action.DeepClone() };
        }
    }

    private void Take(string note)
    {
        Notes.Enqueue(note);
        if (Notes.Count >= 10)
            _underWay.TrySetResult();
    }

    // The answers as the card has them, or behind "change my answer".
    private async Task<List<JsonObject>> AnswersAsync(Person who, SunkMessage message, CancellationToken cancellationToken)
    {
        var card = message.Card!;
        if (Find(card, InvitationCard.AnswerVerb) is null)
            card = (await line.PressAsync(who, message.Id, Find(card, InvitationCard.ChangeVerb)!, true, cancellationToken))["value"] as JsonObject ?? [];
        string[] wanted = [nameof(RsvpAnswer.Accepted), nameof(RsvpAnswer.Tentative), nameof(RsvpAnswer.Declined)];
        return [.. Actions(card).Where(a => (string?)a["verb"] is InvitationCard.AnswerVerb && wanted.Contains((string?)a["data"]?["answer"])).Select(a => a.DeepClone().AsObject())];
    }

    private async Task<JsonObject[]> PressAsync(Person who, string message, JsonObject action, Random random, CancellationToken cancellationToken)
    {
        var sameId = random.Next(2) == 0;
        var presses = Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => line.PressAsync(who, message, action, sameId, cancellationToken));
        return await Task.WhenAll(presses);
    }

    private List<SunkMessage> Cards(Person who) =>
        [.. sink.Messages.Where(m => m.Chat == who.ChatId && !m.IsReply && m.Card is { } card && InvitationOf(card) is not null)];

    /// <summary>The invitation a card is about; null for another card.</summary>
    public static InvitationId? InvitationOf(JsonObject card) =>
        Actions(card).Select(a => (string?)a["data"]?["invitation"]).FirstOrDefault(i => i is not null) is { } id ? new(Guid.Parse(id)) : null;

    /// <summary>What was written in somebody's chat by the bot.</summary>
    public string Transcript(Person who) => string.Join('\n', sink.Messages.Where(m => m.Chat == who.ChatId)
        .Select(m => $"{m.Id} {(string?)m.Activity["text"] ?? m.Card?.ToJsonString()[..300]}"));

    private static JsonObject? Find(JsonObject card, string verb) => Actions(card).FirstOrDefault(a => (string?)a["verb"] == verb);

    private static IEnumerable<JsonObject> Actions(JsonNode? node) => node switch
    {
        JsonObject { } o when (string?)(o["type"] as JsonValue) is "Action.Execute" => [o],
        JsonObject o => o.SelectMany(m => Actions(m.Value)),
        JsonArray a => a.SelectMany(Actions),
        _ => [],
    };
}
