using System.IO.Compression;
using System.Text;
using CommerceVideo.Brands.Files;
using CommerceVideo.Platform.Storage;

namespace CommerceVideo.Brands.Kits;

/// <summary>
/// A kit with its files as one ZIP: <c>kit.json</c> and what it names. Unpacked, <c>render --brand kit.json</c> reads it.
/// People are not in it: who takes consent back is erased here, and a copy elsewhere would not know.
/// </summary>
internal sealed class KitArchive(IObjectStore store, BrandFiles files)
{
    private const string Name = "kit.json";

    private const int MostEntries = 32;

    public async Task WriteAsync(KitContent kit, Stream target, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, null, ct);
        await using (var json = await zip.CreateEntry(Name).OpenAsync(ct))
        {
            await json.WriteAsync(Encoding.UTF8.GetBytes(KitJson.Write(kit with { Casting = null })), ct);
        }

        foreach (var file in kit.Files().Select(static use => use.Name).Distinct())
        {
            await using var from = await store.OpenReadAsync(file, ct);
            await using var into = await zip.CreateEntry(file, CompressionLevel.Fastest).OpenAsync(ct);
            await from.CopyToAsync(into, ct);
        }
    }

    /// <summary>Keeps the archive's files for the shop.</summary>
    /// <param name="archive">Can be sought in.</param>
    /// <returns>The kit with the names under which its files are kept now, or what is wrong.</returns>
    public async Task<(KitContent? Kit, string? Wrong)> ReadAsync(Guid shop, Stream archive, CancellationToken ct)
    {
        try
        {
            await using var zip = await ZipArchive.CreateAsync(archive, ZipArchiveMode.Read, leaveOpen: true, null, ct);
            return zip.Entries.Count > MostEntries ? (null, $"The archive holds more than {MostEntries} files.")
                : zip.GetEntry(Name) is not { Length: < 256 * 1024 } json ? (null, $"The archive has no {Name}.")
                : await ReadAsync(shop, zip, json, ct);
        }
        catch (InvalidDataException)
        {
            return (null, "The archive is not a whole ZIP file.");
        }
    }

    private async Task<(KitContent?, string?)> ReadAsync(
        Guid shop,
        ZipArchive zip,
        ZipArchiveEntry json,
        CancellationToken ct
    )
    {
        await using var text = await json.OpenAsync(ct);
        using var reader = new StreamReader(text);
        var (kit, wrong) = KitJson.Read(await reader.ReadToEndAsync(ct));
        if (kit is null)
        {
            return (null, wrong);
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in kit.Files().Select(static use => use.Name).Distinct())
        {
            if (zip.GetEntry(name) is not { } entry)
            {
                return (null, $"The kit names '{name}', and the archive has no such file.");
            }

            await using var content = await entry.OpenAsync(ct);
            var (file, refused) = await files.KeepAsync(shop, content, name, ct);
            if (file is null)
            {
                return (null, refused);
            }

            names[name] = file.Name;
        }

        return (kit.Renamed(name => names[name]), null);
    }
}
