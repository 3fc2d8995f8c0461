using System.Buffers.Binary;

namespace CommerceVideo.Media.Photos;

/// <summary>A tone curve of an ICC profile (curv and para), as linear light for each of 256 values.</summary>
internal static class IccCurve
{
    // How many parameters each function type of a para curve has (ICC.1 table 68).
    private static readonly int[] Parameters = [1, 3, 4, 5, 7];

    public static float[]? Parse(ReadOnlySpan<byte> tag)
    {
        if (tag.Length < 12)
        {
            return null;
        }

        if (tag.StartsWith("curv"u8))
        {
            return Sampled(tag[12..], BinaryPrimitives.ReadUInt32BigEndian(tag[8..]));
        }

        return tag.StartsWith("para"u8) ? Parametric(tag[12..], BinaryPrimitives.ReadUInt16BigEndian(tag[8..])) : null;
    }

    public static float Fixed(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes) / 65536f;

    private static float[]? Sampled(ReadOnlySpan<byte> samples, uint count)
    {
        if (count > (uint)samples.Length / 2)
        {
            return null;
        }

        var curve = new float[256];
        for (var i = 0; i < curve.Length; i++)
        {
            curve[i] = count switch
            {
                0 => i / 255f,
                1 => MathF.Pow(i / 255f, BinaryPrimitives.ReadUInt16BigEndian(samples) / 256f),
                _ => Between(samples, i / 255f * (count - 1)),
            };
        }

        return curve;
    }

    private static float Between(ReadOnlySpan<byte> samples, float at)
    {
        var below = (int)at;
        var above = Math.Min(below + 1, (samples.Length / 2) - 1);
        var low = BinaryPrimitives.ReadUInt16BigEndian(samples[(2 * below)..]);
        var high = BinaryPrimitives.ReadUInt16BigEndian(samples[(2 * above)..]);
        return (low + ((high - low) * (at - below))) / 65535f;
    }

    private static float[]? Parametric(ReadOnlySpan<byte> bytes, int type)
    {
        if (type >= Parameters.Length || bytes.Length < Parameters[type] * 4)
        {
            return null;
        }

        var p = new float[7];
        for (var i = 0; i < Parameters[type]; i++)
        {
            p[i] = Fixed(bytes[(4 * i)..]);
        }

        var curve = new float[256];
        for (var i = 0; i < curve.Length; i++)
        {
            var value = Apply(type, p, i / 255f);
            curve[i] = float.IsFinite(value) ? value : 0;
        }

        return curve;
    }

    // Parameters stand in the order g, a, b, c, d, e, f.
    private static float Apply(int type, float[] p, float x)
    {
        var bent = MathF.Pow((p[1] * x) + p[2], p[0]);
        return type switch
        {
            0 => MathF.Pow(x, p[0]),
            1 => x >= -p[2] / p[1] ? bent : 0,
            2 => x >= -p[2] / p[1] ? bent + p[3] : p[3],
            3 => x >= p[4] ? bent : p[3] * x,
            _ => x >= p[4] ? bent + p[5] : (p[3] * x) + p[6],
        };
    }
}
