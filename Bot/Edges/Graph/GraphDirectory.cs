using CoordinatorBot.Ports;

using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace CoordinatorBot.Edges.Graph;

/// <summary>
/// The organisation's people, by Microsoft Graph. A directory that doesn't answer finds nobody: a nomination goes on without it, and the person is looked
/// up again when a message is to reach them.
/// </summary>
public sealed partial class GraphDirectory(GraphServiceClient graph, ILogger<GraphDirectory> logger) : IDirectory
{
    private static readonly string[] Wanted = ["id", "displayName", "mail", "userPrincipalName", "jobTitle", "companyName", "preferredLanguage"];

    /// <inheritdoc/>
    public async ValueTask<DirectoryPerson?> FindByMailAsync(string mail, CancellationToken cancellationToken)
    {
        var found = await AskAsync($"mail eq {Quoted(mail)} or userPrincipalName eq {Quoted(mail)}", 1, cancellationToken);
        return found.People.Count > 0 ? found.People[0] : null;
    }

    /// <inheritdoc/>
    public async ValueTask<DirectoryPerson?> FindByIdAsync(string aadObjectId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(aadObjectId, out var id))
            return null;
        var found = await AskAsync($"id eq '{id}'", 1, cancellationToken);
        return found.People.Count > 0 ? found.People[0] : null;
    }

    /// <inheritdoc/>
    public async ValueTask<DirectoryAnswer> SearchAsync(string text, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var wanted = text.Trim();
        if (wanted.Length == 0)
            return new DirectoryAnswer([]);
        var found = await AskAsync(
            $"startsWith(displayName,{Quoted(wanted)}) or startsWith(surname,{Quoted(wanted)}) or startsWith(mail,{Quoted(wanted)})", most, cancellationToken);
        return found with { People = [.. found.People.OrderBy(p => p.Name, StringComparer.CurrentCulture)] };
    }

    private async ValueTask<DirectoryAnswer> AskAsync(string filter, int most, CancellationToken cancellationToken)
    {
        try
        {
            var users = await graph.Users.GetAsync(
                r => (r.QueryParameters.Filter, r.QueryParameters.Select, r.QueryParameters.Top) = (filter, Wanted, most), cancellationToken);
            return new DirectoryAnswer([.. (users?.Value ?? []).Where(u => u.Id is not null).Select(Entry)]);
        }
        catch (ODataError e)
        {
            Log.Refused(logger, e.ResponseStatusCode, e.Error?.Code);
            return DirectoryAnswer.Failed(e.ResponseStatusCode switch
            {
                429 => DirectoryProblem.Throttled,
                401 or 403 => DirectoryProblem.Forbidden,
                _ => DirectoryProblem.Unreachable,
            });
        }
        catch (Exception e) when (e is HttpRequestException or Azure.Identity.AuthenticationFailedException)
        {
            Log.NotReached(logger, e.GetType().Name);
            return DirectoryAnswer.Failed(DirectoryProblem.Unreachable);
        }
    }

    private static DirectoryPerson Entry(User user) => new(
        user.Id!, user.DisplayName ?? user.UserPrincipalName ?? user.Id!, user.Mail ?? user.UserPrincipalName ?? string.Empty,
        user.JobTitle, user.CompanyName, null, user.PreferredLanguage);

    // A quote within an OData text is written twice.
    private static string Quoted(string text) => $"'{text.Trim().Replace("'", "''", StringComparison.Ordinal)}'";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The directory refused a question: HTTP {Status} {Code}. The app needs the permission User.Read.All.")]
        public static partial void Refused(ILogger logger, int status, string? code);

        [LoggerMessage(2, LogLevel.Warning, "The directory could not be asked: {Reason}.")]
        public static partial void NotReached(ILogger logger, string reason);
    }
}
