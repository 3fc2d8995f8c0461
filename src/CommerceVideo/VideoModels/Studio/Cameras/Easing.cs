namespace CommerceVideo.VideoModels.Studio.Cameras;

/// <summary>How far a move has come, 0 to 1, as a function of time, 0 to 1.</summary>
internal static class Easing
{
    /// <summary>Share of the time spent getting up to speed, and again slowing down.</summary>
    private const double Ramp = 0.22;

    /// <summary>From rest to rest with constant speed between; speed and its change are continuous.</summary>
    public static double Glide(double time)
    {
        var t = Math.Clamp(time, 0, 1);
        var passed = t > 0.5 ? 1 - Travelled(1 - t) : Travelled(t);
        return passed;
    }

    /// <summary>There and back: at 1 both place and speed are those of 0, so a loop has no seam.</summary>
    public static double ThereAndBack(double time) => (1 - Math.Cos(2 * Math.PI * time)) / 2;

    private static double Travelled(double t)
    {
        const double Whole = 1 - Ramp;
        if (t >= Ramp)
        {
            return ((Ramp / 2) + (t - Ramp)) / Whole;
        }

        var share = t / Ramp;
        return Ramp * ((share * share * share) - (share * share * share * share / 2)) / Whole;
    }
}
