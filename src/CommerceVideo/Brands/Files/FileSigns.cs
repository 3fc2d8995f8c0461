using CommerceVideo.Media.Fonts;

namespace CommerceVideo.Brands.Files;

/// <summary>What a file is by its first bytes; its name plays no part. Pure.</summary>
internal static class FileSigns
{
    /// <returns>The kind with the type it is stored as; pictures are told from nothing else only later, when they are read.</returns>
    public static (BrandFileKind Kind, string Type) Of(ReadOnlySpan<byte> start) =>
        FontNames.IsFont(start) || start.StartsWith("wOF"u8) || start.StartsWith("ttcf"u8)
            ? (BrandFileKind.Font, start.StartsWith("OTTO"u8) ? "font/otf" : "font/ttf")
        : Music(start) is { } type ? (BrandFileKind.Music, type)
        : IsText(start) ? (BrandFileKind.Lut, "application/x-cube")
        : (BrandFileKind.Picture, "image/png");

    private static string? Music(ReadOnlySpan<byte> start) =>
        start.StartsWith("ID3"u8) || (start.Length > 1 && start[0] == 0xFF && (start[1] & 0xE6) == 0xE2) ? "audio/mpeg"
        : start.StartsWith("fLaC"u8) ? "audio/flac"
        : start.StartsWith("OggS"u8) ? "audio/ogg"
        : start.Length < 12 ? null
        : start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WAVE"u8) ? "audio/wav"
        : start[4..8].SequenceEqual("ftyp"u8) && start[8..11].SequenceEqual("M4A"u8) ? "audio/mp4"
        : null;

    /// <summary>Nothing else of a kit is text.</summary>
    private static bool IsText(ReadOnlySpan<byte> start) =>
        start.Length > 0
        && start[0] != '<'
        && start.IndexOfAnyInRange((byte)0, (byte)8) < 0
        && start.IndexOfAnyExceptInRange((byte)9, (byte)0x7E) is -1 or > 64;
}
