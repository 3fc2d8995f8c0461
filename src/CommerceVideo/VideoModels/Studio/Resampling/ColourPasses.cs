using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CommerceVideo.VideoModels.Studio.Resampling;

/// <summary><see cref="ChannelWeights"/> over many pixels at once, bit for bit the same.</summary>
internal static class ColourPasses
{
    private const int Pixels = 16;

    /// <summary>Returns how many pixels it filled; the few left are the caller's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe int Fill(ReadOnlySpan<byte> rgba, YccPicture picture, ReadOnlySpan<ChannelWeights> weights)
    {
        var done = picture.Y.Samples.Length / Pixels * Pixels;
        fixed (byte* from = rgba)
        fixed (short* light = picture.Y.Samples)
        fixed (short* blueness = picture.Cb.Samples)
        fixed (short* redness = picture.Cr.Samples)
        {
            for (var at = 0; at < done; at += Pixels)
            {
                var first = Vector256.Load((int*)(from + (at * 4)));
                var second = Vector256.Load((int*)(from + ((at + (Pixels / 2)) * 4)));
                Channel(first, second, weights[0]).Store(light + at);
                Channel(first, second, weights[1]).Store(blueness + at);
                Channel(first, second, weights[2]).Store(redness + at);
            }
        }

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Channel(Vector256<int> first, Vector256<int> second, ChannelWeights weights) =>
        Vector256.Narrow(Mixed(first, weights), Mixed(second, weights));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Mixed(Vector256<int> pixels, ChannelWeights weights)
    {
        var low = Vector256.Create(0xFF);
        var sum =
            ((pixels & low) * weights.Red)
            + ((Vector256.ShiftRightLogical(pixels, 8) & low) * weights.Green)
            + ((Vector256.ShiftRightLogical(pixels, 16) & low) * weights.Blue)
            + Vector256.Create(weights.Offset);
        return Vector256.ShiftRightArithmetic(sum, ChannelWeights.Finer);
    }
}
