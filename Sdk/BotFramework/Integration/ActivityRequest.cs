#nullable enable
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>An activity in an HTTP request, and the answer to it.</summary>
internal static class ActivityRequest
{
    /// <summary>Longest body that is read, in bytes: what Direct Line allows, which allows most.</summary>
    public const int LongestBody = 4 * 1024 * 1024;

    /// <exception cref="RefusedRequestException">The body is no activity that can be handled.</exception>
    public static async ValueTask<Activity> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LongestBody) throw new RefusedRequestException(StatusCodes.Status413PayloadTooLarge, "The body is too long.");
        using var body = new PooledBuffer();
        try
        {
            await body.FillAsync(request.Body, LongestBody, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            throw new RefusedRequestException((e as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status413PayloadTooLarge, e.Message, e);
        }

        return Parse(body.Written.Span);
    }

    public static async Task AnswerAsync(HttpResponse response, InvokeResponse? answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer?.Status ?? StatusCodes.Status200OK;
        if (answer?.Body is null) return;
        using var body = new PooledBuffer();
        SchemaJson.Write(body, answer.Body);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Written.Length;
        await response.Body.WriteAsync(body.Written, cancellationToken).ConfigureAwait(false);
    }

    private static Activity Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            if (json.StartsWith("\uFEFF"u8)) json = json[3..];
            if (!Utf8.IsValid(json) || EscapedText.HasLoneSurrogate(json)) throw Bad("The body isn't text.");
            var activity = SchemaJson.Read<Activity>(json) ?? throw Bad("The body is null.");
            return ActivityRules.FirstBroken(activity) is { } rule ? throw Bad(rule) : activity;
        }
        catch (JsonException e)
        {
            throw new RefusedRequestException(StatusCodes.Status400BadRequest, "The body isn't an activity.", e);
        }
    }

    private static RefusedRequestException Bad(string why) => new(StatusCodes.Status400BadRequest, why);
}
