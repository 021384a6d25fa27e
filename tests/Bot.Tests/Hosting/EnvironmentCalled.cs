using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace CoordinatorBot.Bot.Tests.Hosting;

/// <summary>An environment of a name.</summary>
internal sealed class EnvironmentCalled(string name) : IHostEnvironment
{
    public string EnvironmentName { get; set; } = name;

    public string ApplicationName { get; set; } = string.Empty;

    public string ContentRootPath { get; set; } = string.Empty;

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
