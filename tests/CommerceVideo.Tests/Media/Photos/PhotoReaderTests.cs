using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Photos;

namespace CommerceVideo.Tests.Media.Photos;

public sealed class PhotoReaderTests : IDisposable
{
    private const int Width = 240;
    private const int Height = 320;

    private readonly TestPictures _pictures = new();
    private readonly PhotoReader _reader = new(new FfmpegRunner());

    public void Dispose() => _pictures.Dispose();

    [Theory]
    [InlineData(1, "RGBW")]
    [InlineData(2, "GRWB")]
    [InlineData(3, "WBGR")]
    [InlineData(4, "BWRG")]
    [InlineData(5, "RBGW")]
    [InlineData(6, "GWRB")]
    [InlineData(7, "WGBR")]
    [InlineData(8, "BRWG")]
    public async Task Every_orientation_comes_out_upright(byte orientation, string stored)
    {
        var lies = orientation >= 5;
        var (width, height) = lies ? (Height, Width) : (Width, Height);
        var plain = await _pictures.EncodeAsync(
            "plain.jpg",
            width,
            height,
            TestPictures.Quarters(width, height, stored)
        );
        var turned = TestPictures.WithExif(await File.ReadAllBytesAsync(plain), orientation);

        var photo = await AcceptAsync(_pictures.Write("turned.jpg", turned));

        Assert.Equal((Width, Height), (photo.Width, photo.Height));
        AssertQuarters(photo, "RGBW", within: 6);
    }

    [Theory]
    [InlineData("a.jpg", 6)]
    [InlineData("a.png", 0)]
    [InlineData("a.gif", 64)]
    [InlineData("a.webp", 6)]
    [InlineData("a.webp", 0, "-lossless", "1")]
    [InlineData("a.jpg", 6, "-pix_fmt", "yuvj420p")]
    [InlineData("a.png", 0, "-pix_fmt", "rgb48be")]
    [InlineData("a.png", 0, "-pix_fmt", "rgba64be")]
    public async Task Colours_stay_what_they_were(string name, int within, params string[] options)
    {
        var file = await _pictures.EncodeAsync(
            name,
            Width,
            Height,
            TestPictures.Quarters(Width, Height, "RGBW"),
            options
        );

        var photo = await AcceptAsync(file);

        AssertQuarters(photo, "RGBW", within);
        Assert.False(photo.HasAlpha);
    }

    [Theory]
    [InlineData("-pix_fmt", "gray")]
    [InlineData("-pix_fmt", "gray16be")]
    [InlineData("-pix_fmt", "ya8")]
    public async Task Grey_pictures_come_out_grey(params string[] options)
    {
        var file = await _pictures.EncodeAsync(
            "g.png",
            Width,
            Height,
            TestPictures.Quarters(Width, Height, "WKKW"),
            options
        );

        var photo = await AcceptAsync(file);

        AssertQuarters(photo, "WKKW", within: 1);
    }

    [Fact]
    public async Task Alpha_is_kept_straight()
    {
        var file = await _pictures.EncodeAsync("a.png", Width, Height, TestPictures.Quarters(Width, Height, "R.GB"));

        var photo = await AcceptAsync(file);

        Assert.True(photo.HasAlpha);
        AssertQuarters(photo, "R.GB", within: 0);
    }

    // Stored values and the colour they mean: Adobe's inks upside down, as colour (0) or as luma and chroma (2).
    [Theory]
    [InlineData(null, new byte[] { 20, 220, 200, 40 }, 198, 30, 46)]
    [InlineData((byte)0, new byte[] { 235, 35, 55, 215 }, 198, 30, 46)]
    [InlineData((byte)2, new byte[] { 173, 128, 128, 215 }, 69, 69, 69)]
    public async Task Four_inks_become_the_colours_they_print(byte? adobe, byte[] values, int red, int green, int blue)
    {
        var file = _pictures.Write("inks.jpg", InkJpeg.Of(Width, values, adobe));

        var photo = await AcceptAsync(file);

        Assert.All(
            photo.Rgba.Chunk(4),
            pixel =>
            {
                Assert.InRange(pixel[0], red - 3, red + 3);
                Assert.InRange(pixel[1], green - 3, green + 3);
                Assert.InRange(pixel[2], blue - 3, blue + 3);
                Assert.Equal(255, pixel[3]);
            }
        );
    }

    [Fact]
    public async Task Of_an_animated_gif_the_first_frame_is_taken()
    {
        byte[] frames =
        [
            .. TestPictures.Quarters(Width, Height, "RRRR"),
            .. TestPictures.Quarters(Width, Height, "BBBB"),
        ];
        var file = await _pictures.EncodeAsync("moving.gif", Width, Height, frames);

        var photo = await AcceptAsync(file);

        AssertQuarters(photo, "RRRR", within: 40);
    }

    [Theory]
    [InlineData(220, 1956)]
    [InlineData(2400, 260)]
    [InlineData(200, 200)]
    public async Task Long_and_thin_pictures_are_read(int width, int height)
    {
        var file = await _pictures.EncodeAsync("thin.jpg", width, height, TestPictures.Quarters(width, height, "RGBW"));

        var photo = await AcceptAsync(file);

        Assert.Equal((width, height), (photo.Width, photo.Height));
    }

    [Fact]
    public async Task The_same_picture_with_other_metadata_has_the_same_hash()
    {
        var plain = await _pictures.EncodeAsync(
            "plain.jpg",
            Width,
            Height,
            TestPictures.Quarters(Width, Height, "RGBW")
        );
        var tagged = _pictures.Write("tagged.png", TestPictures.WithExif(await File.ReadAllBytesAsync(plain), 1));
        var turned = _pictures.Write("turned.jpg", TestPictures.WithExif(await File.ReadAllBytesAsync(plain), 3));

        var hashes = new[] { plain, tagged, turned }.Select(async file => (await ReadAsync(file)).ContentHash);

        var all = await Task.WhenAll(hashes);
        Assert.Equal(all[0], all[1]);
        Assert.NotEqual(all[0], all[2]);
        Assert.Matches("^[0-9a-f]{64}$", all[0]);
    }

    [Fact]
    public async Task A_missing_file_is_no_fault_of_the_picture() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => _reader.ReadAsync(_pictures.Path("none.jpg"), default));

    private async Task<PhotoReading.Accepted> ReadAsync(string file) =>
        Assert.IsType<PhotoReading.Accepted>(await _reader.ReadAsync(file, default));

    private async Task<Photo> AcceptAsync(string file) => (await ReadAsync(file)).Photo;

    private static void AssertQuarters(Photo photo, string colours, int within)
    {
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var x = photo.Width * (1 + (2 * (quarter % 2))) / 4;
            var y = photo.Height * (1 + (2 * (quarter / 2))) / 4;
            var pixel = photo.Rgba.AsSpan(((y * photo.Width) + x) * 4, 4);
            var wanted = TestPictures.Colour(colours[quarter]);
            for (var channel = 0; channel < 4; channel++)
            {
                Assert.InRange(pixel[channel], wanted[channel] - within, wanted[channel] + within);
            }
        }
    }
}
