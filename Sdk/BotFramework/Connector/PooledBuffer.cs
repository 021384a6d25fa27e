#nullable enable
using System.Buffers;

namespace Microsoft.Bot.Connector;

/// <summary>Bytes in memory of the shared pool, which gets it back on <see cref="Dispose"/>.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 4096;
    private byte[] _bytes = [];
    private int _count;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _count);

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="InvalidDataException">It is longer than allowed; what was read so far is kept.</exception>
    public async ValueTask FillAsync(Stream stream, int longest, CancellationToken cancellationToken)
    {
        while (true)
        {
            var count = await stream.ReadAsync(GetMemory(), cancellationToken).ConfigureAwait(false);
            if (count == 0) return;
            Advance(count);
            if (_count > longest) throw new InvalidDataException($"More than {longest} bytes.");
        }
    }

    public void Dispose()
    {
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _count) = ([], 0);
    }

    private void MakeRoom(int size)
    {
        if (_bytes.Length - _count >= size) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstSize, Math.Max(_count + size, _bytes.Length * 2)));
        Written.Span.CopyTo(larger);
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
