using System.Buffers.Binary;
using System.Text;

namespace CommerceVideo.Media.Video;

/// <summary>One box of an MP4 or QuickTime file, as bytes.</summary>
internal static class Mp4Box
{
    public const int HeaderLength = 8;

    /// <summary>What a top-level <c>uuid</c> box with a C2PA manifest starts with (C2PA 2.x, annex A.5).</summary>
    public static Guid Manifest { get; } = new("d8fec3d6-1b0e-483c-9297-5828877ec481");

    /// <summary>What a top-level <c>uuid</c> box with an XMP packet starts with (XMP part 3, MPEG-4).</summary>
    public static Guid Xmp { get; } = new("be7acfcb-97a9-42e8-9c71-999491e3afac");

    public static byte[] Of(string name, params ReadOnlySpan<byte[]> parts)
    {
        var length = HeaderLength;
        foreach (var part in parts)
        {
            length += part.Length;
        }

        var box = new byte[length];
        BinaryPrimitives.WriteUInt32BigEndian(box, (uint)length);
        Encoding.Latin1.GetBytes(name, box.AsSpan(4));
        var at = HeaderLength;
        foreach (var part in parts)
        {
            part.CopyTo(box, at);
            at += part.Length;
        }

        return box;
    }

    public static byte[] Uuid(Guid type, byte[] content) => Of("uuid", type.ToByteArray(bigEndian: true), content);

    /// <param name="left">From the box's start to the end of what it stands in.</param>
    public static (string Name, long Size, int HeaderLength) Header(ReadOnlySpan<byte> bytes, long left)
    {
        if (bytes.Length < HeaderLength)
        {
            return ("", 0, HeaderLength);
        }

        var name = Encoding.Latin1.GetString(bytes.Slice(4, 4));
        return BinaryPrimitives.ReadUInt32BigEndian(bytes) switch
        {
            0 => (name, left, HeaderLength),
            1 when bytes.Length >= 16 => (name, (long)BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), 16),
            var size => (name, size, HeaderLength),
        };
    }
}
