using System.Buffers.Binary;

namespace CommerceVideo.Media.Photos;

/// <summary>Walks a GIF's blocks as far as the second picture (GIF89a), bounds checked throughout.</summary>
internal static class GifHeader
{
    private const int ScreenLength = 13;
    private const byte Extension = 0x21;
    private const byte Picture = 0x2C;
    private const byte GraphicControl = 0xF9;

    public static PhotoHeader? Read(ReadOnlySpan<byte> file)
    {
        var header = new PhotoHeader(PhotoFormat.Gif, 0, 0);
        if (file.Length < ScreenLength)
        {
            return header;
        }

        header = header with
        {
            Width = BinaryPrimitives.ReadUInt16LittleEndian(file[6..]),
            Height = BinaryPrimitives.ReadUInt16LittleEndian(file[8..]),
        };
        var at = ScreenLength + TableLength(file[10]);
        while (at + 2 <= file.Length)
        {
            if (file[at] == Extension)
            {
                var transparent = file[at + 1] == GraphicControl && at + 3 < file.Length && (file[at + 3] & 1) != 0;
                header = header with { HasAlpha = header.HasAlpha || (transparent && !header.Whole) };
                at = AfterBlocks(file, at + 2);
            }
            else if (file[at] == Picture && !header.Whole && at + 10 < file.Length)
            {
                at = AfterBlocks(file, at + 11 + TableLength(file[at + 9]));
                header = header with { Whole = at <= file.Length };
            }
            else
            {
                return header with { Animated = file[at] == Picture && header.Whole };
            }
        }

        return header;
    }

    private static int TableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    /// <summary>Where the chain of sub-blocks has ended; past the file's end when it does not.</summary>
    private static int AfterBlocks(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length && file[at] != 0)
        {
            at += 1 + file[at];
        }

        return at < file.Length ? at + 1 : file.Length + 1;
    }
}
