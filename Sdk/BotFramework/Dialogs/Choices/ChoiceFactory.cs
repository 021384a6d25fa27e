namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Writes messages that offer choices.</summary>
public class ChoiceFactory
{
    /// <summary>
    /// Offers choices as best suits a channel: as suggested actions, else as buttons of a hero card; where a title is too
    /// long for a button, or the channel has none, as text, on one line for up to three short choices and as a list beyond.
    /// </summary>
    /// <param name="channelId">The channel, such as <c>msteams</c>.</param>
    /// <param name="list">The choices.</param>
    /// <param name="text">The question.</param>
    /// <param name="speak">The question as spoken.</param>
    /// <param name="options">Words and marks between choices written as text.</param>
    /// <param name="conversationType">The kind of conversation, such as <c>personal</c>: Teams shows suggested actions in no other.</param>
    /// <param name="toList">The ids of the users who are shown suggested actions.</param>
    public static IMessageActivity ForChannel(
        string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null,
        string conversationType = null, IList<string> toList = null)
    {
        list ??= [];
        if (list.All(choice => choice.Title.Length <= Channel.MaxActionTitleLength))
        {
            if (Channel.SupportsSuggestedActions(channelId, list.Count, conversationType)) return SuggestedAction(list, text, speak, toList);
            if (Channel.SupportsCardActions(channelId, list.Count)) return HeroCard(list, text, speak);
            if (list.Count <= 3) return Inline(list, text, speak, options);
        }
        return List(list, text, speak, options);
    }

    /// <summary>Offers choices on one line: <c>Which? (1) this, (2) that, or (3) none</c>.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="text">The question.</param>
    /// <param name="speak">The question as spoken.</param>
    /// <param name="options">Words and marks between the choices.</param>
    public static Activity Inline(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        var titles = (choices ?? []).Select((choice, i) => (options?.IncludeNumbers ?? true ? $"({i + 1}) " : "") + choice.Title).ToList();
        var or = titles.Count == 2 ? options?.InlineOr ?? " or " : options?.InlineOrMore ?? ", or ";
        var line = titles.Count < 2 ? string.Concat(titles) : string.Join(options?.InlineSeparator ?? ", ", titles[..^1]) + or + titles[^1];
        return MessageFactory.Text($"{text} {line}", speak, InputHints.ExpectingInput);
    }

    /// <summary>Offers choices as a list, one a line, numbered or with dashes.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="text">The question.</param>
    /// <param name="speak">The question as spoken.</param>
    /// <param name="options">Whether there are numbers.</param>
    public static Activity List(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        var lines = (choices ?? []).Select((choice, i) => (options?.IncludeNumbers ?? true ? $"{i + 1}. " : "- ") + choice.Title);
        return MessageFactory.Text($"{text}\n\n   {string.Join("\n   ", lines)}", speak, InputHints.ExpectingInput);
    }

    /// <summary>Offers choices as suggested actions.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="text">The question.</param>
    /// <param name="speak">The question as spoken.</param>
    /// <param name="toList">The ids of the users who are shown them; null for all.</param>
    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null, IList<string> toList = null)
        => MessageFactory.SuggestedActions(Actions(choices), text, speak, InputHints.ExpectingInput, toList);

    /// <summary>Offers choices as buttons of a hero card.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="text">The question, which is the text of the card.</param>
    /// <param name="speak">The question as spoken.</param>
    public static IMessageActivity HeroCard(IList<Choice> choices, string text = null, string speak = null)
        => MessageFactory.Attachment(new HeroCard { Text = text, Buttons = Actions(choices) }.ToAttachment(), null, speak, InputHints.ExpectingInput);

    /// <summary>Makes choices of strings.</summary>
    /// <param name="choices">The strings.</param>
    public static IList<Choice> ToChoices(IList<string> choices) => [.. (choices ?? []).Select(choice => new Choice(choice))];

    private static List<CardAction> Actions(IList<Choice> choices)
        => [.. (choices ?? []).Select(c => c.Action ?? new CardAction { Type = ActionTypes.ImBack, Title = c.Value, Value = c.Value })];
}
