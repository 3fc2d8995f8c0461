using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Media.Photos;

/// <summary>
/// Reads a picture file by its content: refused before any decoding where its header says enough, else decoded, put into
/// sRGB and turned upright.
/// </summary>
public sealed class PhotoReader(FfmpegRunner ffmpeg, PhotoRules? rules = null)
{
    private readonly PhotoRules _rules = rules ?? PhotoRules.Default;

    /// <param name="file">A local file.</param>
    /// <param name="name">What the merchant knows the picture by, for the text of a refusal.</param>
    /// <exception cref="IOException">The file is not there or cannot be read: nothing the picture is to blame for.</exception>
    public async Task<PhotoReading> ReadAsync(string file, CancellationToken ct, string? name = null)
    {
        var spoken = name is null ? "This picture" : $"The picture “{name}”";
        if (PhotoRefusals.OfLength(new FileInfo(file).Length, _rules, spoken) is { } unread)
        {
            return unread;
        }

        var header = PhotoHeaders.Read(await File.ReadAllBytesAsync(file, ct));
        if (PhotoRefusals.OfHeader(header, _rules, spoken) is { } refused)
        {
            return refused;
        }

        return await DecodeAsync(file, header!, ct) is { } rgba ? Accept(rgba, header!) : PhotoRefusals.Damaged(spoken);
    }

    private static PhotoReading.Accepted Accept(byte[] rgba, PhotoHeader header)
    {
        var profile = header.Profile is { } bytes ? IccProfile.Parse(bytes) : null;
        profile?.ToSrgb(rgba);
        var stored = new Photo(header.Width, header.Height, rgba, header.HasAlpha && SeesThrough(rgba));
        var photo = PhotoTurn.Upright(stored, header.Orientation);
        return new PhotoReading.Accepted(photo, PhotoHash.Of(photo))
        {
            ProfileIgnored = header.Profile is not null && profile is null,
        };
    }

    private async Task<byte[]?> DecodeAsync(string file, PhotoHeader header, CancellationToken ct)
    {
        var pixels = new byte[header.Pixels * 4];
        var exact = false;
        try
        {
            await ffmpeg.ReadAsync(
                PhotoDecoding.Command(file, header),
                _rules.DecodeLimit,
                async (output, token) =>
                {
                    var got = await output.ReadAtLeastAsync(pixels, pixels.Length, throwOnEndOfStream: false, token);
                    exact = got == pixels.Length && await output.ReadAsync(new byte[1], token) == 0;
                    await output.CopyToAsync(Stream.Null, token);
                },
                ct
            );
        }
        catch (FfmpegException)
        {
            return null;
        }

        if (!exact)
        {
            return null;
        }

        return header.Inks == PhotoInks.PlainInks ? InkPixels.ToRgba(pixels, pixels.Length / 4) : pixels;
    }

    private static bool SeesThrough(ReadOnlySpan<byte> rgba)
    {
        for (var i = 3; i < rgba.Length; i += 4)
        {
            if (rgba[i] < 255)
            {
                return true;
            }
        }

        return false;
    }
}
