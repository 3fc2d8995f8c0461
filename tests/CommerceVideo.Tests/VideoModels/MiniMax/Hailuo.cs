using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;

namespace CommerceVideo.Tests.VideoModels.MiniMax;

internal static class Hailuo
{
    /// <summary>Waits from outside: asking the adapter would use up what a script does once.</summary>
    public static Task SucceededAsync(StandIns standIns, string provider) =>
        Poll.UntilAsync(async () =>
            (await standIns.JobsAsync(provider)).All(static job => $"{job["state"]}" == "succeeded")
        );
}
