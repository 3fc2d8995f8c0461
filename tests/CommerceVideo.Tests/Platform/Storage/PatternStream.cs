namespace CommerceVideo.Tests.Platform.Storage;

/// <summary>Bytes made as they are read, of any length and never all in memory; may break off on the way.</summary>
internal sealed class PatternStream(long length, byte seed, long failAt = long.MaxValue) : Stream
{
    private long _position;

    public int LargestRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position >= failAt)
        {
            throw new IOException("The sender is gone.");
        }

        LargestRead = Math.Max(LargestRead, count);
        var read = (int)Math.Min(count, length - _position);
        for (var i = 0; i < read; i++)
        {
            buffer[offset + i] = (byte)(((_position + i) * 31 >> 3) ^ seed);
        }

        _position += read;
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
