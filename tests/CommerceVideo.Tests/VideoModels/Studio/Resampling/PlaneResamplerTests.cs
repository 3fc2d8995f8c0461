using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.Tests.VideoModels.Studio.Resampling;

public sealed class PlaneResamplerTests
{
    [Theory]
    [InlineData(6, 1.0)]
    [InlineData(6, 1.093)]
    [InlineData(8, 1.9)]
    [InlineData(20, 4.3)]
    public void Vector_and_scalar_paths_give_the_same_samples(int taps, double step)
    {
        var source = new ColumnPlane(Noise(333, 467), taps + 2);
        var (across, down) = Aimed(taps, step, 333, 467, (int)(320 / step), (int)(450 / step));

        var vector = Bytes(new PlaneResampler(VectorPasses.Supported), source, across, down);
        var scalar = Bytes(new PlaneResampler(vector: false), source, across, down);

        Assert.Equal(scalar, vector);
        Assert.True(scalar.Distinct().Count() > 30);
    }

    [Fact]
    public void Whole_pixel_positions_give_the_source_back_exactly()
    {
        var plane = Noise(96, 80);
        var source = new ColumnPlane(plane, 8);
        var kernel = new Kernel(6);
        kernel.Tune(1, exact: true);
        var (across, down) = (new AxisTaps(64, 6), new AxisTaps(48, 6));
        across.Aim(kernel, 3, 1, 0.5, 96, 8);
        down.Aim(kernel, 5, 1, 0.5, 80, 8);
        var output = new short[64 * 48];

        new PlaneResampler().ToSamples(source, across, down, output, 64);

        for (var y = 0; y < 48; y++)
        {
            for (var x = 0; x < 64; x++)
            {
                Assert.InRange(output[(y * 64) + x] - plane.Row(y + 5)[x + 3], -1, 1);
            }
        }
    }

    [Theory]
    [InlineData(0.37, 1.0)]
    [InlineData(5.81, 1.07)]
    public void A_ramp_is_read_at_the_exact_sub_pixel_place(double origin, double step)
    {
        var ramp = new Plane(128, 40);
        for (var at = 0; at < ramp.Samples.Length; at++)
        {
            ramp.Samples[at] = (short)(at % 128 * 100);
        }

        var kernel = new Kernel(6);
        kernel.Tune(1 / step);
        var (across, down) = (new AxisTaps(96, 6), new AxisTaps(32, 6));
        across.Aim(kernel, origin, step, 0.5, 128, 8);
        down.Aim(kernel, 2, 1, 0.5, 40, 8);
        var output = new short[96 * 32];

        new PlaneResampler().ToSamples(new ColumnPlane(ramp, 8), across, down, output, 96);

        for (var x = 4; x < 92; x++)
        {
            var place = origin + ((x + 0.5) * step) - 0.5;
            Assert.InRange((output[(16 * 96) + x] / 100.0) - place, -0.05, 0.05);
        }
    }

    [Fact]
    public void An_even_picture_stays_even_to_its_very_edge()
    {
        var plane = new Plane(70, 50);
        Array.Fill(plane.Samples, (short)(200 * Plane.One));
        var (across, down) = Aimed(6, 1.05, 70, 50, 66, 47);

        var output = Bytes(new PlaneResampler(), new ColumnPlane(plane, 8), across, down);

        Assert.All(output, value => Assert.Equal(200, value));
    }

    private static (AxisTaps Across, AxisTaps Down) Aimed(
        int taps,
        double step,
        int width,
        int height,
        int outputWidth,
        int outputHeight
    )
    {
        var kernel = new Kernel(taps);
        kernel.Tune(1 / step);
        var (across, down) = (new AxisTaps(outputWidth, taps), new AxisTaps(outputHeight, taps));
        across.Aim(kernel, 0.31, step, 0.5, width, taps + 2);
        down.Aim(kernel, 0.77, step, 0.5, height, taps + 2);
        return (across, down);
    }

    private static byte[] Bytes(PlaneResampler resampler, ColumnPlane source, AxisTaps across, AxisTaps down)
    {
        var output = new byte[across.Length * down.Length];
        resampler.ToBytes(source, across, down, output, across.Length);
        return output;
    }

    private static Plane Noise(int width, int height)
    {
        var random = new Random(7);
        var plane = new Plane(width, height);
        for (var at = 0; at < plane.Samples.Length; at++)
        {
            plane.Samples[at] = (short)random.Next(0, 255 * Plane.One);
        }

        return plane;
    }
}
