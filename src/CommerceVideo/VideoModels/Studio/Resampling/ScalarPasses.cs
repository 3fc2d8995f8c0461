namespace CommerceVideo.VideoModels.Studio.Resampling;

/// <summary>The resampler's arithmetic, one sample at a time: the meaning of <see cref="VectorPasses"/>, bit for bit.</summary>
internal static class ScalarPasses
{
    public static unsafe void Horizontal(short* source, int stride, AxisTaps taps, int x, int rows, short* column)
    {
        var count = taps.Taps;
        for (var y = 0; y < rows; y++)
        {
            short sum = 0;
            for (var tap = 0; tap < count; tap++)
            {
                sum += Scaled(source[(tap * stride) + y], taps.Weights[(x * count) + tap]);
            }

            column[y] = sum;
        }
    }

    public static unsafe void Transpose(short* columns, int columnStride, short* rows, int width, int height)
    {
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                rows[(y * width) + x] = columns[(x * columnStride) + y];
            }
        }
    }

    public static unsafe void Vertical(short* rows, int width, AxisTaps taps, int y, short* output)
    {
        var count = taps.Taps;
        for (var x = 0; x < width; x++)
        {
            short sum = 0;
            for (var tap = 0; tap < count; tap++)
            {
                sum += Scaled(rows[(tap * width) + x], taps.Weights[(y * count) + tap]);
            }

            output[x] = sum;
        }
    }

    public static byte Rounded(short sample) =>
        (byte)Math.Clamp((sample + (Plane.One / 2)) >> Plane.Fraction, byte.MinValue, byte.MaxValue);

    public static short Scaled(short sample, short weight) => (short)(((sample * weight) + 0x4000) >> 15);
}
