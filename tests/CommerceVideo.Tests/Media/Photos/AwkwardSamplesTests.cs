using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Photos;

namespace CommerceVideo.Tests.Media.Photos;

/// <summary>The real awkward files, where they are present; each class of them is also made by <see cref="PhotoReaderTests"/>.</summary>
public sealed class AwkwardSamplesTests
{
    private readonly PhotoReader _reader = new(new FfmpegRunner());

    [Theory]
    [InlineData("animated.gif", 400, 267)]
    [InlineData("cmyk.jpg", 750, 1000)]
    [InlineData("exif-orientation-6.jpg", 900, 1200)]
    [InlineData("grayscale.jpg", 675, 900)]
    [InlineData("jpeg-named.png", 1200, 1600)]
    [InlineData("lossy.webp", 1200, 1600)]
    [InlineData("progressive.jpg", 900, 1200)]
    [InlineData("rgb-16bit.png", 480, 640)]
    [InlineData("transparent-alpha.png", 1000, 875)]
    [InlineData("transparent.webp", 1360, 1190)]
    [InlineData("very-tall.jpg", 220, 1956)]
    [InlineData("very-wide.jpg", 2400, 260)]
    public async Task Good_ones_are_read_upright(string name, int width, int height)
    {
        if (TestPictures.Samples is not { } samples)
        {
            return;
        }

        var reading = await _reader.ReadAsync(Path.Combine(samples, "awkward", name), default);

        var photo = Assert.IsType<PhotoReading.Accepted>(reading).Photo;
        Assert.Equal((width, height), (photo.Width, photo.Height));
        Assert.Equal(name.StartsWith("transparent", StringComparison.Ordinal), photo.HasAlpha);
    }

    [Theory]
    [InlineData("bomb-20000x20000.png", "too_many_pixels")]
    [InlineData("empty.jpg", "empty")]
    [InlineData("html-renamed.jpg", "not_an_image")]
    [InlineData("one-pixel.png", "too_small")]
    [InlineData("tiny-120px.jpg", "too_small")]
    [InlineData("truncated.jpg", "damaged")]
    public async Task Bad_ones_are_refused_with_a_reason(string name, string code)
    {
        if (TestPictures.Samples is not { } samples)
        {
            return;
        }

        var reading = await _reader.ReadAsync(Path.Combine(samples, "awkward", name), default, name);

        Assert.Equal(code, Assert.IsType<PhotoReading.Refused>(reading).Code);
    }

    [Theory]
    [InlineData("cmyk.jpg")]
    [InlineData("jpeg-named.png")]
    public async Task Copies_of_the_dress_show_the_dress_in_its_colours(string name)
    {
        if (TestPictures.Samples is not { } samples)
        {
            return;
        }

        var original = await MeansAsync(Path.Combine(samples, "02-dress-red-dots.jpg"));

        var copy = await MeansAsync(Path.Combine(samples, "awkward", name));

        Assert.All(original.Zip(copy), pair => Assert.InRange(pair.Second, pair.First - 4, pair.First + 4));
    }

    /// <summary>Mean colour of each cell of an 8 by 8 grid.</summary>
    private async Task<double[]> MeansAsync(string file)
    {
        var photo = Assert.IsType<PhotoReading.Accepted>(await _reader.ReadAsync(file, default)).Photo;
        var sums = new double[8 * 8 * 3];
        var counts = new int[8 * 8];
        for (var i = 0; i < photo.Width * photo.Height; i++)
        {
            var cell = (i / photo.Width * 8 / photo.Height * 8) + (i % photo.Width * 8 / photo.Width);
            counts[cell]++;
            for (var channel = 0; channel < 3; channel++)
            {
                sums[(3 * cell) + channel] += photo.Rgba[(4 * i) + channel];
            }
        }

        return [.. sums.Select((sum, i) => sum / counts[i / 3])];
    }
}
