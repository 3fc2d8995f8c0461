namespace CommerceVideo.Media.Photos;

/// <summary>Puts an ICC profile together from the numbered APP2 segments that carry it (ICC.1 annex B.4).</summary>
internal sealed class JpegProfile
{
    private const int NumbersAt = 12;

    private readonly SortedDictionary<int, byte[]> _parts = [];

    private int _count;

    public void Add(ReadOnlySpan<byte> segment)
    {
        if (segment.Length <= NumbersAt + 2 || !segment.StartsWith("ICC_PROFILE\0"u8))
        {
            return;
        }

        _count = segment[NumbersAt + 1];
        _parts.TryAdd(segment[NumbersAt], segment[(NumbersAt + 2)..].ToArray());
    }

    public byte[]? Whole() => _count > 0 && _parts.Count == _count ? [.. _parts.Values.SelectMany(part => part)] : null;
}
