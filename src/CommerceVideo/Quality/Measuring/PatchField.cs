using CommerceVideo.Media.Colours;

namespace CommerceVideo.Quality.Measuring;

/// <summary>
/// The product cut into small overlapping patches, each looked for near its place in a frame: how unlike its photo it is
/// there, how far it moved away from the rest of the product, and how its colour differs.
/// </summary>
internal sealed class PatchField
{
    private const int Half = 6;
    private const int Step = 6;
    private const int Reach = 3;
    private const int Rows = (2 * Half) + 1;

    /// <summary>Light that varies less than this, in L, is a coder's noise and not a thing.</summary>
    private const float Noise = 2.5f;

    private readonly PhotoReference _photo;
    private readonly float[] _light;

    public PatchField(PhotoReference photo)
    {
        _photo = photo;
        _light = Soft([.. photo.Colours.Select(static colour => (float)colour.L)], photo.Width);
        Places = [.. All()];
    }

    /// <summary>The middles of the patches, as cells of the photo.</summary>
    public IReadOnlyList<int> Places { get; }

    /// <returns>One for each place; null where it is not in the frame.</returns>
    public PatchLook?[] Of(PlacedFrame frame)
    {
        var light = Soft([.. frame.Colours.Select(static colour => (float)colour.L)], _photo.Width);
        return [.. Places.Select(place => Seen(frame, place) ? Look(frame, light, place) : null)];
    }

    private IEnumerable<int> All()
    {
        for (var y = Half + Reach; y < _photo.Height - Half - Reach; y += Step)
        {
            for (var x = Half + Reach; x < _photo.Width - Half - Reach; x += Step)
            {
                var inside = 0;
                for (var dy = -Half; dy <= Half; dy += 2)
                {
                    for (var dx = -Half; dx <= Half; dx += 2)
                    {
                        var cell = ((y + dy) * _photo.Width) + x + dx;
                        inside += _photo.Mask[cell] > 0.5f && !_photo.Skin[cell] ? 1 : 0;
                    }
                }

                if (inside >= 40)
                {
                    yield return (y * _photo.Width) + x;
                }
            }
        }
    }

    private bool Seen(PlacedFrame frame, int place)
    {
        var (far, wide) = (Half + Reach, _photo.Width);
        return frame.Seen[place - (far * wide) - far]
            && frame.Seen[place - (far * wide) + far]
            && frame.Seen[place + (far * wide) - far]
            && frame.Seen[place + (far * wide) + far];
    }

    private PatchLook Look(PlacedFrame frame, float[] light, int place)
    {
        var told = Patch(_light, place);
        var best = (Value: double.NegativeInfinity, X: 0, Y: 0, Other: 0.0);
        Span<double> scores = stackalloc double[((2 * Reach) + 1) * ((2 * Reach) + 1)];
        for (var y = -Reach; y <= Reach; y++)
        {
            for (var x = -Reach; x <= Reach; x++)
            {
                var (value, other) = Likeness(told, light, place + (y * _photo.Width) + x);
                // Of equals the nearest: flat cloth looks the same everywhere.
                value -= 0.004 * ((x * x) + (y * y));
                scores[((y + Reach) * ((2 * Reach) + 1)) + x + Reach] = value;
                best = value > best.Value ? (value, x, y, other) : best;
            }
        }

        var (dx, dy) = Between(scores, best.X, best.Y);
        var strength = Math.Max(told.Spread, best.Other);
        var unlike = (1 - Math.Min(1, best.Value)) * strength / (strength + Noise);
        return new PatchLook(
            unlike,
            dx,
            dy,
            told.Spread > 3 && best.Value > 0.6,
            Mean(frame.Colours, place + (best.Y * _photo.Width) + best.X) - Mean(_photo.Colours, place)
        );
    }

    private (float[] Values, float Spread) Patch(float[] light, int place)
    {
        var values = new float[Rows * Rows];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = light[place + (((at / Rows) - Half) * _photo.Width) + (at % Rows) - Half];
        }

        var mean = values.Average();
        var squares = 0f;
        for (var at = 0; at < values.Length; at++)
        {
            values[at] -= mean;
            squares += values[at] * values[at];
        }

        return (values, MathF.Sqrt(squares / values.Length));
    }

    /// <summary>Correlation that a coder's noise on flat cloth does not spoil.</summary>
    private (double Value, double Spread) Likeness((float[] Values, float Spread) told, float[] light, int place)
    {
        var (sum, squares, both) = (0f, 0f, 0f);
        for (var y = 0; y < Rows; y++)
        {
            var seen = light.AsSpan(place + ((y - Half) * _photo.Width) - Half, Rows);
            var row = told.Values.AsSpan(y * Rows, Rows);
            for (var x = 0; x < Rows; x++)
            {
                sum += seen[x];
                squares += seen[x] * seen[x];
                both += row[x] * seen[x];
            }
        }

        const float Cells = Rows * Rows;
        var variance = Math.Max(0, (squares / Cells) - (sum / Cells * (sum / Cells)));
        const float Grain = 0.8f;
        return (
            ((both / Cells) + Grain) / Math.Sqrt((variance + Grain) * ((told.Spread * told.Spread) + Grain)),
            Math.Sqrt(variance)
        );
    }

    private static (double X, double Y) Between(Span<double> scores, int x, int y)
    {
        const int Wide = (2 * Reach) + 1;
        var at = ((y + Reach) * Wide) + x + Reach;
        return (
            x + (Math.Abs(x) < Reach ? Peak(scores[at - 1], scores[at], scores[at + 1]) : 0),
            y + (Math.Abs(y) < Reach ? Peak(scores[at - Wide], scores[at], scores[at + Wide]) : 0)
        );
    }

    private static double Peak(double before, double at, double after)
    {
        var bend = before - (2 * at) + after;
        return bend < -1e-9 ? Math.Clamp((before - after) / (2 * bend), -0.5, 0.5) : 0;
    }

    private LabColour Mean(LabColour[] colours, int place)
    {
        var sum = default(LabColour);
        var count = 0;
        for (var y = -Half; y <= Half; y += 2)
        {
            for (var x = -Half; x <= Half; x += 2)
            {
                sum += colours[place + (y * _photo.Width) + x];
                count++;
            }
        }

        return new LabColour(sum.L / count, sum.A / count, sum.B / count);
    }

    private static float[] Soft(float[] light, int width) =>
        new GreyPlane(width, light.Length / width, light).Softened().Values;
}

/// <summary>One patch in one frame.</summary>
/// <param name="Unlike">0 the same, 1 nothing alike.</param>
/// <param name="X">Cells away from where the rest of the product puts it.</param>
/// <param name="Marked">It has a pattern by which its place is certain.</param>
/// <param name="Colour">What the frame shows less what the photo shows.</param>
internal sealed record PatchLook(double Unlike, double X, double Y, bool Marked, LabColour Colour)
{
    public double Away => Math.Sqrt((X * X) + (Y * Y));
}
