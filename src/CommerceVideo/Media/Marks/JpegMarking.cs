using System.Buffers.Binary;

namespace CommerceVideo.Media.Marks;

/// <summary>Copies a JPEG and puts its mark in as an XMP packet (an APP1 segment, XMP part 3), behind its JFIF header.</summary>
public static class JpegMarking
{
    private const int LengthBytes = 2;

    private static ReadOnlySpan<byte> Start => [0xFF, 0xD8];

    private static ReadOnlySpan<byte> Jfif => [0xFF, 0xE0];

    /// <exception cref="InvalidDataException">It is no JPEG.</exception>
    public static async Task CopyAsync(string from, string to, FileMark mark, CancellationToken ct) =>
        await File.WriteAllBytesAsync(to, Marked(await File.ReadAllBytesAsync(from, ct), mark), ct);

    internal static byte[] Marked(ReadOnlySpan<byte> jpeg, FileMark mark)
    {
        if (!jpeg.StartsWith(Start))
        {
            throw new InvalidDataException("It is no JPEG.");
        }

        var behind = Start.Length;
        if (jpeg[behind..].StartsWith(Jfif) && jpeg.Length > behind + Jfif.Length + LengthBytes)
        {
            behind += Jfif.Length + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(behind + Jfif.Length)..]);
        }

        byte[] packet = [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. mark.Xmp()];
        var length = new byte[LengthBytes];
        BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)(packet.Length + LengthBytes)));
        return [.. jpeg[..behind], 0xFF, 0xE1, .. length, .. packet, .. jpeg[behind..]];
    }
}
