using Quartz;

namespace CommerceVideo.Jobs;

/// <summary>What Quartz fires: which work row, for which of its runs. All that matters about the work stands in that row.</summary>
internal sealed class WorkJob(WorkRunner runner) : IJob<HandedWork>
{
    public async ValueTask Execute(IJobExecutionContext context, HandedWork input, CancellationToken ct = default) =>
        await runner.RunAsync(input.Id, context.Recovering ? input.Attempt : null, ct);
}
