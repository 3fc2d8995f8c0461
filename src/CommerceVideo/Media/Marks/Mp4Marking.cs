using System.Buffers.Binary;
using System.Text;
using CommerceVideo.Media.Video;

namespace CommerceVideo.Media.Marks;

/// <summary>
/// Copies an MP4 that we wrote and puts its mark in: the comment as players and ffprobe read it (<c>moov/udta/meta/ilst/©cmt</c>)
/// and the XMP packet in a <c>uuid</c> box before the pictures. FFmpeg writes no XMP. What stands behind moves, and the chunk
/// offsets with it; no picture and no sound is touched.
/// </summary>
public static class Mp4Marking
{
    private const int LargestIndex = 16 * 1024 * 1024;

    /// <exception cref="InvalidDataException">It is no whole MP4 with one index of a usual size.</exception>
    public static async Task CopyAsync(string from, string to, FileMark mark, CancellationToken ct)
    {
        await using var source = File.OpenRead(from);
        await using var target = File.Create(to);
        var (seenPictures, marked) = (false, false);
        for (long position = 0; position < source.Length; )
        {
            var (name, size, _) = await HeaderAsync(source, position, ct);
            if (name == "moov")
            {
                if (marked || size > LargestIndex)
                {
                    throw new InvalidDataException("An MP4 has one index, of a usual size.");
                }

                var index = new byte[size];
                source.Position = position;
                await source.ReadExactlyAsync(index, ct);
                await target.WriteAsync(Marked(index, mark, moves: !seenPictures), ct);
                marked = true;
            }
            else
            {
                seenPictures |= name == "mdat";
                await CopyAsync(source, position, size, target, ct);
            }

            position += size;
        }

        if (!marked)
        {
            throw new InvalidDataException("The MP4 has no index.");
        }
    }

    /// <summary>The index with the comment in it, and the XMP packet behind it.</summary>
    /// <param name="moves">What the index points at stands behind it, and so moves.</param>
    internal static byte[] Marked(byte[] index, FileMark mark, bool moves)
    {
        var (comment, xmp) = (Comment(mark.Comment), Mp4Box.Uuid(Mp4Box.Xmp, mark.Xmp()));
        byte[] marked = [.. index, .. comment];
        BinaryPrimitives.WriteUInt32BigEndian(marked, (uint)marked.Length);
        if (moves)
        {
            Shift(marked.AsSpan(Mp4Box.HeaderLength), comment.Length + xmp.Length);
        }

        return [.. marked, .. xmp];
    }

    /// <summary>iTunes' form, which every player and ffprobe reads.</summary>
    private static byte[] Comment(string text)
    {
        byte[] handler = [0, 0, 0, 0, 0, 0, 0, 0, .. "mdirappl"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        byte[] utf8 = [0, 0, 0, 1, 0, 0, 0, 0];
        var data = Mp4Box.Of("data", utf8, Encoding.UTF8.GetBytes(text));
        var list = Mp4Box.Of("ilst", Mp4Box.Of("©cmt", data));
        return Mp4Box.Of("udta", Mp4Box.Of("meta", [0, 0, 0, 0], Mp4Box.Of("hdlr", handler), list));
    }

    private static void Shift(Span<byte> boxes, int by)
    {
        while (boxes.Length >= Mp4Box.HeaderLength)
        {
            var (name, size, headerLength) = Mp4Box.Header(boxes, boxes.Length);
            if (size < headerLength || size > boxes.Length)
            {
                throw new InvalidDataException("The MP4's index is damaged.");
            }

            var body = boxes[headerLength..(int)size];
            switch (name)
            {
                case "trak" or "mdia" or "minf" or "stbl":
                    Shift(body, by);
                    break;
                case "stco":
                    ShiftOffsets(body, sizeof(uint), by);
                    break;
                case "co64":
                    ShiftOffsets(body, sizeof(ulong), by);
                    break;
            }

            boxes = boxes[(int)size..];
        }
    }

    private static void ShiftOffsets(Span<byte> table, int width, int by)
    {
        const int FirstEntry = 8;
        var count = BinaryPrimitives.ReadUInt32BigEndian(table[4..]);
        for (var entry = 0; entry < count; entry++)
        {
            var offset = table.Slice(FirstEntry + (entry * width), width);
            if (width == sizeof(uint))
            {
                var moved = checked(BinaryPrimitives.ReadUInt32BigEndian(offset) + (uint)by);
                BinaryPrimitives.WriteUInt32BigEndian(offset, moved);
            }
            else
            {
                var moved = checked(BinaryPrimitives.ReadUInt64BigEndian(offset) + (ulong)by);
                BinaryPrimitives.WriteUInt64BigEndian(offset, moved);
            }
        }
    }

    private static async Task<(string Name, long Size, int HeaderLength)> HeaderAsync(
        FileStream source,
        long position,
        CancellationToken ct
    )
    {
        var bytes = new byte[16];
        source.Position = position;
        var had = await source.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        var left = source.Length - position;
        var header = Mp4Box.Header(bytes.AsSpan(0, had), left);
        return header.Size >= header.HeaderLength && header.Size <= left
            ? header
            : throw new InvalidDataException("The MP4 is cut off.");
    }

    private static async Task CopyAsync(
        FileStream source,
        long position,
        long size,
        FileStream target,
        CancellationToken ct
    )
    {
        source.Position = position;
        var buffer = new byte[128 * 1024];
        for (var left = size; left > 0; )
        {
            var had = await source.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), ct);
            if (had == 0)
            {
                throw new InvalidDataException("The MP4 became shorter while it was read.");
            }

            await target.WriteAsync(buffer.AsMemory(0, had), ct);
            left -= had;
        }
    }
}
