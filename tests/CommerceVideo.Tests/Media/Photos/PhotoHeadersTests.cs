using CommerceVideo.Media.Photos;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Media.Photos;

public sealed class PhotoHeadersTests
{
    private static readonly byte[][] Starts =
    [
        [0xFF, 0xD8, 0xFF, 0xE1, 0, 20, .. "Exif\0\0MM\0*\0\0\0\b"u8],
        [0xFF, 0xD8, 0xFF, 0xE2, 0, 40, .. "ICC_PROFILE\0"u8, 1, 1],
        [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 1, 0, 1, 0, 3],
        [0xFF, 0xD8, 0xFF, 0xDA],
        [.. PngHeader.Signature],
        [.. PngHeader.Signature, 0, 0, 0, 13, .. "IHDR"u8],
        [.. PngHeader.Signature, 0, 0, 0, 30, .. "iCCP"u8, 65, 0, 0],
        [.. "RIFF"u8, 255, 0, 0, 0, .. "WEBPVP8X"u8],
        [.. "RIFF"u8, 255, 255, 255, 255, .. "WEBPVP8L"u8, 5, 0, 0, 0, 0x2F],
        [.. "GIF89a"u8],
        [.. "GIF89a"u8, 0, 1, 0, 1, 0, 0, 0, 0x2C],
        [0, 0, 0, 0, .. "ftyp"u8],
        [],
    ];

    [Fact]
    public void Random_bytes_after_any_start_are_never_more_than_refused() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                ArbMap.Default.ArbFor<PositiveInt>(),
                (tail, start) =>
                {
                    byte[] file = [.. Starts[start.Get % Starts.Length], .. tail];
                    return PhotoHeaders.Read(file) is null or { Width: >= 0, Height: >= 0, Orientation: >= 1 and <= 8 };
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Real_pictures_with_any_byte_changed_or_any_length_never_break_the_reader()
    {
        var real = new[]
        {
            InkJpeg.Of(16, [1, 2, 3, 4], 2),
            TestPictures.WithExif(InkJpeg.Of(16, [9, 9, 9, 9], null), 6),
            TestPictures.PngOf(300, 300, 8, 6),
        };

        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                ArbMap.Default.ArbFor<byte>(),
                ArbMap.Default.ArbFor<int>(),
                (at, value, length) =>
                {
                    var file = real[(uint)at % real.Length].ToArray();
                    file[(uint)at * 7919 % file.Length] = value;
                    var read = PhotoHeaders.Read(file.AsSpan(0, (int)((uint)length * 31 % (file.Length + 1))));
                    return read is null or { Width: >= 0, Height: >= 0 };
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [Fact]
    public void Random_profiles_and_exif_blocks_are_never_more_than_ignored() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                tail =>
                {
                    byte[] profile =
                    [
                        .. new byte[16],
                        .. "RGB XYZ "u8,
                        .. new byte[104],
                        0,
                        0,
                        0,
                        9,
                        .. "rTRC"u8,
                        .. tail,
                    ];
                    IccProfile.Parse(profile)?.ToSrgb(new byte[16]);
                    return ExifOrientation.Of([.. "II*\0\b\0\0\0"u8, .. tail]) is >= 1 and <= 8;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_jpeg_header_tells_size_inks_and_end()
    {
        var header = PhotoHeaders.Read(InkJpeg.Of(264, [1, 2, 3, 4], adobe: 2));

        Assert.Equal((264, 264, 4, PhotoInks.AdobeInks), (header!.Width, header.Height, header.Channels, header.Inks));
        Assert.True(header.Whole);
    }

    [Fact]
    public void A_png_header_tells_depth_alpha_and_animation()
    {
        var plain = TestPictures.PngOf(300, 400, depth: 16, colourType: 6);
        byte[] moving = [.. plain[..33], .. TestPictures.PngChunk("acTL"u8, new byte[8]), .. plain[33..]];

        var header = PhotoHeaders.Read(moving);

        Assert.Equal(
            (300, 400, 16, true, true, true),
            (header!.Width, header.Height, header.BitDepth, header.HasAlpha, header.Animated, header.Whole)
        );
    }

    [Theory]
    [InlineData(0, 300, 400, false)]
    [InlineData(0x12, 300, 400, true)]
    public void A_webp_header_tells_size_and_animation(byte flags, int width, int height, bool animated)
    {
        byte[] file = [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, flags, 0, 0, 0, 0x2B, 1, 0, 0x8F, 1, 0];

        var header = PhotoHeaders.Read(file);

        Assert.Equal(
            (width, height, animated, animated),
            (header!.Width, header.Height, header.Animated, header.HasAlpha)
        );
        Assert.True(header.Whole);
    }

    [Fact]
    public void A_bare_webp_header_tells_its_size()
    {
        byte[] lossy =
        [
            .. "RIFF"u8,
            22,
            0,
            0,
            0,
            .. "WEBPVP8 "u8,
            10,
            0,
            0,
            0,
            0,
            0,
            0,
            0x9D,
            1,
            0x2A,
            0x2C,
            1,
            0x90,
            1,
        ];
        byte[] lossless = [.. "RIFF"u8, 18, 0, 0, 0, .. "WEBPVP8L"u8, 5, 0, 0, 0, 0x2F, 0x2B, 0xC1, 0x63, 0x10, 0];

        Assert.Equal((300, 400), (PhotoHeaders.Read(lossy)!.Width, PhotoHeaders.Read(lossy)!.Height));
        Assert.Equal(
            (300, 400, true),
            (
                PhotoHeaders.Read(lossless)!.Width,
                PhotoHeaders.Read(lossless)!.Height,
                PhotoHeaders.Read(lossless)!.HasAlpha
            )
        );
    }
}
