using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Stages;

/// <summary>
/// How grainy a ground is from one pixel to the next. Its deviation from a smooth fit says something else: a crease or a
/// cloud counts there, and drawn as grain it would be seen as sand.
/// </summary>
internal static class GrainLevel
{
    /// <summary>From the mean distance of a pixel from the middle of its neighbours to the deviation of single pixels.</summary>
    private const double ToDeviation = 1.0233;

    /// <summary>Steeper than this many 8-bit levels is an edge.</summary>
    private const int Edge = 12;

    /// <param name="product">Where it is above 0 no ground is.</param>
    /// <returns>Standard deviation in the plane's own steps.</returns>
    public static float Of(Plane plane, CoarseField product)
    {
        var hidden = new float[plane.Width];
        var (sum, count) = (0.0, 0);
        for (var y = 0; y < plane.Height; y++)
        {
            product.Line(y, 0, hidden);
            var row = plane.Row(y);
            for (var x = 1; x < plane.Width - 1; x++)
            {
                var distance = Math.Abs(row[x] - ((row[x - 1] + row[x + 1]) / 2.0));
                if (hidden[x] <= 0 && distance < Edge * Plane.One)
                {
                    sum += distance;
                    count++;
                }
            }
        }

        return count == 0 ? 0 : (float)(sum / count * ToDeviation);
    }
}
