using CommerceVideo.Media.Colours;

namespace CommerceVideo.Finishing.Colour;

/// <summary>
/// Finds the picture in a frame by its lightness, from where it was before: moved and enlarged, whatever its contrast and
/// brightness became. What does not fit (an arm that moved) counts less.
/// </summary>
internal static class PlaceFinder
{
    private const int Steps = 12;

    private const double Outlying = 12;

    private const int Softness = 2;

    /// <summary>Round the product, so that its outline counts, as a part of its own size.</summary>
    private const double Margin = 0.15;

    public static FramePlace Find(ProductPicture picture, YccGrid frame, FramePlace last)
    {
        var coarse = Settle(picture.Product, picture.Colours.Softened(Softness), frame.Softened(Softness), last);
        var fine = Settle(picture.Product, picture.Colours, frame, coarse);
        var (here, before) = (Likeness(picture, frame, fine), Likeness(picture, frame, last));
        return here >= before ? fine with { Likeness = here } : last with { Likeness = before };
    }

    private static FramePlace Settle(float[] product, YccGrid picture, YccGrid frame, FramePlace place)
    {
        for (var step = 0; step < Steps; step++)
        {
            var (gain, offset) = Tone(product, picture, frame, place);
            if (Step(product, picture, frame, place, gain, offset) is not { } move)
            {
                break;
            }

            place = place with
            {
                Zoom = Math.Clamp(place.Zoom + move.Zoom, 0.4, 4),
                X = place.X + move.X,
                Y = place.Y + move.Y,
            };
            if (Math.Abs(move.Zoom) * picture.Width < 0.01 && Math.Abs(move.X) + Math.Abs(move.Y) < 0.01)
            {
                break;
            }
        }

        return place;
    }

    /// <summary>The frame's lightness as the picture's: gain and offset of the best line.</summary>
    private static (double Gain, double Offset) Tone(float[] product, YccGrid picture, YccGrid frame, FramePlace place)
    {
        var sums = new Sums();
        for (var cell = 0; cell < product.Length; cell++)
        {
            var (x, y) = place.Of(picture, cell);
            if (product[cell] >= 0 && frame.Inside(x, y))
            {
                sums.Add(YccGrid.At(frame.Luma, frame.Width, x, y), picture.Luma[cell]);
            }
        }

        var gain = sums.Count == 0 ? 1 : Math.Clamp(sums.Both / Math.Max(1, sums.First), 0.5, 2);
        return (gain, sums.SecondMean - (gain * sums.FirstMean));
    }

    /// <summary>One step of least squares over zoom and place; null where there is nothing to hold on to.</summary>
    private static (double Zoom, double X, double Y)? Step(
        float[] product,
        YccGrid picture,
        YccGrid frame,
        FramePlace place,
        double gain,
        double offset
    )
    {
        var system = new double[3, 4];
        for (var cell = 0; cell < product.Length; cell++)
        {
            var (x, y) = place.Of(picture, cell);
            if (product[cell] < 0 || !frame.Inside(x - 1, y - 1) || !frame.Inside(x + 1, y + 1))
            {
                continue;
            }

            var wrong = (gain * YccGrid.At(frame.Luma, frame.Width, x, y)) + offset - picture.Luma[cell];
            var across = gain * (At(frame, x + 1, y) - At(frame, x - 1, y)) / 2;
            var down = gain * (At(frame, x, y + 1) - At(frame, x, y - 1)) / 2;
            var outward =
                (across * ((cell % picture.Width) - ((picture.Width - 1) / 2.0)))
                + (down * ((cell / picture.Width) - ((picture.Height - 1) / 2.0)));
            var weight = (product[cell] > 0 ? 2 : 1) * Math.Min(1, Outlying / Math.Max(1, Math.Abs(wrong)));
            Linear.Add(system, [outward, across, down], -wrong, weight);
        }

        return Linear.Solve(system) is { } found ? (found[0], found[1], found[2]) : null;
    }

    private static double Likeness(ProductPicture picture, YccGrid frame, FramePlace place)
    {
        var (colours, sums) = (picture.Colours, new Sums());
        foreach (var cell in Around(picture))
        {
            var (x, y) = place.Of(colours, cell);
            if (picture.Product[cell] >= 0 && frame.Inside(x, y))
            {
                sums.Add(At(frame, x, y), colours.Luma[cell]);
            }
        }

        return sums.Count == 0 ? 0 : sums.Both / Math.Sqrt(Math.Max(1e-6, sums.First * sums.Second));
    }

    private static IEnumerable<int> Around(ProductPicture picture)
    {
        var width = picture.Colours.Width;
        var cells = Enumerable.Range(0, picture.Product.Length).Where(cell => picture.Product[cell] > 0.5f).ToList();
        if (cells.Count == 0)
        {
            return [];
        }

        var (left, right) = (cells.Min(cell => cell % width), cells.Max(cell => cell % width));
        var (top, bottom) = (cells[0] / width, cells[^1] / width);
        var (wide, high) = (1 + (Margin * (right - left)), 1 + (Margin * (bottom - top)));
        return Enumerable
            .Range(0, picture.Product.Length)
            .Where(cell =>
                cell % width >= left - wide
                && cell % width <= right + wide
                && cell / width >= top - high
                && cell / width <= bottom + high
            );
    }

    private static double At(YccGrid frame, double x, double y) => YccGrid.At(frame.Luma, frame.Width, x, y);
}
