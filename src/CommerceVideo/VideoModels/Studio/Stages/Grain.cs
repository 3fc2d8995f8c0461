namespace CommerceVideo.VideoModels.Studio.Stages;

/// <summary>Noise that is the same for the same place, so that the same request gives the same bytes.</summary>
internal static class Grain
{
    /// <summary>About a bell curve of standard deviation 1.</summary>
    public static float At(int x, int y)
    {
        var bits = Mixed(unchecked((uint)((x * 73856093) ^ (y * 19349663))));
        var sum = (bits & 255) + ((bits >> 8) & 255) + ((bits >> 16) & 255) + (bits >> 24);
        return (sum - 510f) / 147.8f;
    }

    private static uint Mixed(uint value)
    {
        value = unchecked((value ^ (value >> 16)) * 0x7feb352d);
        value = unchecked((value ^ (value >> 15)) * 0x846ca68b);
        return value ^ (value >> 16);
    }
}
