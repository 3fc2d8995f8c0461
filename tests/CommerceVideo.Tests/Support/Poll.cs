using System.Diagnostics;

namespace CommerceVideo.Tests.Support;

/// <summary>Asks again until something outside this program has happened, or fails at a deadline.</summary>
public static class Poll
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

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
