namespace CommerceVideo.Quality.Measuring;

/// <summary>
/// Light that falls off towards the corners of a frame: of how much lighter or darker each cell is than in the photo, what
/// goes with the square of its distance from the frame's middle and with nothing else. The photo's own light, a slope across
/// the frame and another tone curve each have their own share of the fit, and so has a ground beyond the photo's edge.
/// </summary>
internal static class FalloffFit
{
    private const int Unknowns = 6;
    private const int Points = 3000;
    private const int Rounds = 3;

    /// <summary>Neither light can be told from black below this L.</summary>
    private const double Floor = 2;

    /// <returns>Share of light lost in the corners, negative where they are lighter; null where too little is seen.</returns>
    public static double? Of(PhotoReference photo, PlacedFrame frame)
    {
        var points = Told(photo, frame).Concat(photo.PlainGround ? Beyond(photo, frame) : []).ToArray();
        if (points.Length < 200)
        {
            return null;
        }

        var answer = new double[Unknowns];
        var spread = 0.2;
        for (var round = 0; round < Rounds; round++)
        {
            var (matrix, vector, errors) = (new double[Unknowns * Unknowns], new double[Unknowns], 0.0);
            foreach (var (row, value) in points)
            {
                var off = value - row.Zip(answer, static (one, other) => one * other).Sum();
                var trust = 1 / (1 + (off * off / (spread * spread)));
                errors += Math.Abs(off);
                for (var i = 0; i < Unknowns; i++)
                {
                    vector[i] += trust * row[i] * off;
                    for (var j = 0; j <= i; j++)
                    {
                        matrix[(i * Unknowns) + j] += trust * row[i] * row[j];
                    }
                }
            }

            if (!NormalEquations.Solve(matrix, vector, Unknowns))
            {
                return null;
            }

            for (var i = 0; i < Unknowns; i++)
            {
                answer[i] += vector[i];
            }

            spread = Math.Max(0.01, 2 * errors / points.Length);
        }

        return 1 - Math.Exp(answer[^1]);
    }

    private static IEnumerable<(double[] Row, double Value)> Told(PhotoReference photo, PlacedFrame frame)
    {
        var thin = Math.Max(1, photo.Mask.Length / Points);
        for (var cell = 0; cell < photo.Mask.Length; cell += thin)
        {
            if (!frame.Seen[cell] || (photo.Bare && photo.Mask[cell] < 0.9f))
            {
                continue;
            }

            var (x, y) = frame.Placing.Of(cell % photo.Width, cell / photo.Width);
            var light = photo.Colours[cell].L;
            yield return (
                Row(frame, x, y, photo: 1, light / 100),
                Math.Log((frame.Colours[cell].L + Floor) / (light + Floor))
            );
        }
    }

    /// <summary>An even ground beyond the photo's edge, of whatever tone.</summary>
    private static IEnumerable<(double[] Row, double Value)> Beyond(PhotoReference photo, PlacedFrame frame)
    {
        const int Step = 8;
        const int Far = 6;
        var (plane, back) = (frame.Frame.Luma, frame.Placing.Inverse());
        var lights = new List<(float X, float Y, double Light)>();
        for (var y = Step / 2; y < plane.Height; y += Step)
        {
            for (var x = Step / 2; x < plane.Width; x += Step)
            {
                var (px, py) = back.Of(x, y);
                var outside = px < -Far || py < -Far || px > photo.Width + Far || py > photo.Height + Far;
                if (outside || (photo.Bare && photo.Beyond[Cell(photo, px, py)] > Far))
                {
                    lights.Add((x, y, frame.Frame.ColourAt(x, y).L));
                }
            }
        }

        var middle = Floor + SurroundingsField.Middle(lights.Select(static one => one.Light));
        return lights.Select(one => (Row(frame, one.X, one.Y, photo: 0, 0), Math.Log((one.Light + Floor) / middle)));
    }

    private static int Cell(PhotoReference photo, float x, float y) =>
        (Math.Clamp((int)y, 0, photo.Height - 1) * photo.Width) + Math.Clamp((int)x, 0, photo.Width - 1);

    private static double[] Row(PlacedFrame frame, float x, float y, double photo, double light)
    {
        var (u, v) = ((x / frame.Frame.Luma.Width) - 0.5, (y / frame.Frame.Luma.Height) - 0.5);
        return [photo, 1 - photo, photo * light, u, v, 2 * ((u * u) + (v * v))];
    }
}
