namespace CommerceVideo.Routing;

/// <summary>Says once a day, and when the worker starts, which models end within 60 days and where their work goes.</summary>
internal sealed partial class RetirementWatch(
    InstalledModels installed,
    TimeProvider time,
    ILogger<RetirementWatch> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1), time);
        try
        {
            do
            {
                Say();
            } while (await daily.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The worker stops; nothing is lost.
        }
    }

    internal void Say()
    {
        foreach (var notice in RetirementNotice.Of(installed.Standings(), time.GetUtcNow()))
        {
            Log.EndsSoon(logger, notice.Model.Id, notice.Text);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Model {Model} ends soon: {Notice}")]
        public static partial void EndsSoon(ILogger logger, string model, string notice);
    }
}
