using System.Buffers.Binary;
using System.Numerics;

namespace CommerceVideo.Media.Photos;

/// <summary>
/// A matrix-and-curves ICC profile (Display P3, Adobe RGB, ProPhoto, a camera's sRGB): a curve a channel to linear light,
/// then three primaries to the D50 connection space. Profiles with look-up tables are not read.
/// </summary>
internal sealed class IccProfile
{
    private const int TagsAt = 132;
    private const int TagLength = 12;
    private const int MaxTags = 200;
    private const int Steps = 16384;

    // Linear sRGB from the D50 connection space (Bradford), rows for red, green and blue.
    private static readonly Vector3[] FromD50 =
    [
        new(3.1338561f, -1.6168667f, -0.4906146f),
        new(-0.9787684f, 1.9161415f, 0.0334540f),
        new(0.0719453f, -0.2289914f, 1.4052427f),
    ];

    private static readonly byte[] Encoded = [.. Enumerable.Range(0, Steps + 1).Select(Encode)];

    private readonly float[][] _curves;
    private readonly Vector3[] _rows;

    private IccProfile(float[][] curves, Vector3[] primaries)
    {
        _curves = curves;
        _rows =
        [
            .. FromD50.Select(row => new Vector3(
                Vector3.Dot(row, primaries[0]),
                Vector3.Dot(row, primaries[1]),
                Vector3.Dot(row, primaries[2])
            )),
        ];
    }

    /// <summary>Null for a profile of another kind or a broken one.</summary>
    public static IccProfile? Parse(ReadOnlySpan<byte> profile)
    {
        if (
            profile.Length < TagsAt
            || !profile[16..20].SequenceEqual("RGB "u8)
            || !profile[20..24].SequenceEqual("XYZ "u8)
        )
        {
            return null;
        }

        var curves = new float[3][];
        var primaries = new Vector3[3];
        for (var channel = 0; channel < 3; channel++)
        {
            var letter = "rgb"[channel];
            if (
                IccCurve.Parse(Tag(profile, $"{letter}TRC")) is not { } curve
                || Primary(Tag(profile, $"{letter}XYZ")) is not { } primary
            )
            {
                return null;
            }

            curves[channel] = curve;
            primaries[channel] = primary;
        }

        return new IccProfile(curves, primaries);
    }

    public void ToSrgb(Span<byte> rgba)
    {
        if (IsSrgb())
        {
            return;
        }

        for (var i = 0; i + 3 < rgba.Length; i += 4)
        {
            (rgba[i], rgba[i + 1], rgba[i + 2]) = ToSrgb(rgba[i], rgba[i + 1], rgba[i + 2]);
        }
    }

    internal (byte Red, byte Green, byte Blue) ToSrgb(byte red, byte green, byte blue)
    {
        var linear = new Vector3(_curves[0][red], _curves[1][green], _curves[2][blue]);
        return (
            Out(Vector3.Dot(_rows[0], linear)),
            Out(Vector3.Dot(_rows[1], linear)),
            Out(Vector3.Dot(_rows[2], linear))
        );
    }

    /// <summary>Pictures that carry sRGB itself, the most, keep their exact values.</summary>
    private bool IsSrgb()
    {
        const int Near = 3;
        for (var code = 0; code < 216; code++)
        {
            var (red, green, blue) = ((byte)(code / 36 * 51), (byte)(code / 6 % 6 * 51), (byte)(code % 6 * 51));
            var to = ToSrgb(red, green, blue);
            if (Math.Abs(to.Red - red) > Near || Math.Abs(to.Green - green) > Near || Math.Abs(to.Blue - blue) > Near)
            {
                return false;
            }
        }

        return true;
    }

    private static byte Out(float linear) => Encoded[(int)((Math.Clamp(linear, 0f, 1f) * Steps) + 0.5f)];

    private static byte Encode(int step)
    {
        var linear = (double)step / Steps;
        var value = linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(value * 255);
    }

    private static ReadOnlySpan<byte> Tag(ReadOnlySpan<byte> profile, string name)
    {
        var count = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(profile[(TagsAt - 4)..]), MaxTags);
        for (var i = 0; i < count && TagsAt + ((i + 1) * TagLength) <= profile.Length; i++)
        {
            var entry = profile.Slice(TagsAt + (i * TagLength), TagLength);
            var (at, length) = (
                BinaryPrimitives.ReadUInt32BigEndian(entry[4..]),
                BinaryPrimitives.ReadUInt32BigEndian(entry[8..])
            );
            if (entry[0] == name[0] && entry[1] == name[1] && entry[2] == name[2] && entry[3] == name[3])
            {
                return (ulong)at + length <= (ulong)profile.Length ? profile.Slice((int)at, (int)length) : [];
            }
        }

        return [];
    }

    private static Vector3? Primary(ReadOnlySpan<byte> tag) =>
        tag.Length >= 20 && tag.StartsWith("XYZ "u8)
            ? new Vector3(IccCurve.Fixed(tag[8..]), IccCurve.Fixed(tag[12..]), IccCurve.Fixed(tag[16..]))
            : null;
}
