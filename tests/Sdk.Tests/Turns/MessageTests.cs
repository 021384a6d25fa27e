using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace CoordinatorBot.Sdk.Tests.Turns;

/// <summary>Messages as they are made, and what can be asked of them.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("hi", "hi")]
    [InlineData(" hi ", " hi ")]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void Blank_text_and_speech_are_none_and_a_message_accepts_input_unless_it_says_otherwise(string? text, string? expected)
    {
        var message = MessageFactory.Text(text, text);

        Assert.Equal((ActivityTypes.Message, expected, expected, InputHints.AcceptingInput), (message.Type, message.Text, message.Speak, message.InputHint));
        Assert.Equal(InputHints.IgnoringInput, MessageFactory.Text("hi", null, InputHints.IgnoringInput).InputHint);
    }

    [Fact]
    public void Buttons_say_what_they_send_to_all_or_to_those_named()
    {
        var words = MessageFactory.SuggestedActions(["red", "green"], "Which?");
        Assert.Equal([("imBack", "red", "red"), ("imBack", "green", "green")], words.SuggestedActions.Actions.Select(action => (action.Type, action.Title, (string)action.Value)));
        Assert.Null(words.SuggestedActions.To);

        var open = new CardAction(ActionTypes.OpenUrl, "Open", value: "https://example.org");
        var forSome = MessageFactory.SuggestedActions([open], "Which?", toList: ["29:carol"]);
        Assert.Equal((open, "29:carol"), (forSome.SuggestedActions.Actions[0], forSome.SuggestedActions.To[0]));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.SuggestedActions((IEnumerable<string>)null!));
    }

    [Fact]
    public void Attachments_are_a_list_or_side_by_side()
    {
        var card = new HeroCard { Title = "One" }.ToAttachment();
        Assert.Equal((AttachmentLayoutTypes.List, 1), Shape(MessageFactory.Attachment(card)));
        Assert.Equal((AttachmentLayoutTypes.List, 2), Shape(MessageFactory.Attachment([card, card], "Two")));
        Assert.Equal((AttachmentLayoutTypes.Carousel, 2), Shape(MessageFactory.Carousel([card, card])));
        var picture = MessageFactory.ContentUrl("https://example.org/a.png", "image/png", text: "See");
        var file = Assert.Single(picture.Attachments);
        Assert.Equal(("https://example.org/a.png", "image/png", "", "See"), (file.ContentUrl, file.ContentType, file.Name, picture.Text));
        Assert.ThrowsAny<ArgumentException>(() => MessageFactory.ContentUrl(" ", "image/png"));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.Attachment((Attachment)null!));

        static (string, int) Shape(IMessageActivity message) => (message.AttachmentLayout, message.Attachments.Count);
    }

    [Fact]
    public void Reply_goes_back_where_the_message_came_from()
    {
        var heard = new Activity(ActivityTypes.Message)
        {
            Id = "1",
            ChannelId = "msteams",
            ServiceUrl = "https://smba.example",
            Locale = "fr-FR",
            From = new ChannelAccount("29:carol", "Carol"),
            Recipient = new ChannelAccount("28:bot", "Bot"),
            Conversation = new ConversationAccount(true, "groupChat", "19:chat", "Chat"),
        };

        var reply = heard.CreateReply("Bien");

        Assert.Equal(("28:bot", "29:carol", "1", "19:chat", "fr-FR", "Bien"), (reply.From.Id, reply.Recipient.Id, reply.ReplyToId, reply.Conversation.Id, reply.Locale, reply.Text));
        Assert.Equal(("", "es-ES"), (heard.CreateReply(locale: "es-ES").Text, heard.CreateReply(locale: "es-ES").Locale));
        Assert.Null(new Activity(ActivityTypes.ConversationUpdate) { Id = "1", ChannelId = "directline" }.CreateReply().ReplyToId);
    }

    [Fact]
    public void Conversation_goes_on_as_an_event_from_its_user_to_the_bot()
    {
        var reference = new Activity(ActivityTypes.Message) { Id = "1", From = new ChannelAccount("29:carol"), Recipient = new ChannelAccount("28:bot") }.GetConversationReference();

        var going = reference.GetContinuationActivity();

        Assert.Equal((ActivityTypes.Event, "ContinueConversation", "29:carol", "28:bot", reference), (going.Type, going.Name, going.From.Id, going.Recipient.Id, going.RelatesTo));
        Assert.True(Guid.TryParse(going.Id, out _));
    }

    [Theory]
    [InlineData("""{"text":"hi"}""", true)]
    [InlineData("""{"summary":"hi"}""", true)]
    [InlineData("""{"attachments":[{}]}""", true)]
    [InlineData("""{"channelData":{}}""", true)]
    [InlineData("""{"text":" ","attachments":[],"value":{"a":1}}""", false)]
    [InlineData("{}", false)]
    public void Message_has_content_if_there_is_anything_to_see(string json, bool expected) => Assert.Equal(expected, Read(json).HasContent());

    [Fact]
    public void Data_of_the_channel_is_read_as_what_is_asked_for_if_it_can_be()
    {
        var message = Read("""{"channelData":{"team":{"id":"19:team"},"channel":{"id":"19:chan"},"settings":{"selectedChannel":{"id":"19:chosen"}}}}""");

        Assert.True(message.TryGetChannelData<TeamsChannelData>(out var data));
        Assert.Equal(("19:team", "19:chan", "19:chosen"), (data.Team.Id, message.TeamsGetChannelId(), message.TeamsGetSelectedChannelId()));
        Assert.False(Read("""{"channelData":{"team":5}}""").TryGetChannelData<TeamsChannelData>(out var none));
        Assert.Null(none);
        Assert.False(Read("{}").TryGetChannelData(out none));
        Assert.Null(Read("{}").TeamsGetTeamInfo());
    }

    [Fact]
    public void Mentions_are_found_among_what_else_is_named_and_taken_out_one_account_at_a_time()
    {
        var message = Read(
            """
            {"text":"<at>Bo</at> ask <at>Ann</at> and <at>bo</at>","recipient":{"id":"28:bo"},"entities":[
            {"type":"mention","mentioned":{"id":"28:bo","name":"Bo"},"text":"<at>Bo</at>"},{"type":"clientInfo","country":"SE"},
            {"type":"Mention","mentioned":{"id":"29:ann","name":"Ann"}}]}
            """);

        Assert.Equal(["28:bo", "29:ann"], message.GetMentions().Select(mention => mention.Mentioned.Id));
        Assert.True(message.MentionsRecipient() && message.MentionsId("29:ann") && !message.MentionsId("29:eve") && !message.MentionsId(null));
        Assert.Equal("SE", message.Entities[1].GetAs<JsonObject>()["country"]!.GetValue<string>());
        Assert.Equal("<at>Bo</at> ask  and <at>bo</at>", message.RemoveMentionText("29:ann"));
        Assert.Equal("ask  and", message.RemoveRecipientMention());
        Assert.Equal("ask  and", message.RemoveMentionText("29:eve"));
    }

    private static Activity Read(string json) => new Activity { ChannelData = JsonNode.Parse(json) }.GetChannelData<Activity>();
}
