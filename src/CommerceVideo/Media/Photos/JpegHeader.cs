using System.Buffers.Binary;

namespace CommerceVideo.Media.Photos;

/// <summary>Walks a JPEG's segments from start to end marker (ITU-T T.81 B.1), bounds checked throughout.</summary>
internal static class JpegHeader
{
    private const byte StartOfScan = 0xDA;
    private const byte End = 0xD9;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;

    public static PhotoHeader? Read(ReadOnlySpan<byte> file)
    {
        var header = new PhotoHeader(PhotoFormat.Jpeg, 0, 0);
        var adobe = false;
        var profile = new JpegProfile();
        var at = 2;
        while (NextMarker(file, ref at) is { } marker)
        {
            if (marker == End)
            {
                header = header with { Whole = true };
                break;
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                continue;
            }

            if (at + 2 > file.Length || BinaryPrimitives.ReadUInt16BigEndian(file[at..]) is var length && length < 2)
            {
                break;
            }

            if (at + length > file.Length)
            {
                break;
            }

            var body = file.Slice(at + 2, length - 2);
            at += length;
            switch (marker)
            {
                case App1 when body.StartsWith("Exif\0\0"u8):
                    header = header with { Orientation = ExifOrientation.Of(body[6..]) };
                    break;
                case App2:
                    profile.Add(body);
                    break;
                case App14:
                    adobe |= body.StartsWith("Adobe"u8);
                    break;
                case StartOfScan:
                    at = EndOfScan(file, at);
                    break;
                default:
                    header = IsFrame(marker) ? WithFrame(header, marker, body) : header;
                    break;
            }
        }

        return header with
        {
            Profile = profile.Whole(),
            Inks =
                header.Channels != 4 ? PhotoInks.Screen
                : adobe ? PhotoInks.AdobeInks
                : PhotoInks.PlainInks,
        };
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static PhotoHeader WithFrame(PhotoHeader header, byte marker, ReadOnlySpan<byte> body)
    {
        // The first frame is the picture; a later one would be a thumbnail's or a second picture's.
        if (header.Width > 0 || body.Length < 6)
        {
            return header;
        }

        return header with
        {
            BitDepth = body[0],
            Height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]),
            Width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]),
            Channels = body[5],
            Unusual = marker switch
            {
                <= 0xC2 when body[0] == 8 => null,
                <= 0xC2 => $"a JPEG with {body[0]} bits a colour",
                0xC3 => "a lossless JPEG",
                >= 0xC9 => "a JPEG with arithmetic coding",
                _ => "a JPEG in several layers",
            },
        };
    }

    private static byte? NextMarker(ReadOnlySpan<byte> file, ref int at)
    {
        while (at < file.Length)
        {
            var skip = file[at..].IndexOf((byte)0xFF);
            if (skip < 0)
            {
                return null;
            }

            at += skip + 1;
            while (at < file.Length && file[at] == 0xFF)
            {
                at++;
            }

            if (at < file.Length && file[at++] is var marker and not 0)
            {
                return marker;
            }
        }

        return null;
    }

    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length)
        {
            var skip = file[at..].IndexOf((byte)0xFF);
            if (skip < 0 || at + skip + 1 >= file.Length)
            {
                return file.Length;
            }

            at += skip;
            if (file[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += 2;
        }

        return file.Length;
    }
}
