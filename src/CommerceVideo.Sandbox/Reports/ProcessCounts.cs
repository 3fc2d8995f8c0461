using System.Text.Json.Nodes;

namespace CommerceVideo.Sandbox.Reports;

/// <summary>How many processes of each role run at this moment, and how often a worker was started to keep one running.</summary>
internal sealed record ProcessCounts(int Web, int Worker, int WorkerStarts)
{
    public JsonObject ToJson() =>
        new()
        {
            ["web"] = Web,
            ["worker"] = Worker,
            ["workerStarts"] = WorkerStarts,
        };
}
