using CoordinatorBot.Cards.Shared;

namespace CoordinatorBot.Conversation;

/// <summary>Shows what this person can do here and now.</summary>
public sealed class HelpFeature(IServiceProvider services) : IChatFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new ChatCommand("help", Where.Anywhere, false, 1000, ShowAsync)];

    private ValueTask ShowAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var texts = turn.Texts;
        // The table is made of the features, this one among them: it is asked for when it is there.
        var lines = services.GetRequiredService<CommandTable>().For(turn.Viewer, turn.Place.Kind)
            .Select(c => (Word: CommandTable.NameOf(c, turn.Viewer), Help: texts[$"commands.{c.Name}.help"]));
        turn.Replies.Show(
            Ui.Card(texts.Language, [Ui.Heading(texts["conversation.help-title"]), .. lines.Select(l => Ui.Fact(l.Word, l.Help)), Ui.Subtle(texts["conversation.help-dialog"])]),
            texts["conversation.help-title"]);
        return ValueTask.CompletedTask;
    }
}
