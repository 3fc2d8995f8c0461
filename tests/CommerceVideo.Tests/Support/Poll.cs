using System.Diagnostics;

namespace CommerceVideo.Tests.Support;

/// <summary>Asks again until something outside this program has happened, or fails at a deadline.</summary>
public static class Poll
{
    /// <summary>Far beyond what anything here takes on a busy machine.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static Task UntilAsync(Func<bool> happened) => UntilAsync(() => Task.FromResult(happened()));

    public static async Task UntilAsync(Func<Task<bool>> happened)
    {
        var asked = Stopwatch.GetTimestamp();
        while (!await happened())
        {
            Assert.True(Stopwatch.GetElapsedTime(asked) < Limit, $"It did not happen within {Limit.TotalSeconds} s.");
            await Task.Delay(10);
        }
    }
}
