using System.Globalization;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Writes messages that offer choices.</summary>
public class ChoiceFactory
{
    /// <summary>Offers choices as best suits a channel.</summary>
    /// <param name="channelId">The channel, such as <c>msteams</c>.</param>
    /// <param name="list">The choices.</param>
    /// <param name="text">The question.</param>
    /// <param name="speak">The question as spoken.</param>
    /// <param name="options">Words and marks between choices written as text.</param>
    public static IMessageActivity ForChannel(
        string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null)
        => ForChannel(channelId, list, text, speak, options, null, null);

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
        var longest = 0;
        foreach (var choice in list) longest = Math.Max(longest, choice.Title.Length);
        if (longest <= Channel.MaxActionTitleLength)
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
        choices ??= [];
        var line = new StringBuilder(text).Append(' ');
        for (var i = 0; i < choices.Count; i++)
        {
            if (i > 0)
                line.Append(i < choices.Count - 1 ? options?.InlineSeparator ?? ", "
                    : i == 1 ? options?.InlineOr ?? " or " : options?.InlineOrMore ?? ", or ");
            if (options?.IncludeNumbers ?? true) line.Append(CultureInfo.InvariantCulture, $"({i + 1}) ");
            line.Append(choices[i].Title);
        }
        return MessageFactory.Text(line.ToString(), speak, InputHints.ExpectingInput);
    }

    /// <summary>Offers strings as a list.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="text">The question.</param>
    /// <param name="speak">The question as spoken.</param>
    /// <param name="options">Whether there are numbers.</param>
    public static Activity List(IList<string> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
        => List(ToChoices(choices), text, speak, options);

    /// <summary>Offers choices as a list, one a line, numbered or with dashes.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="text">The question.</param>
    /// <param name="speak">The question as spoken.</param>
    /// <param name="options">Whether there are numbers.</param>
    public static Activity List(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var lines = new StringBuilder(text).Append("\n\n   ");
        for (var i = 0; i < choices.Count; i++)
        {
            if (i > 0) lines.Append("\n   ");
            if (options?.IncludeNumbers ?? true)
                lines.Append(CultureInfo.InvariantCulture, $"{i + 1}. ");
            else
                lines.Append("- ");
            lines.Append(choices[i].Title);
        }
        return MessageFactory.Text(lines.ToString(), speak, InputHints.ExpectingInput);
    }

    /// <summary>Offers strings as suggested actions.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="text">The question.</param>
    /// <param name="speak">The question as spoken.</param>
    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null)
        => SuggestedAction(ToChoices(choices), text, speak, null);

    /// <summary>Offers strings as suggested actions to certain users.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="text">The question.</param>
    /// <param name="speak">The question as spoken.</param>
    /// <param name="toList">The ids of the users.</param>
    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null, IList<string> toList = null)
        => SuggestedAction(ToChoices(choices), text, speak, toList);

    /// <summary>Offers choices as suggested actions.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="text">The question.</param>
    /// <param name="speak">The question as spoken.</param>
    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null)
        => SuggestedAction(choices, text, speak, null);

    /// <summary>Offers choices as suggested actions to certain users.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="text">The question.</param>
    /// <param name="speak">The question as spoken.</param>
    /// <param name="toList">The ids of the users.</param>
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
    public static IList<Choice> ToChoices(IList<string> choices)
    {
        var made = new List<Choice>(choices?.Count ?? 0);
        foreach (var choice in choices ?? []) made.Add(new Choice(choice));
        return made;
    }

    private static List<CardAction> Actions(IList<Choice> choices)
    {
        var actions = new List<CardAction>(choices?.Count ?? 0);
        foreach (var choice in choices ?? [])
            actions.Add(choice.Action ?? new CardAction { Type = ActionTypes.ImBack, Title = choice.Value, Value = choice.Value });
        return actions;
    }
}
