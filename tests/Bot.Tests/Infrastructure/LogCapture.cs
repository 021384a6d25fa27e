using System.Collections.Concurrent;

using Microsoft.Extensions.Logging;

namespace CoordinatorBot.Bot.Tests.Infrastructure;

/// <summary>Keeps what was logged, with the exceptions.</summary>
public sealed class LogCapture : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    /// <summary>All lines so far.</summary>
    public IReadOnlyCollection<LogLine> Lines => _lines;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LogLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new LogLine(logLevel, category, $"{formatter(state, exception)} {exception}"));
    }
}

/// <summary>One line.</summary>
/// <param name="Level">How grave.</param>
/// <param name="Category">Of which class.</param>
/// <param name="Text">What it says, exception included.</param>
public sealed record LogLine(LogLevel Level, string Category, string Text);
