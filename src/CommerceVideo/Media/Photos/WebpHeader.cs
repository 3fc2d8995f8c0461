using System.Buffers.Binary;

namespace CommerceVideo.Media.Photos;

/// <summary>Walks the chunks of a WebP's RIFF container (RFC 9649), bounds checked throughout.</summary>
internal static class WebpHeader
{
    private const int FirstChunk = 12;
    private const int ChunkFrame = 8;

    public static PhotoHeader? Read(ReadOnlySpan<byte> file)
    {
        var header = new PhotoHeader(PhotoFormat.Webp, 0, 0);
        var end = FirstChunk - 4L + BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        header = header with { Whole = end <= file.Length };
        long at = FirstChunk;
        while (at + ChunkFrame <= Math.Min(end, file.Length))
        {
            var chunk = file[(int)at..];
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            var body = chunk.Slice(ChunkFrame, (int)Math.Min(length, chunk.Length - ChunkFrame));
            header = With(header, chunk[..4], body);
            at += ChunkFrame + length + (length & 1);
        }

        return header;
    }

    private static PhotoHeader With(PhotoHeader header, ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        if (type.SequenceEqual("VP8X"u8) && body.Length >= 10)
        {
            return header with
            {
                Width = 1 + Int24(body[4..]),
                Height = 1 + Int24(body[7..]),
                HasAlpha = (body[0] & 0x10) != 0,
                Animated = (body[0] & 0x02) != 0,
                Unusual = (body[0] & 0x02) != 0 ? "an animated WebP" : null,
            };
        }

        if (type.SequenceEqual("VP8 "u8) && body.Length >= 10 && header.Width == 0)
        {
            return header with
            {
                Width = BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF,
                Height = BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF,
            };
        }

        if (type.SequenceEqual("VP8L"u8) && body.Length >= 5 && body[0] == 0x2F && header.Width == 0)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
            return header with
            {
                Width = 1 + (int)(bits & 0x3FFF),
                Height = 1 + (int)((bits >> 14) & 0x3FFF),
                HasAlpha = (bits & 0x1000_0000) != 0,
            };
        }

        if (type.SequenceEqual("EXIF"u8))
        {
            var tiff = body.StartsWith("Exif\0\0"u8) ? body[6..] : body;
            return header with { Orientation = ExifOrientation.Of(tiff) };
        }

        return type.SequenceEqual("ICCP"u8) ? header with { Profile = body.ToArray() } : header;
    }

    private static int Int24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
