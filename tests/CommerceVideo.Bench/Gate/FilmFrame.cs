namespace CommerceVideo.Bench.Gate;

/// <summary>One yuv420p frame in hand, and what is done to whole frames.</summary>
internal sealed class FilmFrame(int width, int height, byte[] bytes)
{
    public int Width => width;

    public int Height => height;

    public byte[] Bytes => bytes;

    private int Luma => width * height;

    public static FilmFrame Blend(FilmFrame one, FilmFrame other, double share) =>
        new(one.Width, one.Height, [.. one.Bytes.Zip(other.Bytes, (a, b) => (byte)(a + (share * (b - a)) + 0.5))]);

    public FilmFrame Copy() => new(width, height, (byte[])bytes.Clone());

    /// <summary>Changes luma by what <paramref name="change"/> says of value and place (0 to 1 along both sides).</summary>
    public void Light(Func<double, double, double, double> change)
    {
        for (var at = 0; at < Luma; at++)
        {
            bytes[at] = Byte(change(bytes[at], (at % width) / (double)width, (at / width) / (double)height));
        }
    }

    /// <summary>Brighter or darker with its colours; black stays black.</summary>
    public void Gain(double gain)
    {
        Light((value, _, _) => 16 + ((value - 16) * gain));
        for (var at = Luma; at < bytes.Length; at++)
        {
            bytes[at] = Byte(128 + ((bytes[at] - 128) * gain));
        }
    }

    public void Cast(double blue, double red)
    {
        for (var at = Luma; at < bytes.Length; at++)
        {
            bytes[at] = Byte(bytes[at] + (at < Luma * 5 / 4 ? blue : red));
        }
    }

    /// <summary>Each plane read from elsewhere; places as shares of the frame.</summary>
    public FilmFrame Warp(Func<double, double, (double X, double Y)> read)
    {
        var warped = new byte[bytes.Length];
        foreach (var (start, w, h) in Planes())
        {
            for (var at = 0; at < w * h; at++)
            {
                var (x, y) = read(((at % w) + 0.5) / w, ((at / w) + 0.5) / h);
                warped[start + at] = Byte(Sample(start, w, h, (x * w) - 0.5, (y * h) - 0.5));
            }
        }

        return new FilmFrame(width, height, warped);
    }

    public void Blur(double sigma)
    {
        foreach (var (start, w, h) in Planes())
        {
            var values = bytes.AsSpan(start, w * h).ToArray().Select(static value => (float)value).ToArray();
            values = Gauss(values, w, 1, start == 0 ? sigma : sigma / 2);
            values = Gauss(values, w, w, start == 0 ? sigma : sigma / 2);
            for (var at = 0; at < values.Length; at++)
            {
                bytes[start + at] = Byte(values[at]);
            }
        }
    }

    /// <summary>Each 8x8 block drawn towards its own mean.</summary>
    public void Block(double share)
    {
        const int Side = 8;
        for (var y = 0; y < height; y += Side)
        {
            for (var x = 0; x < width; x += Side)
            {
                var (rows, columns) = (Math.Min(Side, height - y), Math.Min(Side, width - x));
                var sum = 0;
                for (var at = 0; at < rows * columns; at++)
                {
                    sum += bytes[((y + (at / columns)) * width) + x + (at % columns)];
                }

                for (var at = 0; at < rows * columns; at++)
                {
                    var place = ((y + (at / columns)) * width) + x + (at % columns);
                    bytes[place] = Byte(bytes[place] + (share * ((sum / (double)(rows * columns)) - bytes[place])));
                }
            }
        }
    }

    private (int Start, int Width, int Height)[] Planes() =>
        [(0, width, height), (Luma, width / 2, height / 2), (Luma * 5 / 4, width / 2, height / 2)];

    private double Sample(int start, int w, int h, double x, double y)
    {
        (x, y) = (Math.Clamp(x, 0, w - 1.001), Math.Clamp(y, 0, h - 1.001));
        var (left, top) = ((int)x, (int)y);
        var (at, fx, fy) = (start + (top * w) + left, x - left, y - top);
        var upper = bytes[at] + (fx * (bytes[at + 1] - bytes[at]));
        return upper + (fy * (bytes[at + w] + (fx * (bytes[at + w + 1] - bytes[at + w])) - upper));
    }

    private static float[] Gauss(float[] values, int width, int way, double sigma)
    {
        var reach = (int)Math.Ceiling(3 * sigma);
        var taps = Enumerable
            .Range(-reach, (2 * reach) + 1)
            .Select(at => Math.Exp(-at * at / (2 * sigma * sigma)))
            .ToArray();
        var (whole, blurred, height) = (taps.Sum(), new float[values.Length], values.Length / width);
        for (var at = 0; at < values.Length; at++)
        {
            var (place, length) = way == 1 ? (at % width, width) : (at / width, height);
            var sum = 0.0;
            for (var tap = -reach; tap <= reach; tap++)
            {
                sum += taps[tap + reach] * values[at + ((Math.Clamp(place + tap, 0, length - 1) - place) * way)];
            }

            blurred[at] = (float)(sum / whole);
        }

        return blurred;
    }

    private static byte Byte(double value) => (byte)Math.Clamp(value + 0.5, 0, 255);
}
