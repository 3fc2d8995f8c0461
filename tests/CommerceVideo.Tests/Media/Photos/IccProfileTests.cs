using System.Buffers.Binary;
using CommerceVideo.Media.Photos;

namespace CommerceVideo.Tests.Media.Photos;

public sealed class IccProfileTests
{
    // Primaries as the D50 colorants of the profiles the vendors ship, in XYZ for red, green and blue.
    private static readonly double[] AdobeRgb =
    [
        0.60974,
        0.31111,
        0.01947,
        0.20528,
        0.62567,
        0.06087,
        0.14919,
        0.06322,
        0.74457,
    ];
    private static readonly double[] DisplayP3 =
    [
        0.51512,
        0.24120,
        -0.00105,
        0.29198,
        0.69225,
        0.04189,
        0.15710,
        0.06657,
        0.78407,
    ];
    private static readonly double[] Srgb =
    [
        0.43607,
        0.22249,
        0.01392,
        0.38515,
        0.71687,
        0.09708,
        0.14307,
        0.06061,
        0.71410,
    ];

    [Fact]
    public void Adobe_rgb_green_of_a_garment_becomes_the_srgb_it_looks_like()
    {
        var profile = IccProfile.Parse(Profile(AdobeRgb, Gamma(2.19921875)));

        var (red, green, blue) = profile!.ToSrgb(140, 160, 100);

        // (140, 160, 100) in Adobe RGB (1998) is about (131, 161, 97) in sRGB.
        Assert.InRange(red, 128, 134);
        Assert.InRange(green, 159, 163);
        Assert.InRange(blue, 94, 100);
    }

    [Fact]
    public void Display_p3_red_is_clipped_to_the_reddest_srgb()
    {
        var profile = IccProfile.Parse(Profile(DisplayP3, SrgbCurve()));

        Assert.Equal((255, 0, 0), profile!.ToSrgb(255, 0, 0));
        Assert.Equal((128, 128, 128), profile.ToSrgb(128, 128, 128));
    }

    [Fact]
    public void Pictures_that_carry_srgb_keep_their_exact_values()
    {
        byte[] rgba = [1, 2, 3, 255, 200, 100, 50, 10];

        IccProfile.Parse(Profile(Srgb, SrgbCurve()))!.ToSrgb(rgba);

        Assert.Equal([1, 2, 3, 255, 200, 100, 50, 10], rgba);
    }

    [Fact]
    public void Profiles_of_another_kind_are_not_read()
    {
        var grey = Profile(Srgb, SrgbCurve());
        "GRAY"u8.CopyTo(grey.AsSpan(16));

        Assert.Null(IccProfile.Parse(grey));
        Assert.Null(IccProfile.Parse([]));
        Assert.Null(IccProfile.Parse(Profile(Srgb, "curv\0\0\0\0\u0001\0\0\0"u8.ToArray())));
    }

    [Fact]
    public void A_profile_in_parts_is_put_together_in_their_order()
    {
        byte[] head = [0xFF, 0xD8, 0xFF, 0xE2, 0, 17, .. "ICC_PROFILE\0"u8, 2, 2, 7];
        byte[] file = [.. head, 0xFF, 0xE2, 0, 18, .. "ICC_PROFILE\0"u8, 1, 2, 5, 6, 0xFF, 0xD9];

        Assert.Equal([5, 6, 7], JpegHeader.Read(file)!.Profile);
    }

    private static byte[] Profile(double[] primaries, byte[] curve)
    {
        var body = new List<byte>(new byte[128 + 4 + (6 * 12)]);
        var tags = new List<(string Name, byte[] Bytes)>();
        for (var channel = 0; channel < 3; channel++)
        {
            var xyz = primaries.Skip(3 * channel).Take(3).SelectMany(Fixed);
            tags.Add(("rgb"[channel] + "XYZ", [.. "XYZ \0\0\0\0"u8, .. xyz]));
            tags.Add(("rgb"[channel] + "TRC", curve));
        }

        var file = body.ToArray();
        "RGB XYZ "u8.CopyTo(file.AsSpan(16));
        file[131] = 6;
        for (var i = 0; i < tags.Count; i++)
        {
            var entry = file.AsSpan(132 + (12 * i), 12);
            System.Text.Encoding.ASCII.GetBytes(tags[i].Name, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], file.Length);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], tags[i].Bytes.Length);
            file = [.. file, .. tags[i].Bytes];
        }

        return file;
    }

    private static byte[] Gamma(double gamma) =>
        [.. "curv\0\0\0\0\0\0\0\u0001"u8, (byte)gamma, (byte)(gamma % 1 * 256)];

    private static byte[] SrgbCurve() =>
        [
            .. "para\0\0\0\0\0\u0003\0\0"u8,
            .. new[] { 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045 }.SelectMany(Fixed),
        ];

    private static byte[] Fixed(double value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, (int)Math.Round(value * 65536));
        return bytes;
    }
}
