using CommerceVideo.Sandbox.Children;

namespace CommerceVideo.Sandbox.Start;

/// <summary>Waiting for a part to be there: it answers, it dies, or it takes too long.</summary>
internal static class Ready
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(50);

    public static async Task ByAsync(string name, Task happens, Child child, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        try
        {
            var first = await Task.WhenAny(happens, child.Exited).WaitAsync(limit.Token);
            if (first == child.Exited)
            {
                throw new LaunchException($"The {name} ended at its start (exit {await child.Exited}):\n{child.Tail}");
            }
            await happens;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new LaunchException($"The {name} was not ready within {Limit.TotalMinutes} minutes:\n{child.Tail}");
        }
    }

    public static async Task WhenAnsweringAsync(Uri health, Child child, TimeProvider time, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            await ByAsync(child.Name, AnswersAsync(health, time, stop.Token), child, ct);
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private static async Task AnswersAsync(Uri health, TimeProvider time, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        while (!await IsWellAsync(http, health, ct))
        {
            await Task.Delay(BetweenQuestions, time, ct);
        }
    }

    private static async Task<bool> IsWellAsync(HttpClient http, Uri health, CancellationToken ct)
    {
        try
        {
            using var reply = await http.GetAsync(health, ct);
            return reply.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
