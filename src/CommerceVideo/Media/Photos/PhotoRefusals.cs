namespace CommerceVideo.Media.Photos;

/// <summary>Why a picture cannot be used, for the merchant; decided from the header alone, before any decoding.</summary>
internal static class PhotoRefusals
{
    private const string UploadInstead = "Please upload it as JPEG, PNG or WebP.";

    public static PhotoReading.Refused? OfLength(long bytes, PhotoRules rules, string name)
    {
        if (bytes == 0)
        {
            return new("empty", $"{name} is an empty file. Please upload the picture again.");
        }

        return bytes > rules.MaxBytes
            ? new(
                "too_many_bytes",
                $"{name} is {Megabytes(bytes)} MB; pictures may have up to {Megabytes(rules.MaxBytes)} MB. Please save it smaller or with more compression."
            )
            : null;
    }

    public static PhotoReading.Refused? OfHeader(PhotoHeader? header, PhotoRules rules, string name) =>
        header switch
        {
            null => new("not_an_image", $"{name} is not a picture, whatever its file is called. {UploadInstead}"),
            { Format: PhotoFormat.Video } => new(
                "not_an_image",
                $"{name} is not a picture but a film or sound. {UploadInstead}"
            ),
            { Format: not (PhotoFormat.Jpeg or PhotoFormat.Png or PhotoFormat.Webp or PhotoFormat.Gif) } => new(
                "unsupported_format",
                $"{name} is a {Spoken(header.Format)} file, which cannot be read here. {UploadInstead}"
            ),
            { Width: 0 } or { Height: 0 } => Damaged(name),
            { Unusual: { } kind } => new(
                "unsupported_format",
                $"{name} is {kind}, which cannot be read here. {UploadInstead}"
            ),
            _ => OfSize(header, rules, name),
        };

    public static PhotoReading.Refused Damaged(string name) =>
        new(
            "damaged",
            $"{name} is damaged or was cut off while uploading. Please upload it again from the original file."
        );

    private static PhotoReading.Refused? OfSize(PhotoHeader header, PhotoRules rules, string name)
    {
        if (header.Pixels > rules.MaxPixels)
        {
            return new(
                "too_many_pixels",
                $"{name} is {header.Width} x {header.Height} pixels; pictures may have up to {rules.MaxPixels / 1_000_000} million. Please upload a smaller version, 2000 pixels wide is plenty."
            );
        }

        if (Math.Min(header.Width, header.Height) < rules.MinSide)
        {
            return new(
                "too_small",
                $"{name} is only {header.Width} x {header.Height} pixels, too small for a sharp video. Please upload one with at least {rules.MinSide} pixels on its shorter side; 1000 or more look best."
            );
        }

        return header.Whole ? null : Damaged(name);
    }

    private static string Megabytes(long bytes) => $"{bytes / (1024.0 * 1024.0):0.#}";

    private static string Spoken(PhotoFormat format) =>
        format switch
        {
            PhotoFormat.Heic => "HEIC (iPhone)",
            PhotoFormat.Avif => "AVIF",
            PhotoFormat.Jxl => "JPEG XL",
            PhotoFormat.Jpeg2000 => "JPEG 2000",
            PhotoFormat.Tiff => "TIFF",
            PhotoFormat.Bmp => "BMP",
            PhotoFormat.Photoshop => "Photoshop",
            PhotoFormat.Pdf => "PDF",
            _ => "SVG",
        };
}
