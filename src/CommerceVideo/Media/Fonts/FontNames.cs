using System.Buffers.Binary;
using System.Text;

namespace CommerceVideo.Media.Fonts;

/// <summary>Reads a TrueType or OpenType file's own family name, by its content (OpenType 1.9, tables directory and name).</summary>
public static class FontNames
{
    private const int Record = 16;

    private static readonly string[] Needed = ["cmap", "head", "hhea", "hmtx", "name"];

    /// <returns>The family, or why the bytes are no font that can be used, in a sentence.</returns>
    public static (string? Family, string? Wrong) Read(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("wOFF"u8) || file.StartsWith("wOF2"u8))
        {
            return (null, "It is a font for web pages (WOFF). Upload the TTF or OTF of the same font.");
        }

        if (file.StartsWith("ttcf"u8))
        {
            return (null, "It is a collection of fonts. Upload the one that is meant, as TTF or OTF.");
        }

        if (!IsFont(file) || Tables(file) is not { } tables)
        {
            return (null, "It is not a whole TTF or OTF font.");
        }

        if (Array.Find(Needed, tag => !tables.ContainsKey(tag)) is { } missing)
        {
            return (null, $"The font lacks its “{missing}” table: it is damaged.");
        }

        return Family(file, tables["name"]) is { Length: > 0 } family
            ? (family, null)
            : (null, "The font does not say what it is called.");
    }

    public static bool IsFont(ReadOnlySpan<byte> file) =>
        file.Length > 12
        && (
            file.StartsWith((ReadOnlySpan<byte>)[0, 1, 0, 0]) || file.StartsWith("OTTO"u8) || file.StartsWith("true"u8)
        );

    private static Dictionary<string, Range>? Tables(ReadOnlySpan<byte> file)
    {
        var (count, tables) = (Short(file, 4), new Dictionary<string, Range>(StringComparer.Ordinal));
        for (var table = 0; table < count; table++)
        {
            var at = 12 + (table * Record);
            if (at + Record > file.Length)
            {
                return null;
            }

            var offset = BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8)..]);
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[(at + 12)..]);
            if (offset + (long)length > file.Length)
            {
                return null;
            }

            tables[Encoding.ASCII.GetString(file.Slice(at, 4))] = new Range((int)offset, (int)(offset + length));
        }

        return tables;
    }

    /// <summary>The family (name 1) as libass looks it up; the record for Windows before the one for Apple.</summary>
    private static string? Family(ReadOnlySpan<byte> file, Range range)
    {
        var table = file[range];
        if (table.Length < 6)
        {
            return null;
        }

        var (count, texts, best) = (Short(table, 2), Short(table, 4), (Rank: 0, Text: (string?)null));
        for (var record = 0; record < count && 6 + ((record + 1) * 12) <= table.Length; record++)
        {
            var at = table.Slice(6 + (record * 12), 12);
            var (platform, name) = (Short(at, 0), Short(at, 6));
            var (start, length) = (texts + Short(at, 10), Short(at, 8));
            var rank = (name, platform) switch
            {
                (1, 3) => 2,
                (1, 1) => 1,
                _ => 0,
            };
            if (rank > best.Rank && start + length <= table.Length)
            {
                var coded = table.Slice(start, length);
                best = (rank, (platform == 3 ? Encoding.BigEndianUnicode : Encoding.Latin1).GetString(coded).Trim());
            }
        }

        return best.Text;
    }

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
