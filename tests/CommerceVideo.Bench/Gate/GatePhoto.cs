using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;

namespace CommerceVideo.Bench.Gate;

/// <summary>A photo that clips are made from, and what can go wrong with it.</summary>
/// <param name="Tuning">It may set thresholds; the others only test them.</param>
/// <param name="Mark">The middle of what stands out most on the product; null where nothing does.</param>
internal sealed record GatePhoto(
    string Name,
    bool Tuning,
    PhotoStudy Study,
    (int X, int Y)? Mark,
    double Texture,
    double Chroma,
    double Apart
)
{
    private const double LeastMark = 14;
    private const double LeastTexture = 3;
    private const double LeastChroma = 12;
    private const double LeastApart = 25;

    public double Diagonal => double.Hypot(Study.Mask.Box.Width, Study.Mask.Box.Height);

    public bool Plain => Study.Ground.Kind != GroundKind.Scene;

    /// <summary>Where a hem would widen, a tenth above the lowest point, the product is nearly as wide as it is at all.</summary>
    private bool HasHem
    {
        get
        {
            var (mask, box) = (Study.Mask, Study.Mask.Box);
            var row = mask.Alpha.AsSpan((box.Bottom - 1 - (box.Height / 10)) * mask.Width, mask.Width);
            var covered = 0;
            foreach (var alpha in row)
            {
                covered += alpha > 128 ? 1 : 0;
            }

            return covered > 0.4 * box.Width;
        }
    }

    /// <summary>Why a defect cannot be made from this photo; null where it can.</summary>
    public string? Lacks(string defect) =>
        Study.Mask.Kind == MaskKind.None ? "no mask"
        : defect is "lost-part" or "melted-label" or "mirrored-logo" && Mark is null
            ? "nothing stands out on the product"
        : defect == "second-product" && Plain && Apart < LeastApart ? "it hardly stands out from its ground"
        : defect == "hem-morph" && !HasHem ? "its lowest part is no edge of its own width"
        : defect == "pattern-crawl" && Texture < LeastTexture ? "no texture"
        : defect == "ground-vignette" && !Plain ? "no plain ground"
        : defect == "colour-bleed" && (Study.Photo.HasAlpha || Chroma < LeastChroma)
            ? "no ground, or none of another colour"
        : null;

    /// <summary>What it is called when the kind of product is asked for.</summary>
    public string Words => string.Join(' ', Name.Split('-', '_', '~'));

    /// <summary>In the folder it was read from; a variant's is that of its photo.</summary>
    public string File(string folder) => Directory.EnumerateFiles(folder, $"{Name.Split('~')[0]}.*").First();

    /// <summary>Made from another photo of the folder, and on the same side of the split.</summary>
    public bool IsVariant => Name.Contains('~');

    /// <summary>Every other photo of the folder, by name, sets thresholds; its variants go with it.</summary>
    public static async Task<IReadOnlyList<GatePhoto>> AllAsync(string folder, CancellationToken ct)
    {
        var files = Directory
            .EnumerateFiles(folder)
            .Where(static file => Path.GetExtension(file).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".webp")
            .Order(StringComparer.Ordinal);
        var studies = new PhotoStudies(new PhotoReader(new FfmpegRunner()));
        var (photos, tuning) = (new List<GatePhoto>(), false);
        foreach (var file in files)
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var type = string.Join(' ', name.Split('-', '_'));
            if (await studies.StudyAsync(file, ct, type) is StudyOutcome.Studied { Study: var study })
            {
                tuning = !tuning;
                photos.Add(Of(name, tuning, study));
                photos.AddRange(
                    PhotoVariants
                        .Of(study)
                        .Select(variant =>
                            Of(
                                $"{name}~{variant.Name}",
                                tuning,
                                PhotoStudies.Study(variant.Photo, $"{study.ContentHash}~{variant.Name}", type)
                            )
                        )
                );
            }
        }

        // Photos first: a short run uses no variant before it used all of them.
        return [.. photos.OrderBy(static photo => photo.IsVariant)];
    }

    private static GatePhoto Of(string name, bool tuning, PhotoStudy study)
    {
        var size = 0.09 * double.Hypot(study.Mask.Box.Width, study.Mask.Box.Height);
        var (best, mark, textures) = (0.0, ((int X, int Y)?)null, new List<double>());
        var step = Math.Max(2, (int)(size / 3));
        for (var y = study.Mask.Box.Y + (int)size; y < study.Mask.Box.Bottom - size; y += step)
        {
            for (var x = study.Mask.Box.X + (int)size; x < study.Mask.Box.Right - size; x += step)
            {
                if (Covered(study, x, y, size) is not { } lights)
                {
                    continue;
                }

                var mean = lights.Average(static one => one.Left);
                var spread = Math.Sqrt(lights.Average(one => (one.Left - mean) * (one.Left - mean)));
                var mirrored = lights.Average(static one => Math.Abs(one.Left - one.Right));
                textures.Add(spread);
                if (mirrored > best)
                {
                    (best, mark) = (mirrored, (x, y));
                }
            }
        }

        textures.Sort();
        var texture = textures.Count == 0 ? 0 : textures[textures.Count / 2];
        var (chroma, apart) = Across(study);
        return new GatePhoto(name, tuning, study, best >= LeastMark ? mark : null, texture, chroma, apart);
    }

    /// <summary>Lightness round a place, and of its mirror image; null where that is not all product.</summary>
    private static List<(double Left, double Right)>? Covered(PhotoStudy study, int x, int y, double size)
    {
        var lights = new List<(double Left, double Right)>();
        var step = Math.Max(1, (int)(size / 10));
        var reach = (int)(size / 2);
        for (var dy = -reach; dy <= reach; dy += step)
        {
            for (var dx = -reach; dx <= reach; dx += step)
            {
                if (study.Mask.Alpha[((y + dy) * study.Mask.Width) + x + dx] < 250)
                {
                    return null;
                }

                lights.Add((Light(study.Photo, x + dx, y + dy), Light(study.Photo, x - dx, y + dy)));
            }
        }

        return lights;
    }

    private static double Light(Photo photo, int x, int y)
    {
        var at = 4 * ((y * photo.Width) + x);
        return BenchColour.Lab(photo.Rgba[at], photo.Rgba[at + 1], photo.Rgba[at + 2]).L;
    }

    /// <summary>How far product and ground are apart: in hue and chroma, and with lightness.</summary>
    private static (double Chroma, double Apart) Across(PhotoStudy study)
    {
        var (inside, outside) = ((L: 0.0, A: 0.0, B: 0.0, N: 0), (L: 0.0, A: 0.0, B: 0.0, N: 0));
        for (var at = 0; at < study.Mask.Alpha.Length; at += 37)
        {
            var (l, a, b) = BenchColour.Lab(
                study.Photo.Rgba[4 * at],
                study.Photo.Rgba[(4 * at) + 1],
                study.Photo.Rgba[(4 * at) + 2]
            );
            if (study.Mask.Alpha[at] > 200)
            {
                inside = (inside.L + l, inside.A + a, inside.B + b, inside.N + 1);
            }
            else if (study.Mask.Alpha[at] < 10)
            {
                outside = (outside.L + l, outside.A + a, outside.B + b, outside.N + 1);
            }
        }

        var (ours, theirs) = (Math.Max(1, inside.N), Math.Max(1, outside.N));
        var light = study.Photo.HasAlpha ? 0 : (inside.L / ours) - (outside.L / theirs);
        var chroma = double.Hypot((inside.A / ours) - (outside.A / theirs), (inside.B / ours) - (outside.B / theirs));
        return (chroma, study.Photo.HasAlpha ? LeastApart : double.Hypot(light, chroma));
    }
}
