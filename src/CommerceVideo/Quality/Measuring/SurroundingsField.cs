using CommerceVideo.Media.Colours;

namespace CommerceVideo.Quality.Measuring;

/// <summary>
/// What a frame shows where the product is not: held against the photo where the photo reaches, and against an even ground
/// beyond it.
/// </summary>
internal static class SurroundingsField
{
    private const int Cells = 12;
    private const float Away = 5;
    private const double PlainStep = 9;
    private const double SceneStep = 20;

    public static SurroundingsLook? Of(PhotoReference photo, PlacedFrame frame)
    {
        var (width, height) = (frame.Frame.Luma.Width / 2, frame.Frame.Luma.Height / 2);
        var back = frame.Placing.Inverse();
        var differs = new LabColour?[width * height];
        var colours = new LabColour[width * height];
        var product = 0;
        for (var at = 0; at < differs.Length; at++)
        {
            var (x, y) = ((at % width * 2) + 0.5f, (at / width * 2) + 0.5f);
            var (px, py) = back.Of(x, y);
            var (cx, cy) = ((int)MathF.Round(px), (int)MathF.Round(py));
            var inside = cx >= 0 && cy >= 0 && cx < photo.Width && cy < photo.Height;
            var cell = inside ? (cy * photo.Width) + cx : -1;
            product += inside && photo.Mask[cell] > 0.5f ? 1 : 0;
            if (inside ? photo.Beyond[cell] <= Away : !photo.PlainGround || Near(photo, cx, cy))
            {
                continue;
            }

            colours[at] = frame.Frame.ColourAt(x, y);
            differs[at] =
                inside && !photo.Bare ? colours[at] - Nearest(photo, cx, cy, colours[at]) : default(LabColour);
        }

        return Judge(photo, differs, colours, width, product, back);
    }

    /// <summary>Beyond the photo's edge, but next to a product that touches it.</summary>
    private static bool Near(PhotoReference photo, int x, int y)
    {
        var (cx, cy) = (Math.Clamp(x, 0, photo.Width - 1), Math.Clamp(y, 0, photo.Height - 1));
        return photo.Beyond[(cy * photo.Width) + cx] + Math.Abs(x - cx) + Math.Abs(y - cy) <= 3 * Away;
    }

    /// <summary>In a scene a branch moves a little: the most alike of nine cells counts.</summary>
    private static LabColour Nearest(PhotoReference photo, int x, int y, LabColour seen)
    {
        var best = photo.Colours[(y * photo.Width) + x];
        if (photo.PlainGround)
        {
            return best;
        }

        var least = double.MaxValue;
        for (var near = 0; near < 9; near++)
        {
            var (nx, ny) = (
                Math.Clamp(x + ((near % 3) - 1) * 2, 0, photo.Width - 1),
                Math.Clamp(y + ((near / 3) - 1) * 2, 0, photo.Height - 1)
            );
            var colour = photo.Colours[(ny * photo.Width) + nx];
            var distance = LabColour.Distance(colour, seen);
            (least, best) = distance < least ? (distance, colour) : (least, best);
        }

        return best;
    }

    private static SurroundingsLook? Judge(
        PhotoReference photo,
        LabColour?[] differs,
        LabColour[] colours,
        int width,
        int product,
        Placing back
    )
    {
        var known = Enumerable.Range(0, differs.Length).Where(at => differs[at] is not null).ToArray();
        if (known.Length < 0.04 * differs.Length)
        {
            return null;
        }

        if (photo.PlainGround)
        {
            Flatten(photo, differs, colours, known, width, back);
        }

        var cast = new LabColour(
            Middle(known.Select(at => differs[at]!.Value.L)),
            Middle(known.Select(at => differs[at]!.Value.A)),
            Middle(known.Select(at => differs[at]!.Value.B))
        );
        var step = photo.PlainGround ? PlainStep : SceneStep;
        bool[] odd = [.. differs.Select(differs => differs is { } one && LabColour.Distance(one, cast) > step)];
        var (_, sizes) = Media.Masks.Cells.Areas(odd, width);
        return new SurroundingsLook(
            cast,
            sizes.DefaultIfEmpty().Max() / (double)Math.Max(1, Math.Max(product, differs.Length / 20)),
            Uneven(differs, cast, width),
            Middle(known.Select(at => colours[at].L))
        );
    }

    /// <summary>Outside the photo there is nothing to hold against but an even tone: a plane through what is there.</summary>
    private static void Flatten(
        PhotoReference photo,
        LabColour?[] differs,
        LabColour[] colours,
        int[] known,
        int width,
        Placing back
    )
    {
        int[] free =
        [
            .. known.Where(at =>
            {
                var (x, y) = back.Of((at % width * 2) + 0.5f, (at / width * 2) + 0.5f);
                return photo.Bare || x < 0 || y < 0 || x > photo.Width - 1 || y > photo.Height - 1;
            }),
        ];
        if (free.Length == 0)
        {
            return;
        }

        // Whatever the photo's ground is off by, the made one is off by too.
        int[] rest = [.. known.Except(free)];
        var cast =
            rest.Length < 200
                ? default
                : new LabColour(
                    Middle(rest.Select(at => differs[at]!.Value.L)),
                    Middle(rest.Select(at => differs[at]!.Value.A)),
                    Middle(rest.Select(at => differs[at]!.Value.B))
                );
        var fits = new[]
        {
            PlaneFit.Of(free, at => colours[at].L, width),
            PlaneFit.Of(free, at => colours[at].A, width),
            PlaneFit.Of(free, at => colours[at].B, width),
        };
        foreach (var at in free)
        {
            var even = new LabColour(fits[0].At(at, width), fits[1].At(at, width), fits[2].At(at, width));
            differs[at] = colours[at] - even + cast;
        }
    }

    /// <summary>90th percentile over a coarse grid of how far the ground's tone is from the whole ground's.</summary>
    private static double Uneven(LabColour?[] differs, LabColour cast, int width)
    {
        var height = differs.Length / width;
        var (sums, counts) = (new LabColour[Cells * Cells], new int[Cells * Cells]);
        for (var at = 0; at < differs.Length; at++)
        {
            if (differs[at] is { } one)
            {
                var cell = (at / width * Cells / height * Cells) + (at % width * Cells / width);
                sums[cell] += one - cast;
                counts[cell]++;
            }
        }

        var full = differs.Length / (Cells * Cells);
        var tones = Enumerable
            .Range(0, sums.Length)
            .Where(cell => counts[cell] > full / 2)
            .Select(cell =>
                LabColour.Distance(
                    new LabColour(
                        sums[cell].L / counts[cell],
                        sums[cell].A / counts[cell],
                        sums[cell].B / counts[cell]
                    ),
                    default
                )
            )
            .Order()
            .ToArray();
        return tones.Length < 6 ? 0 : tones[(int)(0.9 * (tones.Length - 1))];
    }

    internal static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}

/// <param name="Cast">What all of it is off by.</param>
/// <param name="Odd">The largest connected thing that does not belong there, as a share of the product's own area.</param>
/// <param name="Uneven">How far parts of the ground are from the rest, in CIELAB.</param>
/// <param name="Light">Median L.</param>
internal sealed record SurroundingsLook(LabColour Cast, double Odd, double Uneven, double Light);
