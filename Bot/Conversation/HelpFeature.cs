using AdaptiveCards;

using CoordinatorBot.Cards.Shared;

namespace CoordinatorBot.Conversation;

/// <summary>
/// Shows what this person can do here and now: the next step first, then what can be said, by topic. <c>help</c> with a topic or a command
/// says more of it.
/// </summary>
public sealed class HelpFeature(IServiceProvider services) : IChatFeature
{
    private const int MostNext = 3;

    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new ChatCommand("help", Where.Anywhere, false, 1000, ShowAsync, HelpTopic.Conversation)];

    private async ValueTask ShowAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        // The table is made of the features, this one among them: it is asked for when it is there.
        var table = services.GetRequiredService<CommandTable>();
        var commands = table.For(turn.Viewer, turn.Place.Kind).Where(c => c.Topic is not HelpTopic.Conversation).ToList();
        if (turn.Place.Kind is not PlaceKind.Personal)
            ShowDetail(turn, turn.Texts["conversation.help-title"], commands);
        else if (TopicNamed(turn, argument) is { } topic)
            ShowDetail(turn, turn.Texts[$"conversation.help-topic.{topic}"], commands.Where(c => c.Topic == topic));
        else if (table.Find(argument, turn.Viewer) is { Command.Topic: not HelpTopic.Conversation } found && commands.Contains(found.Command))
            ShowDetail(turn, found.Word, [found.Command]);
        else
            await ShowOverviewAsync(turn, commands, cancellationToken);
    }

    private async ValueTask ShowOverviewAsync(Turn turn, IReadOnlyList<ChatCommand> commands, CancellationToken cancellationToken)
    {
        var texts = turn.Texts;
        NextStep? next = null;
        foreach (var feature in services.GetServices<IKnowsNext>())
            next ??= await feature.NextAsync(turn, cancellationToken);
        var topics = commands.GroupBy(c => c.Topic).OrderBy(t => t.Key).ToList();
        var help = texts.WordOf("help");
        turn.Replies.Show(
            Ui.Card(
                texts.Language,
                [
                    Ui.Heading(texts["conversation.help-title"]),
                    next is null ? null : Ui.Box(AdaptiveContainerStyle.Emphasis, Ui.Fact(texts["conversation.help-next"], next.Text), Ui.Says(next.Words.Take(MostNext))),
                    .. topics.Select(t => Ui.Stack(
                        Ui.Section(texts[$"conversation.help-topic.{t.Key}"]),
                        Ui.Text(string.Join(" · ", t.Select(c => CommandTable.NameOf(c, turn.Viewer)))))),
                    Ui.Subtle(texts["conversation.help-more"]),
                    Ui.Subtle(texts["conversation.help-dialog"]),
                ],
                [.. topics.Where(t => t.Count() > 1).Select(t => Ui.Saying($"{help} {texts[$"conversation.help-topic.{t.Key}"].ToLowerInvariant()}"))]),
            texts["conversation.help-title"]);
    }

    private static void ShowDetail(Turn turn, string title, IEnumerable<ChatCommand> commands)
    {
        var texts = turn.Texts;
        turn.Replies.Show(
            Ui.Card(
                texts.Language,
                [
                    Ui.Heading(title),
                    .. commands.Select(c => Ui.Fact(texts.Say("conversation.help-word", ("word", CommandTable.NameOf(c, turn.Viewer))), texts[$"commands.{c.Name}.help"])),
                ]),
            title);
    }

    private static HelpTopic? TopicNamed(Turn turn, string argument)
    {
        var said = CommandTable.Fold(argument);
        foreach (var topic in Enum.GetValues<HelpTopic>())
            if (topic is not HelpTopic.Conversation && said == CommandTable.Fold(turn.Texts[$"conversation.help-topic.{topic}"]))
                return topic;
        return null;
    }
}
