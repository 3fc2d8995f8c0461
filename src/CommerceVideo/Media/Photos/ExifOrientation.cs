using System.Buffers.Binary;

namespace CommerceVideo.Media.Photos;

/// <summary>Finds tag 0x0112 in the first directory of an EXIF block (a TIFF header and what follows).</summary>
internal static class ExifOrientation
{
    private const ushort Orientation = 0x0112;
    private const ushort Short = 3;
    private const int EntryLength = 12;

    /// <summary>1 to 8; 1 when the block says nothing usable.</summary>
    public static int Of(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return 1;
        }

        var little = tiff[0] == 'I';
        var directory = little
            ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..])
            : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
        {
            return 1;
        }

        var at = (int)directory;
        var entries = Word(tiff[at..], little);
        at += 2;
        for (var i = 0; i < entries && at + EntryLength <= tiff.Length; i++, at += EntryLength)
        {
            if (Word(tiff[at..], little) == Orientation && Word(tiff[(at + 2)..], little) == Short)
            {
                var value = Word(tiff[(at + 8)..], little);
                return value is >= 1 and <= 8 ? value : 1;
            }
        }

        return 1;
    }

    private static ushort Word(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
