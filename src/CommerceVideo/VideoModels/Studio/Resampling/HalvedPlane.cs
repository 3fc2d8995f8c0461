namespace CommerceVideo.VideoModels.Studio.Resampling;

/// <summary>A plane at half size, each sample in the middle of four, filtered against aliasing (eight taps, sum 256).</summary>
internal static class HalvedPlane
{
    private static readonly int[] Taps = [-2, -11, 30, 111, 111, 30, -11, -2];

    public static Plane Of(Plane plane)
    {
        var narrow = new Plane((plane.Width + 1) / 2, plane.Height);
        for (var y = 0; y < plane.Height; y++)
        {
            var from = plane.Row(y);
            var to = narrow.Row(y);
            for (var x = 0; x < to.Length; x++)
            {
                var first = (2 * x) - 3;
                var sum = 128;
                for (var tap = 0; tap < Taps.Length; tap++)
                {
                    sum += Taps[tap] * from[Math.Clamp(first + tap, 0, from.Length - 1)];
                }

                to[x] = (short)(sum >> 8);
            }
        }

        return Flattened(narrow);
    }

    private static Plane Flattened(Plane plane)
    {
        var half = new Plane(plane.Width, (plane.Height + 1) / 2);
        var sums = new int[plane.Width];
        for (var y = 0; y < half.Height; y++)
        {
            Array.Fill(sums, 128);
            for (var tap = 0; tap < Taps.Length; tap++)
            {
                var row = plane.Row(Math.Clamp((2 * y) - 3 + tap, 0, plane.Height - 1));
                for (var x = 0; x < sums.Length; x++)
                {
                    sums[x] += Taps[tap] * row[x];
                }
            }

            var to = half.Row(y);
            for (var x = 0; x < sums.Length; x++)
            {
                to[x] = (short)(sums[x] >> 8);
            }
        }

        return half;
    }
}
