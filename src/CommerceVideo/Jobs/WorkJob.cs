using Quartz;

namespace CommerceVideo.Jobs;

/// <summary>What Quartz fires: the id of a work row. All that matters about the work stands in that row.</summary>
internal sealed class WorkJob(WorkRunner runner) : IJob<long>
{
    public async ValueTask Execute(IJobExecutionContext context, long input, CancellationToken ct = default) =>
        await runner.RunAsync(input, context.Recovering, ct);
}
