using System.Data.Common;

using CoordinatorBot.Ports;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Hosting;

/// <summary>Starts the bot, or says in one line each why it doesn't.</summary>
public static class Start
{
    private const int Refused = 1;

    /// <summary>Runs until it is told to stop.</summary>
    /// <returns>Exit code: 0 after a run, 1 where it couldn't start for a reason that an administrator can mend.</returns>
    public static int RunOrRefuse(this WebApplication app)
    {
        var problems = Problems(app);
        if (problems.Count == 0)
        {
            try
            {
                app.Run();
                return 0;
            }
            catch (IOException e)
            {
                // The port is taken, or may not be listened on.
                problems = [e.Message];
            }
        }

        foreach (var problem in problems)
            Console.Error.WriteLine($"CoordinatorBot can't start: {problem}");
        return Refused;
    }

    private static IReadOnlyList<string> Problems(WebApplication app)
    {
        if (SettingsCheck.Problems(app.Configuration) is { Count: > 0 } settings)
            return settings;
        if (StartRules.Broken(app.Configuration, app.Environment).ToList() is { Count: > 0 } rules)
            return rules;
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
            app.Services.GetRequiredService<IEventLog>();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or DbException)
        {
            return [$"the store of {Setting.Root}:Storage can't be opened: {e.Message}"];
        }
    }
}
