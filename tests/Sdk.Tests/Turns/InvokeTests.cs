using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Configuration;

namespace CoordinatorBot.Sdk.Tests.Turns;

/// <summary>What an invoke is answered over HTTP, where the recordings don't show it.</summary>
public sealed class InvokeTests
{
    [Fact]
    public async Task Answer_that_the_bot_sends_itself_is_the_answer()
        => Assert.Equal((202, "\"noted\""), await AnswerAsync(turn => SendAsync(turn, new InvokeResponse { Status = 202, Body = "noted" })));

    [Fact]
    public async Task Answer_without_a_value_is_success_without_a_body() => Assert.Equal((200, ""), await AnswerAsync(turn => SendAsync(turn, null)));

    [Theory]
    [InlineData("")]
    [InlineData("expectReplies")]
    public async Task Second_answer_is_refused_and_the_first_stands(string deliveryMode)
    {
        var (status, body) = await AnswerAsync(
            async turn =>
            {
                await SendAsync(turn, new InvokeResponse { Status = 200, Body = 1 });
                await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(turn, new InvokeResponse { Status = 409, Body = 2 }));
            },
            deliveryMode);

        Assert.Equal(200, status);
        Assert.Contains("1", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"text\"", "String")]
    [InlineData("7", "Int64")]
    public async Task Value_that_is_no_object_is_answered_by_what_it_is(string value, string type)
        => Assert.Equal((400, $"\"expected type '{type}'\""), await AnswerAsync(new Fetching(), "task/fetch", value));

    private static Task<ResourceResponse> SendAsync(ITurnContext turn, InvokeResponse? answer) => turn.SendActivityAsync(new Activity { Type = ActivityTypesEx.InvokeResponse, Value = answer });

    private static Task<(int Status, string Body)> AnswerAsync(Func<ITurnContext, Task> bot, string deliveryMode = "") => AnswerAsync(new Answering(bot), "ours", "{}", deliveryMode);

    private static async Task<(int Status, string Body)> AnswerAsync(IBot bot, string name, string value, string deliveryMode = "")
    {
        var invoke = $$$"""
            {"type":"invoke","name":"{{{name}}}","value":{{{value}}},"deliveryMode":"{{{deliveryMode}}}","id":"1","channelId":"msteams","serviceUrl":"http://127.0.0.1:1/",
            "from":{"id":"29:carol"},"recipient":{"id":"28:bot"},"conversation":{"id":"a:chat"}}
            """;
        var context = new DefaultHttpContext { Request = { Method = "POST", Body = new MemoryStream(Encoding.UTF8.GetBytes(invoke)) }, Response = { Body = new MemoryStream() } };
        var adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(new ConfigurationBuilder().Build()));

        await adapter.ProcessAsync(context.Request, context.Response, bot);

        return (context.Response.StatusCode, Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()));
    }

    private sealed class Answering(Func<ITurnContext, Task> answer) : ActivityHandler
    {
        protected override async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
        {
            await answer(turnContext);
            return null;
        }
    }

    private sealed class Fetching : TeamsActivityHandler
    {
        protected override Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken)
            => Task.FromResult(new TaskModuleResponse());
    }
}
