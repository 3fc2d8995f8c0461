using CommerceVideo.Media.Colours;

namespace CommerceVideo.Quality.Measuring;

/// <summary>
/// The product's outline as the photo has it, looked for across itself in a frame: how far each piece of it moved inwards or
/// outwards, and where it is gone.
/// </summary>
internal sealed class ContourField
{
    private const int Points = 140;
    private const int Half = 6;
    private const int Reach = 7;
    private const double LeastContrast = 5;
    private const double Kept = 0.55;

    private readonly PhotoReference _photo;
    private readonly (float X, float Y, float DX, float DY)[] _points;

    public ContourField(PhotoReference photo)
    {
        _photo = photo;
        var edge = Enumerable
            .Range(0, photo.Mask.Length)
            .Where(cell => photo.HasProduct && photo.Within[cell] is > 0 and <= 1 && Roomy(cell))
            .OrderBy(cell =>
                Math.Atan2((cell / photo.Width) - (photo.Height / 2.0), (cell % photo.Width) - (photo.Width / 2.0))
            )
            .ToArray();
        var step = Math.Max(1, edge.Length / Points);
        _points = [.. edge.Where((_, at) => at % step == 0).Select(Normal).Where(Contrasted)];
    }

    /// <returns>What is seen of each point of the outline; null where that is too little.</returns>
    public ContourLook? Of(PlacedFrame frame)
    {
        double?[] shifts = [.. _points.Select(point => Shift(frame, point))];
        var lost = shifts.Count(static shift => shift is double.NaN);
        var seen = shifts.Count(static shift => shift is not null);
        return seen < 24 || seen - lost < 12 ? null : new ContourLook(Smooth(shifts), (double)lost / seen);
    }

    /// <summary>The middle of neighbours along the outline, so that one point that found another edge does not count.</summary>
    private static double?[] Smooth(double?[] shifts)
    {
        const int Side = 2;
        var smooth = new double?[shifts.Length];
        for (var at = 0; at < shifts.Length; at++)
        {
            var near = Enumerable
                .Range(at - Side, (2 * Side) + 1)
                .Select(other => shifts[(other + shifts.Length) % shifts.Length])
                .Where(static shift => shift is { } found && !double.IsNaN(found))
                .Order()
                .ToArray();
            smooth[at] = near.Length > Side ? near[near.Length / 2] : null;
        }

        return smooth;
    }

    private bool Roomy(int cell)
    {
        const int Room = Half + 2;
        var (x, y) = (cell % _photo.Width, cell / _photo.Width);
        return x >= Room && y >= Room && x < _photo.Width - Room && y < _photo.Height - Room;
    }

    /// <summary>Outwards, from how far inside and outside the cells round it are.</summary>
    private (float X, float Y, float DX, float DY) Normal(int cell)
    {
        var (x, y) = (cell % _photo.Width, cell / _photo.Width);
        var (dx, dy) = (0f, 0f);
        for (var ny = -3; ny <= 3; ny++)
        {
            for (var nx = -3; nx <= 3; nx++)
            {
                var cover = _photo.Mask[((y + ny) * _photo.Width) + x + nx];
                (dx, dy) = (dx - (cover * nx), dy - (cover * ny));
            }
        }

        var length = MathF.Sqrt((dx * dx) + (dy * dy));
        return length < 1 ? (x, y, 0, 0) : (x, y, dx / length, dy / length);
    }

    private bool Contrasted((float X, float Y, float DX, float DY) point)
    {
        if (point is { DX: 0, DY: 0 })
        {
            return false;
        }

        var told = Enumerable.Range(-Half, (2 * Half) + 1).Select(at => Photo(point, at)).ToArray();
        return LabColour.Distance(told[2], told[^3]) > LeastContrast * 1.6;
    }

    private LabColour Photo((float X, float Y, float DX, float DY) point, int along)
    {
        var (x, y) = ((int)MathF.Round(point.X + (along * point.DX)), (int)MathF.Round(point.Y + (along * point.DY)));
        return _photo.Colours[
            (Math.Clamp(y, 0, _photo.Height - 1) * _photo.Width) + Math.Clamp(x, 0, _photo.Width - 1)
        ];
    }

    /// <returns>Null where it lies outside the frame, NaN where nothing like it is near.</returns>
    private double? Shift(PlacedFrame frame, (float X, float Y, float DX, float DY) point)
    {
        const int Far = Half + Reach;
        var seen = new LabColour[(2 * Far) + 1];
        for (var along = -Far; along <= Far; along++)
        {
            var (x, y) = frame.Placing.Of(
                MathF.Round(point.X) + (along * point.DX),
                MathF.Round(point.Y) + (along * point.DY)
            );
            if (x < 0 || y < 0 || x > frame.Frame.Luma.Width - 1 || y > frame.Frame.Luma.Height - 1)
            {
                return null;
            }

            seen[along + Far] = frame.Frame.ColourAt(x, y);
        }

        var told = Enumerable.Range(-Half, (2 * Half) + 1).Select(at => Photo(point, at)).ToArray();
        var errors = new double[(2 * Reach) + 1];
        for (var shift = -Reach; shift <= Reach; shift++)
        {
            errors[shift + Reach] = Error(told, seen.AsSpan(shift + Reach, told.Length)) + (0.05 * Math.Abs(shift));
        }

        var best = Array.IndexOf(errors, errors.Min());
        if (errors[best] > Kept * Contrast(told))
        {
            return double.NaN;
        }

        return best is 0 or 2 * Reach ? best - Reach : best - Reach + Between(errors, best);
    }

    private static double Between(double[] errors, int best)
    {
        var bend = errors[best - 1] - (2 * errors[best]) + errors[best + 1];
        return bend > 1e-9 ? Math.Clamp((errors[best - 1] - errors[best + 1]) / (2 * bend), -0.5, 0.5) : 0;
    }

    /// <summary>Mean distance once the mean colours are the same: another light moves no edge.</summary>
    private static double Error(LabColour[] told, ReadOnlySpan<LabColour> seen)
    {
        var offset = default(LabColour);
        for (var at = 0; at < told.Length; at++)
        {
            offset += seen[at] - told[at];
        }

        var (l, a, b) = (offset.L / told.Length, offset.A / told.Length, offset.B / told.Length);
        var sum = 0.0;
        for (var at = 0; at < told.Length; at++)
        {
            sum += LabColour.Distance(seen[at], told[at] + new LabColour(l, a, b));
        }

        return sum / told.Length;
    }

    private static double Contrast(LabColour[] told)
    {
        var mean = new LabColour(told.Average(c => c.L), told.Average(c => c.A), told.Average(c => c.B));
        return told.Average(colour => LabColour.Distance(colour, mean));
    }
}

/// <param name="Shifts">Outwards, of each point, in cells of the photo's grid; null where nothing is known of it.</param>
/// <param name="Lost">Share of the outline of which nothing is found.</param>
internal sealed record ContourLook(double?[] Shifts, double Lost);
