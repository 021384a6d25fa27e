using System.Net;
using System.Net.Http.Headers;
using System.Text;

using Azure.Core;

using CoordinatorBot.Bot.Tests.Mail;
using CoordinatorBot.Bot.Tests.Streams;
using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Edges.Graph;
using CoordinatorBot.Edges.Mail;
using CoordinatorBot.Ports;

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CoordinatorBot.Bot.Tests.Graph;

public sealed class GraphMailTests : IDisposable
{
    private readonly FakeGraph _graph = new();
    private readonly GraphMail _mail;

    public GraphMailTests() => _mail = new GraphMail(
        _graph, new FakeCredential(), Options.Create(new GraphOptions()), Options.Create(new MailOptions { From = "exchange@city.example", FromName = "City Exchange" }), new FakeTime(),
        NullLogger<GraphMail>.Instance);

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task A_letter_goes_out_whole_from_the_mailbox_with_an_id_that_stays()
    {
        _graph.Answer = () => new HttpResponseMessage(HttpStatusCode.Accepted);
        Assert.Equal("<0a1b@city.example>", Assert.IsType<Delivery.Delivered>(await SendAsync()).ActivityId);
        Assert.Equal(("https://graph.microsoft.com/v1.0/users/exchange%40city.example/sendMail", "text/plain", "Bearer the-token"), (_graph.Address, _graph.Type, _graph.Authorization));
        var letter = ReadLetter.Of(Convert.FromBase64String(_graph.Body));
        Assert.Equal(("\"City Exchange\" <exchange@city.example>", "<0a1b@city.example>", "Grüße\n"), (letter.Headers["From"], letter.Headers["Message-ID"], letter.Text));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "ErrorInvalidRecipients", FailureCode.BadAddress)]
    [InlineData(HttpStatusCode.BadRequest, "ErrorMimeContentInvalid", FailureCode.MailRefused)]
    [InlineData(HttpStatusCode.Unauthorized, "InvalidAuthenticationToken", FailureCode.MailRefused)]
    [InlineData(HttpStatusCode.Forbidden, "ErrorAccessDenied", FailureCode.MailRefused)]
    [InlineData(HttpStatusCode.NotFound, "ErrorInvalidUser", FailureCode.MailRefused)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "x", FailureCode.TooBig)]
    [InlineData(HttpStatusCode.RequestTimeout, "x", FailureCode.Unsure)]
    [InlineData(HttpStatusCode.InternalServerError, "x", FailureCode.Unsure)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "x", FailureCode.Unsure)]
    [InlineData(HttpStatusCode.GatewayTimeout, "x", FailureCode.Unsure)]
    public async Task A_refusal_is_told_by_what_helps_and_what_may_have_gone_out_is_unsure(HttpStatusCode status, string code, string expected)
    {
        _graph.Answer = () => new HttpResponseMessage(status) { Content = new StringContent($$$"""{"error":{"code":"{{{code}}}"}}""") };
        Assert.Equal(expected, Assert.IsType<Delivery.Failed>(await SendAsync()).Code);
        Assert.Equal(1, _graph.Calls);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"error":"none"}""")]
    public async Task A_refusal_that_says_nothing_is_a_refusal(string body)
    {
        _graph.Answer = () => new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent(body) };
        Assert.Equal(FailureCode.MailRefused, Assert.IsType<Delivery.Failed>(await SendAsync()).Code);
    }

    [Fact]
    public async Task Too_much_mail_waits_as_long_as_Graph_says()
    {
        _graph.Answer = () => new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(37)) } };
        Assert.Equal(TimeSpan.FromSeconds(37), Assert.IsType<Delivery.Throttled>(await SendAsync()).RetryAfter);
        _graph.Answer = () => new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        Assert.Equal(TimeSpan.FromSeconds(10), Assert.IsType<Delivery.Throttled>(await SendAsync()).RetryAfter);
    }

    [Fact]
    public async Task Where_no_connection_was_made_nothing_went_out_and_where_one_broke_that_is_unsure()
    {
        _graph.Answer = () => throw new HttpRequestException(HttpRequestError.ConnectionError);
        Assert.Equal(FailureCode.Unavailable, Assert.IsType<Delivery.Failed>(await SendAsync()).Code);
        _graph.Answer = () => throw new HttpRequestException(HttpRequestError.ResponseEnded);
        Assert.Equal(FailureCode.Unsure, Assert.IsType<Delivery.Failed>(await SendAsync()).Code);
        _graph.Answer = () => throw new TaskCanceledException("time-out");
        Assert.Equal(FailureCode.Unsure, Assert.IsType<Delivery.Failed>(await SendAsync()).Code);
    }

    [Fact]
    public async Task An_address_that_can_not_be_written_to_asks_nobody()
    {
        Assert.Equal(FailureCode.BadAddress, Assert.IsType<Delivery.Failed>(await SendAsync("añá@detroit.example")).Code);
        Assert.Equal(0, _graph.Calls);
    }

    private ValueTask<Delivery> SendAsync(string to = "ana@detroit.example") => _mail.SendAsync(
        new Posting("0a1b", new Correspondent("Ana", to), null, new Letter(Language.English, "Hello", [new LetterPart.Words("Grüße")])), TestContext.Current.CancellationToken);

    private sealed class FakeCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("the-token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }

    private sealed class FakeGraph : HttpMessageHandler, IHttpClientFactory
    {
        public Func<HttpResponseMessage> Answer { get; set; } = () => throw new InvalidOperationException("Nobody was to be asked.");

        public string Address { get; private set; } = string.Empty;

        public string? Type { get; private set; }

        public string? Authorization { get; private set; }

        public string Body { get; private set; } = string.Empty;

        public int Calls { get; private set; }

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            (Address, Type, Authorization) = (request.RequestUri!.AbsoluteUri, request.Content!.Headers.ContentType!.MediaType, request.Headers.Authorization!.ToString());
            Body = Encoding.ASCII.GetString(await request.Content.ReadAsByteArrayAsync(cancellationToken));
            return Answer();
        }
    }
}
