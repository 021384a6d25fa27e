using Microsoft.Extensions.Options;

namespace CoordinatorBot.Duties;

/// <summary>How many things are performed at once in this process.</summary>
internal sealed class DutySlots(IOptions<DutyOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _free = new(options.Value.Parallel);

    public Task EnterAsync() => _free.WaitAsync();

    public void Leave() => _free.Release();

    public void Dispose() => _free.Dispose();
}
