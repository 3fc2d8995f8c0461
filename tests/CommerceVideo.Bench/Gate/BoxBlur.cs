namespace CommerceVideo.Bench.Gate;

/// <summary>Running means along one side of a plane.</summary>
internal static class BoxBlur
{
    /// <param name="way">1 along rows, the width along columns.</param>
    public static float[] Along(float[] values, int width, int way, int reach)
    {
        var (height, blurred) = (values.Length / width, new float[values.Length]);
        var (lines, length) = way == 1 ? (height, width) : (width, height);
        for (var line = 0; line < lines; line++)
        {
            var start = way == 1 ? line * width : line;
            var sum = 0.0;
            for (var at = -reach; at < length; at++)
            {
                sum += at + reach < length ? values[start + ((at + reach) * way)] : 0;
                sum -= at - reach - 1 >= 0 ? values[start + ((at - reach - 1) * way)] : 0;
                if (at >= 0)
                {
                    var count = Math.Min(length - 1, at + reach) - Math.Max(0, at - reach) + 1;
                    blurred[start + (at * way)] = (float)(sum / count);
                }
            }
        }

        return blurred;
    }
}
