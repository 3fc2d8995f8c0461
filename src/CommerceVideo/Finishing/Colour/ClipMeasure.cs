using CommerceVideo.Media.Colours;

namespace CommerceVideo.Finishing.Colour;

/// <summary>Measures the product in a Clip's frames against the photo. Pure; the mean is of sRGB values, as the eye blends them at a distance.</summary>
internal static class ClipMeasure
{
    /// <summary>Places are found this many times a second; the camera moves little between.</summary>
    public const int PlacesASecond = 4;

    /// <summary>Below this the frame shows something else than the photo, or the product from another side.</summary>
    private const double Alike = 0.75;

    private const double Wholly = 0.95;
    private const double Hardly = 0.03;
    private const int LeastCells = 12;

    /// <summary>The ground helps to tell contrast and cast, and never outvotes the product.</summary>
    private const double GroundVote = 0.3;

    // Beyond these a frame or photo was cut off, and the colour under it is not known.
    private const double Darkest = 18;
    private const double Lightest = 233;

    /// <summary>Every n-th frame with its place; null where the product was not found again.</summary>
    public static IReadOnlyList<PlacedFrame?> Place(ProductPicture picture, IReadOnlyList<YccGrid> frames, double fps)
    {
        var placed = new List<PlacedFrame?>();
        var place = FramePlace.Covering(picture.Colours, frames[0]);
        for (var at = 0; at < frames.Count; at += Math.Max(1, (int)Math.Round(fps / PlacesASecond)))
        {
            var found = PlaceFinder.Find(picture, frames[at], place);
            var good = found.Likeness >= Alike && Cells(picture, frames[at], found, product: true).Count > 0;
            place = good ? found : place;
            placed.Add(good ? new PlacedFrame(at, found) : null);
        }

        return placed;
    }

    public static IReadOnlyList<ColourMatch> Pairs(
        ProductPicture picture,
        IReadOnlyList<YccGrid> frames,
        IEnumerable<PlacedFrame> placed
    )
    {
        var pairs = new List<ColourMatch>();
        foreach (var (at, place) in placed)
        {
            var product = Cells(picture, frames[at], place, product: true);
            var ground = Cells(picture, frames[at], place, product: false);
            var vote = ground.Count == 0 ? 0 : GroundVote * product.Count / ground.Count;
            pairs.AddRange(product.Select(pair => pair with { Weight = Known(pair) ? 1 : 0.01 }));
            pairs.AddRange(ground.Where(Known).Select(pair => pair with { Weight = vote }));
        }

        return pairs;
    }

    public static ColourFigures Figures(
        ProductPicture picture,
        IReadOnlyList<YccGrid> frames,
        IReadOnlyList<PlacedFrame> placed
    )
    {
        var means = placed
            .Select(frame => Cells(picture, frames[frame.At], frame.Place, product: true))
            .Select(static cells => (Frame: Mean(cells, static c => c.Frame), Photo: Mean(cells, static c => c.Photo)))
            .ToList();
        var apart = means.ConvertAll(static mean => CieDe2000.Between(mean.Frame, mean.Photo));
        return new ColourFigures(
            Math.Round(apart.Average(), 2),
            Math.Round(Percentile(apart, 0.95), 2),
            apart.Count,
            Centre(means.ConvertAll(static mean => mean.Frame)),
            Centre(means.ConvertAll(static mean => mean.Photo)),
            Math.Round(GroundStep(picture, frames, placed), 3)
        );
    }

    /// <summary>The ground of the same cells of two frames after one another, so that nothing but light can change it.</summary>
    private static double GroundStep(
        ProductPicture picture,
        IReadOnlyList<YccGrid> frames,
        IReadOnlyList<PlacedFrame> placed
    )
    {
        var steps = new List<double>();
        foreach (var (here, to) in placed.Zip(placed.Skip(1).Append(placed[^1] with { At = frames.Count })))
        {
            for (var at = here.At; at + 1 < Math.Min(to.At, frames.Count); at++)
            {
                var (one, next) = (Ground(at, here.Place), Ground(at + 1, here.Place));
                if (one is { } before && next is { } after)
                {
                    steps.Add(CieDe2000.Between(before, after));
                }
            }
        }

        return steps.Count == 0 ? 0 : Percentile(steps, 0.95);

        LabColour? Ground(int at, FramePlace place)
        {
            var cells = Cells(picture, frames[at], place, product: false);
            return cells.Count == 0 ? null : Mean(cells, static cell => cell.Frame);
        }
    }

    private static List<ColourMatch> Cells(ProductPicture picture, YccGrid frame, FramePlace place, bool product)
    {
        var (photo, pairs) = (picture.Colours, new List<ColourMatch>());
        for (var cell = 0; cell < picture.Product.Length; cell++)
        {
            var part = picture.Product[cell];
            var (x, y) = place.Of(photo, cell);
            if ((product ? part >= Wholly : part is >= 0 and <= (float)Hardly) && frame.Inside(x, y))
            {
                var seen = new YccColour(
                    YccGrid.At(frame.Luma, frame.Width, x, y),
                    YccGrid.At(frame.Blue, frame.Width, x, y),
                    YccGrid.At(frame.Red, frame.Width, x, y)
                );
                var wanted = new YccColour(photo.Luma[cell], photo.Blue[cell], photo.Red[cell]);
                pairs.Add(new ColourMatch(seen, wanted, product, 1));
            }
        }

        return product && pairs.Count < LeastCells ? [] : pairs;
    }

    private static bool Known(ColourMatch pair) =>
        pair.Frame.Luma is > Darkest and < Lightest && pair.Photo.Luma is > Darkest and < Lightest;

    private static LabColour Mean(List<ColourMatch> cells, Func<ColourMatch, YccColour> side) =>
        LabColour.OfYcc(
            cells.Average(cell => side(cell).Luma),
            cells.Average(cell => side(cell).Blue),
            cells.Average(cell => side(cell).Red)
        );

    private static double[] Centre(List<LabColour> colours) =>
        [
            Math.Round(colours.Average(static colour => colour.L), 2),
            Math.Round(colours.Average(static colour => colour.A), 2),
            Math.Round(colours.Average(static colour => colour.B), 2),
        ];

    private static double Percentile(List<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Ceiling(share * (sorted.Count - 1))];
    }
}

/// <summary>A frame, by its number, in which the product was found.</summary>
internal sealed record PlacedFrame(int At, FramePlace Place);
