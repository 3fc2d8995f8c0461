using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CommerceVideo.VideoModels.Studio.Resampling;

/// <summary>The vertical pass over one tile of 32 columns. <see cref="ScalarPasses.Vertical"/> is its meaning.</summary>
internal static class VectorRows
{
    public const int Columns = 2 * VectorPasses.Lanes;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void ToBytes(short* rows, AxisTaps taps, int first, int count, byte* output, int stride)
    {
        fixed (short* weights = taps.Weights)
        fixed (int* starts = taps.First)
        {
            var half = Vector256.Create((short)(Plane.One / 2));
            for (var row = first; row < first + count; row++)
            {
                var from = rows + ((starts[row] - starts[first]) * Columns);
                var (low, high) = Summed(from, weights + (row * taps.Taps), taps.Taps);
                low = Vector256.ShiftRightArithmetic(low + half, Plane.Fraction);
                high = Vector256.ShiftRightArithmetic(high + half, Plane.Fraction);
                VectorPasses.Ordered(Avx2.PackUnsignedSaturate(low, high)).Store(output + (row * stride));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void ToSamples(short* rows, AxisTaps taps, int first, int count, short* output, int stride)
    {
        fixed (short* weights = taps.Weights)
        fixed (int* starts = taps.First)
        {
            for (var row = first; row < first + count; row++)
            {
                var from = rows + ((starts[row] - starts[first]) * Columns);
                var (low, high) = Summed(from, weights + (row * taps.Taps), taps.Taps);
                low.Store(output + (row * stride));
                high.Store(output + (row * stride) + VectorPasses.Lanes);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe (Vector256<short> Low, Vector256<short> High) Summed(short* rows, short* weight, int taps)
    {
        if (Avx512BW.IsSupported)
        {
            var wide = Vector512<short>.Zero;
            for (var tap = 0; tap < taps; tap++)
            {
                wide += Avx512BW.MultiplyHighRoundScale(
                    Vector512.Load(rows + (tap * Columns)),
                    Vector512.Create(weight[tap])
                );
            }

            return (wide.GetLower(), wide.GetUpper());
        }

        var low = Vector256<short>.Zero;
        var high = Vector256<short>.Zero;
        for (var tap = 0; tap < taps; tap++)
        {
            var spread = Vector256.Create(weight[tap]);
            var from = rows + (tap * Columns);
            low += Avx2.MultiplyHighRoundScale(Vector256.Load(from), spread);
            high += Avx2.MultiplyHighRoundScale(Vector256.Load(from + VectorPasses.Lanes), spread);
        }

        return (low, high);
    }
}
