using System.Reflection;
using System.Text.Json;

namespace CommerceVideo.Bench.Masks;

/// <summary>
/// A product outlined by hand on one sample photo. The polygons, in a frame of <paramref name="Width"/> by
/// <paramref name="Height"/>, are filled by the even-odd rule, so that one inside another is a hole.
/// </summary>
/// <param name="Type">What a merchant would give as product type.</param>
/// <param name="Ground">plain (or transparent), person (worn, in a scene) or scene.</param>
internal sealed record MaskLabel(string Type, string Ground, int Width, int Height, int[][][] Polygons)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>All labels by the photo's file name.</summary>
    public static IReadOnlyDictionary<string, MaskLabel> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith("labels.json", StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Dictionary<string, MaskLabel>>(stream, Json)!;
    }

    /// <summary>255 inside, 0 outside, at the photo's own size.</summary>
    public byte[] Draw(int width, int height)
    {
        var mask = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var crossings = Crossings((y + 0.5) * Height / height).Order().ToArray();
            for (var i = 0; i + 1 < crossings.Length; i += 2)
            {
                var from = Math.Clamp((int)Math.Ceiling((crossings[i] * width / Width) - 0.5), 0, width);
                var to = Math.Clamp((int)Math.Ceiling((crossings[i + 1] * width / Width) - 0.5), 0, width);
                mask.AsSpan((y * width) + from, Math.Max(0, to - from)).Fill(255);
            }
        }

        return mask;
    }

    /// <summary>Intersection over union of what is at least half covered.</summary>
    public static double Iou(byte[] found, byte[] truth)
    {
        var (both, either) = (0L, 0L);
        for (var i = 0; i < truth.Length; i++)
        {
            var (a, b) = (found[i] >= 128, truth[i] >= 128);
            both += a && b ? 1 : 0;
            either += a || b ? 1 : 0;
        }

        return either == 0 ? 1 : (double)both / either;
    }

    private IEnumerable<double> Crossings(double y)
    {
        foreach (var polygon in Polygons)
        {
            for (var i = 0; i < polygon.Length; i++)
            {
                var (a, b) = (polygon[i], polygon[(i + 1) % polygon.Length]);
                if (a[1] <= y != b[1] <= y)
                {
                    yield return a[0] + ((y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]));
                }
            }
        }
    }
}
