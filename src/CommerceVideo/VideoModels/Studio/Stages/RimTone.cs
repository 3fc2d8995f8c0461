using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Stages;

/// <summary>
/// How the picture's tone along its rim differs from the smooth fit (a shadow that reaches the edge, say), fading out with
/// the distance beyond it.
/// </summary>
internal sealed class RimTone
{
    /// <summary>Rows averaged, and how far the averages are smoothed along the rim.</summary>
    private const int Depth = 6;
    private const int Along = 10;

    /// <summary>The difference has fallen to a third at this share of the picture's short side.</summary>
    private const double Fade = 0.12;

    private readonly Fold _across;

    private readonly Fold _down;

    private readonly float[] _top;

    private readonly float[] _bottom;

    private readonly float[] _left;

    private readonly float[] _right;

    private readonly double _fade;

    public RimTone(Plane plane, Plane mask, CoarseField fit, Fold across, Fold down)
    {
        (_across, _down) = (across, down);
        _fade = Fade * Math.Min(plane.Width, plane.Height);
        var (left, right) = (across.Nearest(int.MinValue), across.Nearest(int.MaxValue));
        var (top, bottom) = (down.Nearest(int.MinValue), down.Nearest(int.MaxValue));
        var difference = Difference(plane, fit);
        _top = Rim(plane.Width, (x, step) => At(x, top + step));
        _bottom = Rim(plane.Width, (x, step) => At(x, bottom - step));
        _left = Rim(plane.Height, (y, step) => At(left + step, y));
        _right = Rim(plane.Height, (y, step) => At(right - step, y));

        (float Value, float Weight) At(int x, int y)
        {
            var (column, row) = (Math.Clamp(x, 0, plane.Width - 1), Math.Clamp(y, 0, plane.Height - 1));
            return (difference[(row * plane.Width) + column], mask.Row(row)[column] > 4 * Plane.One ? 0 : 1);
        }
    }

    public double At(int x, int y)
    {
        var (beyondX, beyondY) = (_across.Beyond(x), _down.Beyond(y));
        var fading = Math.Exp(-(beyondX + beyondY) / _fade);
        if (beyondY > 0)
        {
            return fading * (y < _down.Nearest(y) ? _top : _bottom)[_across.Nearest(x)];
        }

        return fading * (x < _across.Nearest(x) ? _left : _right)[_down.Nearest(y)];
    }

    private static float[] Difference(Plane plane, CoarseField fit)
    {
        var difference = new float[plane.Samples.Length];
        for (var y = 0; y < plane.Height; y++)
        {
            var line = difference.AsSpan(y * plane.Width, plane.Width);
            fit.Line(y, 0, line);
            var row = plane.Row(y);
            for (var x = 0; x < line.Length; x++)
            {
                line[x] = row[x] - line[x];
            }
        }

        return difference;
    }

    /// <summary>Means along a rim; where the product lies on it, those of its neighbours.</summary>
    private static float[] Rim(int length, Func<int, int, (float Value, float Weight)> at)
    {
        var (values, weights) = (new float[length], new float[length]);
        for (var place = 0; place < length; place++)
        {
            for (var step = 0; step < Depth; step++)
            {
                var (value, weight) = at(place, step);
                values[place] += value * weight;
                weights[place] += weight;
            }
        }

        for (var pass = 0; pass < 2; pass++)
        {
            (values, weights) = (Smoothed(values), Smoothed(weights));
        }

        return [.. values.Zip(weights, (value, weight) => weight > 0.05f ? value / weight : 0)];
    }

    private static float[] Smoothed(float[] line)
    {
        var smooth = new float[line.Length];
        for (var place = 0; place < line.Length; place++)
        {
            var (first, last) = (Math.Max(0, place - Along), Math.Min(line.Length - 1, place + Along));
            var sum = 0f;
            for (var i = first; i <= last; i++)
            {
                sum += line[i];
            }

            smooth[place] = sum / (last - first + 1);
        }

        return smooth;
    }
}
