namespace CommerceVideo.Media.Photos;

/// <summary>Reads a picture's header by its content; the file's name plays no part.</summary>
internal static class PhotoHeaders
{
    /// <summary>Null when the bytes are no picture (nor a file that people take for one).</summary>
    public static PhotoHeader? Read(ReadOnlySpan<byte> file) =>
        FormatOf(file) switch
        {
            null => null,
            PhotoFormat.Jpeg => JpegHeader.Read(file),
            PhotoFormat.Png => PngHeader.Read(file),
            PhotoFormat.Webp => WebpHeader.Read(file),
            PhotoFormat.Gif => GifHeader.Read(file),
            { } other => new PhotoHeader(other, 0, 0),
        };

    private static PhotoFormat? FormatOf(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return PhotoFormat.Jpeg;
        }

        if (file.StartsWith(PngHeader.Signature))
        {
            return PhotoFormat.Png;
        }

        if (file.StartsWith("RIFF"u8) && file.Length >= 12)
        {
            return file[8..12].SequenceEqual("WEBP"u8) ? PhotoFormat.Webp : PhotoFormat.Video;
        }

        if (file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8))
        {
            return PhotoFormat.Gif;
        }

        return file.Length >= 12 && file[4..8].SequenceEqual("ftyp"u8) ? OfBrand(file[8..12]) : Unread(file);
    }

    private static PhotoFormat OfBrand(ReadOnlySpan<byte> brand)
    {
        if (brand.StartsWith("avi"u8))
        {
            return PhotoFormat.Avif;
        }

        return brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.StartsWith("mif1"u8)
            ? PhotoFormat.Heic
            : PhotoFormat.Video;
    }

    private static PhotoFormat? Unread(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8))
        {
            return PhotoFormat.Tiff;
        }

        if (file.StartsWith("BM"u8) && file.Length >= 26)
        {
            return PhotoFormat.Bmp;
        }

        if (file.StartsWith("8BPS"u8))
        {
            return PhotoFormat.Photoshop;
        }

        if (file.StartsWith("%PDF"u8))
        {
            return PhotoFormat.Pdf;
        }

        if (file.StartsWith("\0\0\0\u000cjP  "u8))
        {
            return PhotoFormat.Jpeg2000;
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A]) || file.StartsWith("\0\0\0\u000cJXL "u8))
        {
            return PhotoFormat.Jxl;
        }

        return file[..Math.Min(file.Length, 1024)].IndexOf("<svg"u8) >= 0 ? PhotoFormat.Svg : null;
    }
}
