using System.Buffers.Binary;
using System.Text;

namespace CommerceVideo.Media.Video;

/// <summary>
/// The few things of an MP4 or QuickTime file that ffprobe does not tell: the order of its boxes, how its edit lists start, and
/// whether a C2PA manifest is in it.
/// Bounds-checked: a broken file gives what could be read up to there.
/// </summary>
public static class Mp4Boxes
{
    private const int HeaderLength = Mp4Box.HeaderLength;

    private const int UuidLength = 16;

    /// <summary>An index larger than this is no video of ours; it is not read.</summary>
    private const int LargestIndex = 16 * 1024 * 1024;

    /// <param name="Order">Names of the outermost boxes, in file order.</param>
    /// <param name="Truncated">The last box goes on beyond the end of the file: it was cut off.</param>
    public sealed record Layout(IReadOnlyList<string> Order, string Brand, bool EmptyEdit, bool Truncated = false)
    {
        /// <summary>A C2PA manifest (content credentials) is in the file. Whether it holds is not looked at.</summary>
        public bool Manifest { get; init; }

        public bool FastStart
        {
            get
            {
                var names = Order.ToList();
                var index = names.IndexOf("moov");
                return index >= 0 && index < names.IndexOf("mdat");
            }
        }
    }

    public static Layout Read(Stream file)
    {
        var order = new List<string>();
        var (brand, emptyEdit, truncated, manifest) = ("", false, false, false);
        var header = new byte[16];
        for (long position = 0; position + HeaderLength <= file.Length; )
        {
            file.Position = position;
            var had = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            var (name, size, headerLength) = Mp4Box.Header(header.AsSpan(0, had), file.Length - position);
            order.Add(name);
            if (size < headerLength)
            {
                break;
            }

            truncated |= size > file.Length - position;
            var inside = Math.Min(size, file.Length - position) - headerLength;
            if (name is "ftyp" or "moov" && inside is > 0 and <= LargestIndex)
            {
                file.Position = position + headerLength;
                var body = new byte[inside];
                file.ReadExactly(body);
                brand = name == "ftyp" && inside >= 4 ? Encoding.Latin1.GetString(body, 0, 4) : brand;
                emptyEdit |= name == "moov" && StartsEmpty(body);
            }

            if (name == "uuid" && inside >= UuidLength)
            {
                file.Position = position + headerLength;
                file.ReadExactly(header, 0, UuidLength);
                manifest |= new Guid(header.AsSpan(0, UuidLength), bigEndian: true) == Mp4Box.Manifest;
            }

            position += size;
        }

        return new Layout(order, brand, emptyEdit, truncated) { Manifest = manifest };
    }

    /// <summary>Whether any track's edit list opens with an edit that shows nothing (media time -1).</summary>
    private static bool StartsEmpty(ReadOnlySpan<byte> boxes)
    {
        while (boxes.Length >= HeaderLength)
        {
            var (name, size, headerLength) = Mp4Box.Header(boxes, boxes.Length);
            if (size < headerLength || size > boxes.Length)
            {
                return false;
            }

            var body = boxes[headerLength..(int)size];
            if (name is "trak" or "edts" ? StartsEmpty(body) : name == "elst" && FirstEditIsEmpty(body))
            {
                return true;
            }

            boxes = boxes[(int)size..];
        }

        return false;
    }

    private static bool FirstEditIsEmpty(ReadOnlySpan<byte> list)
    {
        const int FirstEntry = 8;
        var wide = list.Length > 0 && list[0] == 1;
        var mediaTime = FirstEntry + (wide ? 8 : 4);
        if (list.Length < mediaTime + (wide ? 8 : 4) || BinaryPrimitives.ReadUInt32BigEndian(list[4..]) == 0)
        {
            return false;
        }

        return wide
            ? BinaryPrimitives.ReadInt64BigEndian(list[mediaTime..]) == -1
            : BinaryPrimitives.ReadInt32BigEndian(list[mediaTime..]) == -1;
    }
}
