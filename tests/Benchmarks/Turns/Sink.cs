namespace CoordinatorBot.Benchmarks;

/// <summary>A connector that takes every reply and gives it an id.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private static readonly byte[] Answer = "{\"id\":\"1\"}"u8.ToArray();
    private readonly WebApplication _app;

    private Sink(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public static async Task<Sink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        return new Sink(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
    {
        var body = context.Request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync();
            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted) break;
        }

        context.Response.StatusCode = 201;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Answer.Length;
        await context.Response.Body.WriteAsync(Answer);
    }
}
