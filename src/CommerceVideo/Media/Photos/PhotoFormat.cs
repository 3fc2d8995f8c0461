namespace CommerceVideo.Media.Photos;

/// <summary>What a file is by its first bytes.</summary>
internal enum PhotoFormat
{
    Jpeg,
    Png,
    Webp,
    Gif,
    Heic,
    Avif,
    Jxl,
    Jpeg2000,
    Tiff,
    Bmp,
    Photoshop,
    Pdf,
    Svg,
    Video,
}
