using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Frames;

/// <summary>
/// Light falling on lightness samples: most on middle tones, a sheen on dark ones, hardly any on white, never past it.
/// </summary>
internal static class LightPasses
{
    private const short Black = 16 * Plane.One;
    private const short Span = 219 * Plane.One;

    /// <summary>Share of the full range a middle tone and a black one gain under full light, in 1/32768 after scaling.</summary>
    private const short OnTones = 10534;
    private const short OnBlack = 1300;

    /// <summary>Rounds one line to bytes, lit by <paramref name="band"/> (0 to 32767) where <paramref name="cover"/> is product.</summary>
    public static unsafe void Line(
        ReadOnlySpan<short> samples,
        ReadOnlySpan<short> cover,
        ReadOnlySpan<short> band,
        Span<byte> output,
        bool vector
    )
    {
        var done = 0;
        if (vector)
        {
            fixed (short* from = samples)
            fixed (short* mask = cover)
            fixed (short* light = band)
            fixed (byte* to = output)
            {
                done = output.Length / (2 * VectorPasses.Lanes) * (2 * VectorPasses.Lanes);
                Vectors(from, mask, light, to, done);
            }
        }

        for (var x = done; x < output.Length; x++)
        {
            output[x] = ScalarPasses.Rounded(Lit(samples[x], cover[x], band[x]));
        }
    }

    private static short Lit(short sample, short cover, short band)
    {
        var tone = Math.Clamp((short)(sample - Black), (short)0, Span);
        var rest = (short)(Span - tone);
        var gain = (short)(
            ScalarPasses.Scaled(ScalarPasses.Scaled((short)(tone * 2), (short)(rest * 2)), OnTones)
            + ScalarPasses.Scaled(rest, OnBlack)
        );
        // 16320 is full cover; doubled it is the whole of a 16-bit share.
        var share = ScalarPasses.Scaled((short)(Math.Clamp(cover, (short)0, (short)16320) * 2), band);
        return (short)(sample + ScalarPasses.Scaled(gain, share));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Vectors(short* samples, short* cover, short* band, byte* output, int count)
    {
        var half = Vector256.Create((short)(Plane.One / 2));
        for (var x = 0; x < count; x += 2 * VectorPasses.Lanes)
        {
            var low = Lit(samples + x, cover + x, band + x) + half;
            var at = x + VectorPasses.Lanes;
            var high = Lit(samples + at, cover + at, band + at) + half;
            var packed = Avx2.PackUnsignedSaturate(
                Vector256.ShiftRightArithmetic(low, Plane.Fraction),
                Vector256.ShiftRightArithmetic(high, Plane.Fraction)
            );
            VectorPasses.Ordered(packed).Store(output + x);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<short> Lit(short* samples, short* cover, short* band)
    {
        var sample = Vector256.Load(samples);
        var tone = Vector256.Min(
            Vector256.Max(sample - Vector256.Create(Black), Vector256<short>.Zero),
            Vector256.Create(Span)
        );
        var rest = Vector256.Create(Span) - tone;
        var gain =
            Avx2.MultiplyHighRoundScale(
                Avx2.MultiplyHighRoundScale(tone + tone, rest + rest),
                Vector256.Create(OnTones)
            ) + Avx2.MultiplyHighRoundScale(rest, Vector256.Create(OnBlack));
        var full = Vector256.Min(
            Vector256.Max(Vector256.Load(cover), Vector256<short>.Zero),
            Vector256.Create((short)16320)
        );
        var share = Avx2.MultiplyHighRoundScale(full + full, Vector256.Load(band));
        return sample + Avx2.MultiplyHighRoundScale(gain, share);
    }
}
