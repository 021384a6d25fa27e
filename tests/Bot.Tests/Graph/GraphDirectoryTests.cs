using System.Net;
using System.Text;

using CoordinatorBot.Edges.Graph;
using CoordinatorBot.Ports;

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;

namespace CoordinatorBot.Bot.Tests.Graph;

public sealed class GraphDirectoryTests : IDisposable
{
    private readonly FakeGraph _graph = new();
    private readonly GraphDirectory _directory;

    public GraphDirectoryTests() => _directory = new GraphDirectory(
        new GraphServiceClient(new HttpClient(_graph), new AnonymousAuthenticationProvider()), NullLogger<GraphDirectory>.Instance);

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task Somebody_is_found_by_their_mail_with_what_an_invitation_needs()
    {
        _graph.Answer(HttpStatusCode.OK, """
            {"value":[{"id":"5710f92b-c571-84a0-fef1-2041a3db236b","displayName":"Ana Ruiz","mail":"ana.ruiz@detroit.example","jobTitle":"Planner","companyName":"City of Detroit","preferredLanguage":"es-MX"}]}
            """);

        var person = await _directory.FindByMailAsync("ana.ruiz@detroit.example", TestContext.Current.CancellationToken);

        Assert.Equal(("5710f92b-c571-84a0-fef1-2041a3db236b", "Ana Ruiz", "Planner", "es-MX"), (person?.AadObjectId, person?.Name, person?.Title, person?.Language));
        Assert.Contains("mail eq 'ana.ruiz@detroit.example'", _graph.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_in_a_mail_address_stays_within_the_question()
    {
        _graph.Answer(HttpStatusCode.OK, """{"value":[]}""");

        Assert.Null(await _directory.FindByMailAsync("o'neil@x.example' or id ne '", TestContext.Current.CancellationToken));

        Assert.Contains("mail eq 'o''neil@x.example'' or id ne '''", _graph.Asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_directory_that_refuses_finds_nobody(HttpStatusCode status)
    {
        _graph.Answer(status, """{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}""");

        Assert.Null(await _directory.FindByMailAsync("ana.ruiz@detroit.example", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, DirectoryProblem.Throttled)]
    [InlineData(HttpStatusCode.Forbidden, DirectoryProblem.Forbidden)]
    [InlineData(HttpStatusCode.Unauthorized, DirectoryProblem.Forbidden)]
    [InlineData(HttpStatusCode.ServiceUnavailable, DirectoryProblem.Unreachable)]
    public async Task A_search_that_can_t_be_made_says_why(HttpStatusCode status, DirectoryProblem problem)
    {
        _graph.Answer(status, """{"error":{"code":"TooManyRequests","message":"Please retry later."}}""");

        var answer = await _directory.SearchAsync("Ruiz", 5, TestContext.Current.CancellationToken);

        Assert.Empty(answer.People);
        Assert.Equal(problem, answer.Problem);
    }

    [Fact]
    public async Task Somebody_chosen_in_a_picker_is_found_by_id_and_what_is_no_id_asks_nothing()
    {
        _graph.Answer(HttpStatusCode.OK, """{"value":[{"id":"5710f92b-c571-84a0-fef1-2041a3db236b","displayName":"Ana Ruiz","mail":"ana.ruiz@detroit.example"}]}""");

        Assert.Null(await _directory.FindByIdAsync("' or displayName ne '", TestContext.Current.CancellationToken));
        Assert.Equal(string.Empty, _graph.Asked);
        Assert.Equal("Ana Ruiz", (await _directory.FindByIdAsync("5710f92b-c571-84a0-fef1-2041a3db236b", TestContext.Current.CancellationToken))?.Name);
        Assert.Contains("id eq '5710f92b-c571-84a0-fef1-2041a3db236b'", _graph.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_typed_asks_nothing()
    {
        Assert.Empty((await _directory.SearchAsync("  ", 5, TestContext.Current.CancellationToken)).People);
        Assert.Equal(string.Empty, _graph.Asked);
    }

    private sealed class FakeGraph : HttpMessageHandler
    {
        private HttpStatusCode _status;
        private string _body = string.Empty;

        public string Asked { get; private set; } = string.Empty;

        public void Answer(HttpStatusCode status, string body) => (_status, _body) = (status, body);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = Uri.UnescapeDataString(request.RequestUri!.Query).Replace('+', ' ');
            return Task.FromResult(new HttpResponseMessage(_status) { Content = new StringContent(_body, Encoding.UTF8, "application/json"), RequestMessage = request });
        }
    }
}
