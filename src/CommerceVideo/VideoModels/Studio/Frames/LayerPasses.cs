using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Frames;

/// <summary>
/// A layer over a ground: <c>layer + (1 - cover) * ground</c>. Taking a layer off a picture and laying it back is exact,
/// for both use the same rounding.
/// </summary>
internal static class LayerPasses
{
    private const short Full = 255 * Plane.One;

    /// <summary>What must lie on <paramref name="ground"/> under <paramref name="cover"/> to give <paramref name="picture"/>.</summary>
    public static void TakeOff(
        ReadOnlySpan<short> picture,
        ReadOnlySpan<short> cover,
        ReadOnlySpan<short> ground,
        Span<short> layer
    )
    {
        for (var x = 0; x < layer.Length; x++)
        {
            layer[x] = (short)(picture[x] - ground[x] + Hidden(cover[x], ground[x]));
        }
    }

    public static unsafe void LayOn(
        ReadOnlySpan<short> layer,
        ReadOnlySpan<short> cover,
        ReadOnlySpan<short> ground,
        Span<byte> output,
        bool vector
    )
    {
        var done = 0;
        if (vector)
        {
            fixed (short* over = layer)
            fixed (short* mask = cover)
            fixed (short* below = ground)
            fixed (byte* to = output)
            {
                done = output.Length / (2 * VectorPasses.Lanes) * (2 * VectorPasses.Lanes);
                Vectors(over, mask, below, to, done);
            }
        }

        for (var x = done; x < output.Length; x++)
        {
            output[x] = ScalarPasses.Rounded((short)(layer[x] + ground[x] - Hidden(cover[x], ground[x])));
        }
    }

    /// <summary>How much of the ground the cover hides.</summary>
    private static short Hidden(short cover, short ground) =>
        ScalarPasses.Scaled((short)(Math.Clamp(cover, (short)0, Full) * 2), Stretched(ground));

    /// <summary>Full cover is 255/256 of a 16-bit share; the ground is stretched by as much to be hidden whole.</summary>
    private static short Stretched(short ground) => (short)(ground + ScalarPasses.Scaled(ground, 129));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Vectors(short* layer, short* cover, short* ground, byte* output, int count)
    {
        var half = Vector256.Create((short)(Plane.One / 2));
        for (var x = 0; x < count; x += 2 * VectorPasses.Lanes)
        {
            var at = x + VectorPasses.Lanes;
            var low = Laid(layer + x, cover + x, ground + x) + half;
            var high = Laid(layer + at, cover + at, ground + at) + half;
            var packed = Avx2.PackUnsignedSaturate(
                Vector256.ShiftRightArithmetic(low, Plane.Fraction),
                Vector256.ShiftRightArithmetic(high, Plane.Fraction)
            );
            VectorPasses.Ordered(packed).Store(output + x);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<short> Laid(short* layer, short* cover, short* ground)
    {
        var below = Vector256.Load(ground);
        var full = Vector256.Min(Vector256.Max(Vector256.Load(cover), Vector256<short>.Zero), Vector256.Create(Full));
        var stretched = below + Avx2.MultiplyHighRoundScale(below, Vector256.Create((short)129));
        return Vector256.Load(layer) + below - Avx2.MultiplyHighRoundScale(full + full, stretched);
    }
}
