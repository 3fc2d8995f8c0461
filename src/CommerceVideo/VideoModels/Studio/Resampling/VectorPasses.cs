using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CommerceVideo.VideoModels.Studio.Resampling;

/// <summary>The resampler's inner loops, 16 samples at a time. <see cref="ScalarPasses"/> is their meaning.</summary>
internal static class VectorPasses
{
    public const int Lanes = 16;

    public static bool Supported => Avx2.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Horizontal(short* source, int stride, AxisTaps taps, int x, int rows, short* column)
    {
        fixed (short* weights = taps.Weights)
        {
            var weight = weights + (x * taps.Taps);
            if (taps.Taps == 6)
            {
                SixTaps(source, stride, weight, rows, column);
                return;
            }

            for (var y = 0; y < rows; y += Lanes)
            {
                var sum = Vector256<short>.Zero;
                for (var tap = 0; tap < taps.Taps; tap++)
                {
                    sum += Scaled(source + (tap * stride) + y, Vector256.Create(weight[tap]));
                }

                sum.Store(column + y);
            }
        }
    }

    /// <summary>Two 8x8 blocks at once: a 256-bit register never has to exchange its halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Transpose(
        short* lines,
        int stride,
        short* turned,
        int turnedStride,
        int count,
        int length
    )
    {
        for (var line = 0; line < count; line += 8)
        {
            for (var at = 0; at < length; at += Lanes)
            {
                TransposeBlock(lines + (line * stride) + at, stride, turned + (at * turnedStride) + line, turnedStride);
            }
        }
    }

    /// <summary>PackUnsignedSaturate works in halves; this puts its quarters back in order.</summary>
    public static Vector256<byte> Ordered(Vector256<byte> packed) =>
        Avx2.Permute4x64(packed.AsInt64(), 0b11_01_10_00).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<short> Scaled(short* samples, Vector256<short> weight) =>
        Avx2.MultiplyHighRoundScale(Vector256.Load(samples), weight);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void SixTaps(short* source, int stride, short* weight, int rows, short* column)
    {
        var w0 = Vector256.Create(weight[0]);
        var w1 = Vector256.Create(weight[1]);
        var w2 = Vector256.Create(weight[2]);
        var w3 = Vector256.Create(weight[3]);
        var w4 = Vector256.Create(weight[4]);
        var w5 = Vector256.Create(weight[5]);
        var done = Avx512BW.IsSupported ? WideSixTaps(source, stride, weight, rows, column) : 0;
        for (var y = done; y < rows; y += Lanes)
        {
            var at = source + y;
            var even = Scaled(at, w0) + Scaled(at + (2 * stride), w2) + Scaled(at + (4 * stride), w4);
            var odd = Scaled(at + stride, w1) + Scaled(at + (3 * stride), w3) + Scaled(at + (5 * stride), w5);
            (even + odd).Store(column + y);
        }
    }

    /// <summary>The same, 32 at a time, as far as whole steps go; returns how far that is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe int WideSixTaps(short* source, int stride, short* weight, int rows, short* column)
    {
        var w0 = Vector512.Create(weight[0]);
        var w1 = Vector512.Create(weight[1]);
        var w2 = Vector512.Create(weight[2]);
        var w3 = Vector512.Create(weight[3]);
        var w4 = Vector512.Create(weight[4]);
        var w5 = Vector512.Create(weight[5]);
        var y = 0;
        for (; y + (2 * Lanes) <= rows; y += 2 * Lanes)
        {
            var at = source + y;
            var even = Wide(at, w0) + Wide(at + (2 * stride), w2) + Wide(at + (4 * stride), w4);
            var odd = Wide(at + stride, w1) + Wide(at + (3 * stride), w3) + Wide(at + (5 * stride), w5);
            (even + odd).Store(column + y);
        }

        return y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector512<short> Wide(short* samples, Vector512<short> weight) =>
        Avx512BW.MultiplyHighRoundScale(Vector512.Load(samples), weight);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void TransposeBlock(short* from, int stride, short* to, int width)
    {
        var a0 = Vector256.Load(from);
        var a1 = Vector256.Load(from + stride);
        var a2 = Vector256.Load(from + (2 * stride));
        var a3 = Vector256.Load(from + (3 * stride));
        var a4 = Vector256.Load(from + (4 * stride));
        var a5 = Vector256.Load(from + (5 * stride));
        var a6 = Vector256.Load(from + (6 * stride));
        var a7 = Vector256.Load(from + (7 * stride));

        var b0 = Avx2.UnpackLow(a0, a1).AsInt32();
        var b1 = Avx2.UnpackHigh(a0, a1).AsInt32();
        var b2 = Avx2.UnpackLow(a2, a3).AsInt32();
        var b3 = Avx2.UnpackHigh(a2, a3).AsInt32();
        var b4 = Avx2.UnpackLow(a4, a5).AsInt32();
        var b5 = Avx2.UnpackHigh(a4, a5).AsInt32();
        var b6 = Avx2.UnpackLow(a6, a7).AsInt32();
        var b7 = Avx2.UnpackHigh(a6, a7).AsInt32();

        StoreRows(Avx2.UnpackLow(b0, b2), Avx2.UnpackLow(b4, b6), to, width);
        StoreRows(Avx2.UnpackHigh(b0, b2), Avx2.UnpackHigh(b4, b6), to + (2 * width), width);
        StoreRows(Avx2.UnpackLow(b1, b3), Avx2.UnpackLow(b5, b7), to + (4 * width), width);
        StoreRows(Avx2.UnpackHigh(b1, b3), Avx2.UnpackHigh(b5, b7), to + (6 * width), width);
    }

    /// <summary>Two neighbouring rows of the upper block and the same two of the lower, eight rows further down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void StoreRows(Vector256<int> left, Vector256<int> right, short* to, int width)
    {
        var first = Avx2.UnpackLow(left.AsInt64(), right.AsInt64()).AsInt16();
        var second = Avx2.UnpackHigh(left.AsInt64(), right.AsInt64()).AsInt16();
        first.GetLower().Store(to);
        second.GetLower().Store(to + width);
        first.GetUpper().Store(to + (8 * width));
        second.GetUpper().Store(to + (9 * width));
    }
}
