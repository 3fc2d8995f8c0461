using System.Diagnostics;

namespace CommerceVideo.Tests.Support;

/// <summary>Asks again until something outside this program has happened, or fails at a deadline.</summary>
public static class Poll
{
    /// <summary>Far beyond what anything here takes on a busy machine.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static Task UntilAsync(Func<bool> happened) => UntilAsync(() => Task.FromResult(happened()));

    public static async Task UntilAsync(Func<Task<bool>> happened, TimeSpan? limit = null)
    {
        var asked = Stopwatch.GetTimestamp();
        var most = limit ?? Limit;
        while (!await happened())
        {
            Assert.True(Stopwatch.GetElapsedTime(asked) < most, $"It did not happen within {most.TotalSeconds} s.");
            await Task.Delay(10);
        }
    }
}
