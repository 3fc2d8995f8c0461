using System.Diagnostics;
using System.Text;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Photos;

namespace CommerceVideo.Tests.Media.Photos;

public sealed class PhotoRefusalTests : IDisposable
{
    private const int Width = 240;
    private const int Height = 320;

    private readonly TestPictures _pictures = new();
    private readonly PhotoReader _reader = new(new FfmpegRunner());

    public void Dispose() => _pictures.Dispose();

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(0.98)]
    [InlineData(1.0)]
    public async Task A_jpeg_that_stops_early_is_refused(double share)
    {
        var whole = await File.ReadAllBytesAsync(await NoiseAsync("noise.jpg"));

        var reading = await _reader.ReadAsync(
            _pictures.Write("cut.jpg", whole.AsSpan(0, (int)((whole.Length - 2) * share))),
            default
        );

        Assert.Equal("damaged", Assert.IsType<PhotoReading.Refused>(reading).Code);
    }

    [Theory]
    [InlineData("noise.png")]
    [InlineData("noise.gif")]
    [InlineData("noise.webp")]
    public async Task Other_formats_that_stop_early_are_refused(string name)
    {
        var whole = await File.ReadAllBytesAsync(await NoiseAsync(name));

        var reading = await _reader.ReadAsync(_pictures.Write("cut", whole.AsSpan(0, whole.Length * 2 / 3)), default);

        Assert.Equal("damaged", Assert.IsType<PhotoReading.Refused>(reading).Code);
    }

    [Fact]
    public async Task A_damaged_middle_of_a_png_is_refused()
    {
        var bytes = await File.ReadAllBytesAsync(await NoiseAsync("noise.png"));
        bytes.AsSpan(bytes.Length / 2, 64).Fill(0x55);

        var reading = await _reader.ReadAsync(_pictures.Write("hurt.png", bytes), default);

        Assert.Equal("damaged", Assert.IsType<PhotoReading.Refused>(reading).Code);
    }

    [Fact]
    public async Task An_empty_file_is_refused() => await RefuseAsync("empty", []);

    [Fact]
    public async Task A_web_page_named_jpg_is_refused() =>
        await RefuseAsync("not_an_image", Encoding.UTF8.GetBytes("<!doctype html><html><body>404</body></html>"));

    [Fact]
    public async Task Noise_is_refused() =>
        await RefuseAsync("not_an_image", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);

    [Theory]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0", "HEIC")]
    [InlineData("\0\0\0\u0018ftypavif\0\0\0\0", "AVIF")]
    [InlineData("II*\0\b\0\0\0\0\0\0\0", "TIFF")]
    [InlineData("BM                          ", "BMP")]
    [InlineData("<svg xmlns='x'></svg>", "SVG")]
    public async Task Formats_that_cannot_be_read_are_named_with_what_to_upload(string start, string name)
    {
        var refused = await RefuseAsync("unsupported_format", Encoding.Latin1.GetBytes(start));

        Assert.Contains(name, refused.Text, StringComparison.Ordinal);
        Assert.Contains("JPEG, PNG or WebP", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_400_megapixels_is_refused_from_its_header_without_its_memory()
    {
        var bomb = TestPictures.PngOf(20_000, 20_000, depth: 8, colourType: 6);
        await RefuseAsync("too_many_pixels", bomb);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();

        var refused = PhotoRefusals.OfHeader(PhotoHeaders.Read(bomb), PhotoRules.Default, "It");

        Assert.Equal("too_many_pixels", refused?.Code);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(120, 160)]
    [InlineData(199, 2000)]
    public async Task Small_pictures_are_refused_with_their_size(int width, int height)
    {
        var refused = await RefuseAsync("too_small", TestPictures.PngOf(width, height, 8, 2));

        Assert.Contains($"{width} x {height}", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_bytes_are_refused_before_they_are_read()
    {
        var strict = new PhotoReader(new FfmpegRunner(), PhotoRules.Default with { MaxBytes = 1000 });
        var file = _pictures.Write("large.jpg", new byte[1001]);

        var reading = await strict.ReadAsync(file, default, "large.jpg");

        var refused = Assert.IsType<PhotoReading.Refused>(reading);
        Assert.Equal("too_many_bytes", refused.Code);
        Assert.Contains("“large.jpg”", refused.Text, StringComparison.Ordinal);
    }

    private async Task<string> NoiseAsync(string name)
    {
        var rgba = new byte[Width * Height * 4];
        new Random(7).NextBytes(rgba);
        return await _pictures.EncodeAsync(name, Width, Height, rgba);
    }

    private async Task<PhotoReading.Refused> RefuseAsync(string code, byte[] bytes)
    {
        var reading = await _reader.ReadAsync(_pictures.Write("refused.jpg", bytes), default);

        var refused = Assert.IsType<PhotoReading.Refused>(reading);
        Assert.Equal(code, refused.Code);
        return refused;
    }
}
