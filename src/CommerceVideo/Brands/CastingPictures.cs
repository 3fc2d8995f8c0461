using System.Globalization;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Photos;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Brands;

/// <summary>
/// Judges casting pictures by their content and keeps them as every provider takes them: JPEG, upright, sRGB, on white, of a
/// useful size, and without where and when a person was photographed.
/// </summary>
internal sealed class CastingPictures(PhotoReader photos, FfmpegRunner ffmpeg, IObjectStore store, AppDb db)
{
    /// <summary>More shows a model nothing new.</summary>
    private const int LongestSide = 2048;

    /// <summary>Every provider that takes references wants this much.</summary>
    private const int ShortestSide = 300;

    private const double Narrowest = 0.4;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <param name="name">What the sender calls the file, for the text of a refusal.</param>
    /// <returns>The picture, or why it cannot be used, for the merchant.</returns>
    public async Task<(CastingPicture? Picture, PhotoReading.Refused? Refusal)> KeepAsync(
        Stream content,
        string name,
        CancellationToken ct
    )
    {
        using var folder = new ScratchFolder();
        var file = folder.File("picture");
        await using (var target = File.Create(file))
        {
            await content.CopyToAsync(target, ct);
        }

        return await photos.ReadAsync(file, ct, name) switch
        {
            PhotoReading.Refused refused => (null, refused),
            PhotoReading.Accepted accepted when ShapeProblem(accepted.Photo, name) is { } odd => (null, odd),
            PhotoReading.Accepted accepted => (await KeepAsync(accepted, folder.File("kept.jpg"), ct), null),
            _ => throw new InvalidOperationException("A picture is accepted or refused."),
        };
    }

    /// <summary>Erases the files that no casting reference of any shop has any more: the same bytes are kept once.</summary>
    public async Task ForgetAsync(IEnumerable<CastingPicture> pictures, CancellationToken ct)
    {
        foreach (var key in pictures.Select(static picture => picture.FileKey).Distinct())
        {
            var sample = $$"""[{"fileKey":"{{key}}"}]""";
            if (!await db.CastingReferences.AnyAsync(r => EF.Functions.JsonContains(r.Pictures, sample), ct))
            {
                await store.DeleteAsync(key, ct);
            }
        }
    }

    private async Task<CastingPicture> KeepAsync(PhotoReading.Accepted read, string file, CancellationToken ct)
    {
        var (width, height) = SizeOf(read.Photo);
        var pixels = OnWhite(read.Photo);
        await ffmpeg.WriteAsync(
            Command(read.Photo, width, height, file),
            Limit,
            async (input, token) => await input.WriteAsync(pixels, token),
            ct
        );
        await using var jpeg = File.OpenRead(file);
        var kept = await store.PutAsync(jpeg, "image/jpeg", ct);
        return new CastingPicture(read.ContentHash, kept.Key, width, height);
    }

    internal static FfmpegCommand Command(Photo photo, int width, int height, string file) =>
        new FfmpegCommand()
            .StandardInput(
                "-f",
                "rawvideo",
                "-pixel_format",
                "rgba",
                "-video_size",
                string.Create(CultureInfo.InvariantCulture, $"{photo.Width}x{photo.Height}")
            )
            .With(
                "-frames:v",
                "1",
                "-vf",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"scale={width}:{height}:flags=lanczos+accurate_rnd:out_color_matrix=bt601:out_range=pc,format=yuvj420p"
                )
            )
            .With("-c:v", "mjpeg", "-q:v", "2")
            .Output(file, "-f", "image2", "-update", "1");

    internal static (int Width, int Height) SizeOf(Photo photo)
    {
        var scale = Math.Min(1, (double)LongestSide / Math.Max(photo.Width, photo.Height));
        return ((int)Math.Round(photo.Width * scale), (int)Math.Round(photo.Height * scale));
    }

    internal static PhotoReading.Refused? ShapeProblem(Photo photo, string name)
    {
        var (width, height) = SizeOf(photo);
        return Math.Min(width, height) < ShortestSide
                ? new PhotoReading.Refused(
                    "too_small",
                    $"The picture “{name}” is {photo.Width} x {photo.Height} pixels. A casting picture needs {ShortestSide} on its shorter side; 1000 or more look best."
                )
            : (double)Math.Min(width, height) / Math.Max(width, height) < Narrowest
                ? new PhotoReading.Refused(
                    "too_narrow",
                    $"The picture “{name}” is too narrow for video models. Crop it so that its longer side is at most two and a half times the shorter."
                )
            : null;
    }

    private static byte[] OnWhite(Photo photo)
    {
        if (!photo.HasAlpha)
        {
            return photo.Rgba;
        }

        var flat = new byte[photo.Rgba.Length];
        for (var at = 0; at < flat.Length; at += 4)
        {
            var alpha = photo.Rgba[at + 3];
            for (var channel = 0; channel < 3; channel++)
            {
                flat[at + channel] = (byte)(((photo.Rgba[at + channel] * alpha) + (255 * (255 - alpha)) + 127) / 255);
            }

            flat[at + 3] = 255;
        }

        return flat;
    }
}
