using System.Globalization;
using System.Text;
using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Fonts;
using CommerceVideo.Media.Photos;
using CommerceVideo.Media.Video;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Brands.Files;

/// <summary>Judges a shop's logos, fonts, pictures, LUTs and music by their content, and keeps them.</summary>
internal sealed class BrandFiles(
    AppDb db,
    IObjectStore store,
    FfmpegRunner ffmpeg,
    FfprobeRunner ffprobe,
    TimeProvider time
)
{
    public const long MostBytes = 20L * 1024 * 1024;

    private const int MostFontBytes = 10 * 1024 * 1024;

    private const int MostLutBytes = 10 * 1024 * 1024;

    /// <summary>A bed is looped; more is an album.</summary>
    private const double MostSeconds = 600;

    /// <summary>What a shop may keep before somebody should ask what for.</summary>
    private const int MostFiles = 200;

    private const int SmallestSide = 16;

    private readonly PhotoReader _photos = new(ffmpeg, new PhotoRules { MinSide = SmallestSide });

    /// <param name="called">What the sender calls it, for the text of a refusal.</param>
    /// <returns>The file, the same one where its content was kept before; or why it cannot be used, for the merchant.</returns>
    public async Task<(BrandFile? File, string? Wrong)> KeepAsync(
        Guid shop,
        Stream content,
        string called,
        CancellationToken ct
    )
    {
        using var folder = new ScratchFolder();
        var path = folder.File("brand-file");
        if (!await CopyAsync(content, path, ct))
        {
            return (null, $"“{called}” is larger than {MostBytes / 1024 / 1024} MB.");
        }

        var bytes = await File.ReadAllBytesAsync(path, ct);
        var (kind, type) = FileSigns.Of(bytes.AsSpan(0, Math.Min(bytes.Length, 512)));
        var (facts, wrong) = kind switch
        {
            BrandFileKind.Font when bytes.Length > MostFontBytes => (null, "it is larger than any font needs to be"),
            BrandFileKind.Font => FontNames.Read(bytes),
            BrandFileKind.Lut when bytes.Length > MostLutBytes => (null, "it is larger than any LUT needs to be"),
            BrandFileKind.Lut => Lut(bytes),
            BrandFileKind.Music => await MusicAsync(path, ct),
            _ => await PictureAsync(path, folder, ct),
        };
        if (facts is null)
        {
            return (null, $"“{called}” cannot be used: {wrong}");
        }

        var kept = kind == BrandFileKind.Picture ? folder.File("kept.png") : path;
        return await KeepAsync(shop, kind, type, kept, facts, ct);
    }

    private async Task<(BrandFile?, string?)> KeepAsync(
        Guid shop,
        BrandFileKind kind,
        string type,
        string path,
        string facts,
        CancellationToken ct
    )
    {
        if (await db.BrandFiles.CountAsync(file => file.ShopId == shop, ct) >= MostFiles)
        {
            return (null, $"The shop keeps {MostFiles} brand files already.");
        }

        await using var stream = File.OpenRead(path);
        var stored = await store.PutAsync(stream, type, ct);
        var file = new BrandFile
        {
            ShopId = shop,
            Name = stored.Key,
            Kind = kind,
            Bytes = stored.Bytes,
            Facts = facts,
            CreatedAt = time.GetUtcNow(),
        };
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into brand_file (shop_id, name, kind, bytes, facts, created_at)
            values ({shop}, {file.Name}, {LowerCase.Write(kind)}, {file.Bytes}, {facts}, {file.CreatedAt})
            on conflict do nothing
            """,
            ct
        );
        return (file, null);
    }

    private static (string? Facts, string? Wrong) Lut(byte[] bytes)
    {
        var (lut, wrong) = CubeLut.Parse(Encoding.UTF8.GetString(bytes));
        return (lut?.Size.ToString(CultureInfo.InvariantCulture), wrong);
    }

    private async Task<(string? Facts, string? Wrong)> MusicAsync(string path, CancellationToken ct)
    {
        var (report, _) = await ffprobe.RunAsync(
            path,
            ["-show_entries", "format=duration:stream=codec_type", "-select_streams", "a"],
            ct
        );
        using (report)
        {
            return report is null
                || !report.RootElement.TryGetProperty("streams", out var streams)
                || streams.GetArrayLength() == 0
                || !report.RootElement.GetProperty("format").TryGetProperty("duration", out var said)
                || !double.TryParse(said.GetString(), CultureInfo.InvariantCulture, out var seconds)
                    ? (null, "no sound can be read in it.")
                : seconds is < 1 or > MostSeconds
                    ? (null, $"it lasts {seconds:0} seconds; music beds last 1 to {MostSeconds:0}.")
                : (seconds.ToString("0.###", CultureInfo.InvariantCulture), null);
        }
    }

    private async Task<(string? Facts, string? Wrong)> PictureAsync(
        string path,
        ScratchFolder folder,
        CancellationToken ct
    ) =>
        await _photos.ReadAsync(path, ct) switch
        {
            PhotoReading.Accepted accepted => (
                await BrandPicture.WriteAsync(ffmpeg, accepted.Photo, folder.File("kept.png"), ct),
                null
            ),
            PhotoReading.Refused refused => (null, refused.Text),
            _ => throw new InvalidOperationException("A picture is accepted or refused."),
        };

    private static async Task<bool> CopyAsync(Stream content, string path, CancellationToken ct)
    {
        await using var target = File.Create(path);
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0; )
        {
            if (target.Length + read > MostBytes)
            {
                return false;
            }

            await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return true;
    }
}
