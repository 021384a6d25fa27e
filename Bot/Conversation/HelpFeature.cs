using CoordinatorBot.Cards.Shared;

namespace CoordinatorBot.Conversation;

/// <summary>Shows what this person can do here and now.</summary>
public sealed class HelpFeature(IServiceProvider services) : IChatFeature
{
    private const int MostButtons = 4;

    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new ChatCommand("help", Where.Anywhere, false, 1000, ShowAsync)];

    private ValueTask ShowAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var texts = turn.Texts;
        // The table is made of the features, this one among them: it is asked for when it is there.
        var commands = services.GetRequiredService<CommandTable>().For(turn.Viewer, turn.Place.Kind)
            .Select(c => (Word: CommandTable.NameOf(c, turn.Viewer), Help: texts[$"commands.{c.Name}.help"])).ToList();
        turn.Replies.Show(
            Ui.Card(
                texts.Language,
                [
                    Ui.Heading(texts["conversation.help-title"]),
                    .. commands.Select(c => Ui.Fact(texts.Say("conversation.help-word", ("word", c.Word)), c.Help)),
                    Ui.Subtle(texts["conversation.help-dialog"]),
                ],
                [.. commands.Take(MostButtons).Select(c => Ui.Saying(c.Word))]),
            texts["conversation.help-title"]);
        return ValueTask.CompletedTask;
    }
}
