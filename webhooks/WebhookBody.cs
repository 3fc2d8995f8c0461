using System.Buffers;
using System.IO.Pipelines;

namespace CommerceVideo.Webhooks;

/// <summary>
/// The raw bytes of one request in a pooled buffer. The buffer grows with what has arrived, never with what a header promised.
/// </summary>
internal sealed class WebhookBody(BodyRoom room, int limit) : IDisposable
{
    private const int FirstBuffer = 16 * 1024;

    private byte[] _buffer = [];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, Length);

    public async ValueTask<BodyReading> ReadAsync(PipeReader reader, CancellationToken ct)
    {
        while (true)
        {
            var result = await reader.ReadAsync(ct);
            var arrived = result.Buffer;
            var reading = Take(arrived);
            reader.AdvanceTo(arrived.End);
            if (reading != BodyReading.Whole || result.IsCompleted)
            {
                return reading;
            }
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            room.GiveBack(_buffer.Length);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            Length = 0;
        }
    }

    private BodyReading Take(in ReadOnlySequence<byte> arrived)
    {
        var length = Length + arrived.Length;
        if (length > limit)
        {
            return BodyReading.TooLarge;
        }

        if (length > _buffer.Length && !TryGrow((int)length))
        {
            return BodyReading.NoRoom;
        }

        arrived.CopyTo(_buffer.AsSpan(Length));
        Length = (int)length;
        return BodyReading.Whole;
    }

    private bool TryGrow(int needed)
    {
        var wanted = (int)Math.Min(Math.Max(Math.Max(needed, 2L * _buffer.Length), FirstBuffer), Array.MaxLength);
        var larger = ArrayPool<byte>.Shared.Rent(wanted);
        if (!room.TryTake(larger.Length - _buffer.Length))
        {
            ArrayPool<byte>.Shared.Return(larger);
            return false;
        }

        Bytes.Span.CopyTo(larger);
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = larger;
        return true;
    }
}
