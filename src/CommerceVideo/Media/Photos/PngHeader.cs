using System.Buffers.Binary;
using System.IO.Compression;

namespace CommerceVideo.Media.Photos;

/// <summary>Walks a PNG's chunks from IHDR to IEND, bounds checked throughout.</summary>
internal static class PngHeader
{
    private const int MaxProfile = 4 * 1024 * 1024;
    private const int ChunkFrame = 12;

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static PhotoHeader? Read(ReadOnlySpan<byte> file)
    {
        var header = new PhotoHeader(PhotoFormat.Png, 0, 0);
        var at = Signature.Length;
        while (at + ChunkFrame <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - ChunkFrame)
            {
                return WithStart(header, file);
            }

            var type = file.Slice(at + 4, 4);
            if (type.SequenceEqual("IEND"u8))
            {
                return header with { Whole = true };
            }

            header = With(header, type, file.Slice(at + 8, (int)length));
            at += ChunkFrame + (int)length;
        }

        return header;
    }

    /// <summary>A first chunk that is cut short may still hold the size.</summary>
    private static PhotoHeader WithStart(PhotoHeader header, ReadOnlySpan<byte> file) =>
        header.Width == 0 && file.Length >= 29 && file.Slice(12, 4).SequenceEqual("IHDR"u8)
            ? With(header, "IHDR"u8, file.Slice(16, 13))
            : header;

    private static PhotoHeader With(PhotoHeader header, ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        if (type.SequenceEqual("IHDR"u8) && body.Length >= 13)
        {
            return header with
            {
                Width = Size(body),
                Height = Size(body[4..]),
                BitDepth = body[8],
                Channels = body[9] is 0 or 4 ? 1 : 3,
                HasAlpha = body[9] is 4 or 6,
            };
        }

        if (type.SequenceEqual("tRNS"u8))
        {
            return header with { HasAlpha = true };
        }

        if (type.SequenceEqual("acTL"u8))
        {
            return header with { Animated = true };
        }

        if (type.SequenceEqual("eXIf"u8))
        {
            return header with { Orientation = ExifOrientation.Of(body) };
        }

        return type.SequenceEqual("iCCP"u8) ? header with { Profile = Inflated(body) } : header;
    }

    private static int Size(ReadOnlySpan<byte> bytes) =>
        (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes), int.MaxValue);

    private static byte[]? Inflated(ReadOnlySpan<byte> body)
    {
        var name = body.IndexOf((byte)0);
        if (name < 0 || name + 2 >= body.Length)
        {
            return null;
        }

        try
        {
            using var packed = new ZLibStream(
                new MemoryStream(body[(name + 2)..].ToArray()),
                CompressionMode.Decompress
            );
            var profile = new byte[MaxProfile];
            var length = packed.ReadAtLeast(profile, MaxProfile, throwOnEndOfStream: false);
            return length < MaxProfile ? profile[..length] : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
