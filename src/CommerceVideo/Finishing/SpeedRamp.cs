using System.Globalization;

namespace CommerceVideo.Finishing;

/// <summary>
/// A move told in fewer frames: fast at first, eased to its own pace at the end, no frame made up and neither its first nor
/// its last left out. Pure.
/// </summary>
internal static class SpeedRamp
{
    /// <summary>Fewer than this share of a move's frames and it jerks.</summary>
    public const double Least = 0.5;

    /// <summary>Where the told frame <paramref name="frame"/> falls among those shown, before it is rounded.</summary>
    /// <remarks>
    /// Of the shown time u, the share a·u + (1 - a)·u² of the move has passed, with a = 2 - shown/told: at the end its pace is
    /// the Take's own, at the start more than that by as much as is saved.
    /// </remarks>
    public static double Place(int frame, int told, int shown)
    {
        var a = 2 - ((shown - 1.0) / (told - 1.0));
        var passed = frame / (told - 1.0);
        return (a - Math.Sqrt((a * a) - (4 * (a - 1) * passed))) / (2 * (a - 1)) * (shown - 1);
    }

    /// <summary>Keeps, of the frames that come, those that are shown, and gives them a steady pace.</summary>
    public static IEnumerable<string> Filters(int told, int shown, int fps)
    {
        var a = Number(2 - ((shown - 1.0) / (told - 1.0)));
        var last = Number(told - 1.0);
        string At(string frame) => $"floor(({a}-sqrt({a}*{a}-4*({a}-1)*{frame}/{last}))/(2*({a}-1))*{shown - 1}+0.5)";
        // Each frame comes no later than the one after it is due, so that every place is taken once.
        yield return $"select='eq(n,0)+gt({At("n")},{At("max(n-1,0)")})'";
        yield return $"setpts=N/({fps}*TB)";
    }

    private static string Number(double value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
