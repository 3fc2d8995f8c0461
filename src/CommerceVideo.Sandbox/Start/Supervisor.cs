using CommerceVideo.Sandbox.Children;

namespace CommerceVideo.Sandbox.Start;

/// <summary>Watches the worker: one that dies is started again, a little later each time; nothing is lost by it.</summary>
internal sealed class Supervisor(ChildDescription worker, TextWriter says, TimeProvider time, Action changed)
    : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stop = new();
    private Task _watching = Task.CompletedTask;

    public Child? Child { get; private set; }

    public int Starts { get; private set; }

    /// <summary>Done when the worker has said that it is up; one that dies before has something wrong that starting again does not cure.</summary>
    /// <exception cref="LaunchException">It ended, or said nothing for too long.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        var up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Child = await Child.StartAsync(
            worker,
            line =>
            {
                if (ReadyLine.IsIn(line))
                {
                    up.TrySetResult();
                }
            }
        );
        Starts = 1;
        await Ready.ByAsync(Child.Name, up.Task, Child, ct);
        _watching = WatchAsync();
    }

    public async Task StopAsync(TimeSpan grace)
    {
        await _stop.CancelAsync();
        await _watching;
        if (Child is { } child)
        {
            await child.StopAsync(grace);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        if (Child is { } child)
        {
            await child.DisposeAsync();
        }
        _stop.Dispose();
    }

    /// <summary>A run that lasted starts the pauses anew; one that did not doubles them.</summary>
    public static TimeSpan PauseAfter(TimeSpan pause, TimeSpan lived) =>
        lived > Settled ? FirstPause
        : pause * 2 < LongestPause ? pause * 2
        : LongestPause;

    private async Task WatchAsync()
    {
        var pause = FirstPause / 2;
        try
        {
            while (true)
            {
                var since = time.GetTimestamp();
                var exit = await Child!.Exited.WaitAsync(_stop.Token);
                pause = PauseAfter(pause, time.GetElapsedTime(since));
                await says.WriteLineAsync(
                    $"worker   ended (exit {exit}), starts again in {pause.TotalSeconds:0.#} s: {LastLine()}"
                );
                await Task.Delay(pause, time, _stop.Token);
                await Child.DisposeAsync();
                Child = await Child.StartAsync(worker);
                Starts++;
                changed();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The end of the run is no failure of the worker.
        }
    }

    private string LastLine() => Child!.Tail.Split('\n')[^1];
}
