using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;

namespace CommerceVideo.Bench.Gate;

/// <summary>Defects that are made in the photo: the studio then films the wrong picture as it films the right one.</summary>
internal static class PictureDefects
{
    public static bool Makes(string defect) =>
        defect
            is "hue-shift"
                or "lost-part"
                or "melted-label"
                or "mirrored-logo"
                or "pattern-crawl"
                or "hem-morph"
                or "colour-bleed";

    /// <param name="strength">In the unit of the class.</param>
    public static PhotoStudy Of(GatePhoto photo, string defect, double strength)
    {
        var study = photo.Study;
        var rgba = defect switch
        {
            "hue-shift" => Shifted(study, strength),
            "lost-part" => Marked(photo, strength, static (place, _) => place, fill: true),
            "melted-label" => Marked(photo, 0.14, (place, radius) => Swirled(place, radius, strength), fill: false),
            "mirrored-logo" => Marked(photo, strength, static (place, _) => (-place.X, place.Y), fill: false),
            "pattern-crawl" => Warped(
                study,
                (x, y) =>
                    Within(study, x, y)
                        ? (x + (strength * photo.Diagonal), y + (0.4 * strength * photo.Diagonal))
                        : (x, y)
            ),
            "hem-morph" => Warped(study, (x, y) => Hem(study, x, y, strength)),
            _ => Bled(photo, strength),
        };
        return study with { Photo = study.Photo with { Rgba = rgba } };
    }

    /// <summary>The product white, all else black.</summary>
    public static PhotoStudy Cover(PhotoStudy study)
    {
        var rgba = new byte[study.Photo.Rgba.Length];
        for (var at = 0; at < study.Mask.Alpha.Length; at++)
        {
            rgba.AsSpan(4 * at, 3).Fill(study.Mask.Alpha[at] >= 128 ? (byte)255 : (byte)0);
            rgba[(4 * at) + 3] = study.Photo.Rgba[(4 * at) + 3];
        }

        return study with
        {
            Photo = study.Photo with { Rgba = rgba },
            Ground = study.Ground with { Red = 0, Green = 0, Blue = 0 },
        };
    }

    private static byte[] Shifted(PhotoStudy study, double wanted)
    {
        var (a, b) = Mean(study);
        var turn = double.Hypot(a, b) < 6 ? 0.8 : Math.Atan2(b, a) + 1.9;
        var (low, high) = (0.0, 60.0);
        for (var round = 0; round < 30; round++)
        {
            var middle = (low + high) / 2;
            var far = BenchColour.Difference(a, b, a + (middle * Math.Cos(turn)), b + (middle * Math.Sin(turn)));
            (low, high) = far < wanted ? (middle, high) : (low, middle);
        }

        return Recoloured(
            study,
            (at, l, x, y) => (l, x + (low * Math.Cos(turn)), y + (low * Math.Sin(turn)), study.Mask.Alpha[at] / 255.0)
        );
    }

    private static byte[] Bled(GatePhoto photo, double strength)
    {
        var (a, b) = Mean(photo.Study);
        var (reach, mask) = (0.03 * photo.Diagonal, photo.Study.Mask);
        var near = Nearness(mask, (int)Math.Ceiling(reach));
        return Recoloured(photo.Study, (at, l, x, y) => (l, a, b, mask.Alpha[at] > 128 ? 0 : strength * near[at]));
    }

    /// <summary>1 at the mask, falling to 0 at a distance: the mask blurred twice along both sides.</summary>
    private static float[] Nearness(ProductMask mask, int reach)
    {
        float[] near = [.. mask.Alpha.Select(static alpha => alpha / 255f)];
        for (var round = 0; round < 2; round++)
        {
            near = BoxBlur.Along(near, mask.Width, 1, reach);
            near = BoxBlur.Along(near, mask.Width, mask.Width, reach);
        }

        return [.. near.Select(static value => Math.Min(1, 2 * value))];
    }

    private static byte[] Recoloured(
        PhotoStudy study,
        Func<int, double, double, double, (double L, double A, double B, double Share)> change
    )
    {
        var rgba = (byte[])study.Photo.Rgba.Clone();
        for (var at = 0; at < study.Mask.Alpha.Length; at++)
        {
            var (l, a, b) = BenchColour.Lab(rgba[4 * at], rgba[(4 * at) + 1], rgba[(4 * at) + 2]);
            var (nl, na, nb, share) = change(at, l, a, b);
            if (share > 0.002)
            {
                (rgba[4 * at], rgba[(4 * at) + 1], rgba[(4 * at) + 2]) = BenchColour.Rgb(
                    l + (share * (nl - l)),
                    a + (share * (na - a)),
                    b + (share * (nb - b))
                );
            }
        }

        return rgba;
    }

    private static (double A, double B) Mean(PhotoStudy study)
    {
        var (a, b, count) = (0.0, 0.0, 0);
        for (var at = 0; at < study.Mask.Alpha.Length; at += 13)
        {
            if (study.Mask.Alpha[at] > 200)
            {
                var lab = BenchColour.Lab(
                    study.Photo.Rgba[4 * at],
                    study.Photo.Rgba[(4 * at) + 1],
                    study.Photo.Rgba[(4 * at) + 2]
                );
                (a, b, count) = (a + lab.A, b + lab.B, count + 1);
            }
        }

        return (a / count, b / count);
    }

    /// <summary>A disc at the product's mark, read from elsewhere in itself or filled from its own rim, with a soft edge.</summary>
    private static byte[] Marked(
        GatePhoto photo,
        double size,
        Func<(double X, double Y), double, (double X, double Y)> read,
        bool fill
    )
    {
        var (rgba, source, width) = (
            (byte[])photo.Study.Photo.Rgba.Clone(),
            photo.Study.Photo,
            photo.Study.Photo.Width
        );
        var (middle, radius) = (photo.Mark!.Value, size * photo.Diagonal / 2);
        for (var y = (int)-radius; y <= radius; y++)
        {
            for (var x = (int)-radius; x <= radius; x++)
            {
                var far = double.Hypot(x, y) / radius;
                var (px, py) = (middle.X + x, middle.Y + y);
                if (far >= 1 || px < 0 || py < 0 || px >= width || py >= source.Height)
                {
                    continue;
                }

                var share = Math.Clamp((1 - far) * 6, 0, 1);
                var (sx, sy) = read((x, y), radius);
                for (var channel = 0; channel < 3; channel++)
                {
                    var at = (4 * ((py * width) + px)) + channel;
                    var other = fill
                        ? Rim(source, middle, radius, x, y, channel)
                        : Sample(source, middle.X + sx, middle.Y + sy, channel);
                    rgba[at] = (byte)(rgba[at] + (share * (other - rgba[at])));
                }
            }
        }

        return rgba;
    }

    /// <summary>From the disc's edge inwards, nearer points of it counting more: cloth without its button.</summary>
    private static double Rim(Photo photo, (int X, int Y) middle, double radius, int x, int y, int channel)
    {
        const int Points = 24;
        var (sum, weights) = (0.0, 0.0);
        for (var point = 0; point < Points; point++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * point / Points);
            var (rx, ry) = (radius * cos, radius * sin);
            var weight = 1 / (1 + Math.Pow(double.Hypot(rx - x, ry - y), 2));
            sum += weight * Sample(photo, middle.X + rx, middle.Y + ry, channel);
            weights += weight;
        }

        return sum / weights;
    }

    private static (double X, double Y) Swirled((double X, double Y) place, double radius, double strength)
    {
        var wave = 2.2 * Math.PI / radius;
        return (
            place.X + (strength * radius * Math.Sin((place.Y * wave) + 0.7)),
            place.Y + (strength * radius * Math.Sin((place.X * wave) + 2.1))
        );
    }

    private static bool Within(PhotoStudy study, double x, double y) =>
        study.Mask.Alpha[((int)y * study.Mask.Width) + (int)x] > 128;

    /// <summary>The lowest third flares out, more towards the hem; what is beside it gives way.</summary>
    private static (double X, double Y) Hem(PhotoStudy study, double x, double y, double strength)
    {
        var box = study.Mask.Box;
        var down = Math.Clamp((y - (box.Y + (0.6 * box.Height))) / (0.4 * box.Height), 0, 1);
        var (middle, half) = (box.X + (box.Width / 2.0), box.Width / 2.0);
        var aside = (x - middle) / half;
        var fade = Math.Clamp(2 - Math.Abs(aside), 0, 1);
        return (x - (Math.Clamp(aside, -1, 1) * half * strength * 2 * down * down * fade), y);
    }

    private static byte[] Warped(PhotoStudy study, Func<double, double, (double X, double Y)> read)
    {
        var (photo, rgba) = (study.Photo, new byte[study.Photo.Rgba.Length]);
        for (var y = 0; y < photo.Height; y++)
        {
            for (var x = 0; x < photo.Width; x++)
            {
                var (sx, sy) = read(x, y);
                for (var channel = 0; channel < 4; channel++)
                {
                    rgba[(4 * ((y * photo.Width) + x)) + channel] = (byte)(Sample(photo, sx, sy, channel) + 0.5);
                }
            }
        }

        return rgba;
    }

    private static double Sample(Photo photo, double x, double y, int channel)
    {
        (x, y) = (Math.Clamp(x, 0, photo.Width - 1.001), Math.Clamp(y, 0, photo.Height - 1.001));
        var (left, top) = ((int)x, (int)y);
        var at = (4 * ((top * photo.Width) + left)) + channel;
        var (fx, fy) = (x - left, y - top);
        var upper = photo.Rgba[at] + (fx * (photo.Rgba[at + 4] - photo.Rgba[at]));
        var below = at + (4 * photo.Width);
        return upper + (fy * (photo.Rgba[below] + (fx * (photo.Rgba[below + 4] - photo.Rgba[below])) - upper));
    }
}
