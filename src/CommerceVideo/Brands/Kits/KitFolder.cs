using System.Text;
using CommerceVideo.Brands.Files;
using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Fonts;

namespace CommerceVideo.Brands.Kits;

/// <summary>A kit as a JSON file on this machine; files it names are sought from its folder.</summary>
public static class KitFolder
{
    /// <summary>The kit with the whole paths of its files, or one line that says what is wrong with it.</summary>
    public static (KitContent? Kit, string? Wrong) Read(string path)
    {
        try
        {
            var (kit, wrong) = KitJson.Read(File.ReadAllText(path));
            if (kit is null)
            {
                return (null, wrong);
            }

            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            return KitRules.Problem(kit, name => Known(Path.Combine(folder, name))) is { } problem
                ? (null, problem)
                : (kit.Renamed(name => Path.Combine(folder, name)), null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, $"The brand kit cannot be read: {problem.Message}");
        }
    }

    private static KnownBrandFile? Known(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        var (kind, _) = FileSigns.Of(bytes.AsSpan(0, Math.Min(bytes.Length, 512)));
        return new KnownBrandFile(
            kind,
            kind switch
            {
                BrandFileKind.Font => FontNames.Read(bytes).Family ?? "",
                BrandFileKind.Lut => $"{CubeLut.Parse(Encoding.UTF8.GetString(bytes)).Lut?.Size}",
                _ => "",
            }
        );
    }
}
