using System.Text.Json;
using CommerceVideo.Platform;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Runway;

/// <summary>A task as Runway reports it; pure.</summary>
/// <param name="Status">An unknown word is kept as it came.</param>
/// <param name="FailureCode">Null where a failed task carries none.</param>
/// <param name="Cost">What it came to, nothing where it was refunded; null until it is over.</param>
internal sealed record RunwayTask(string Status, Uri? Video, string Failure, string? FailureCode, Money? Cost)
{
    public const string Pending = "PENDING";
    public const string Throttled = "THROTTLED";
    public const string Running = "RUNNING";
    public const string Succeeded = "SUCCEEDED";
    public const string Failed = "FAILED";
    public const string Cancelled = "CANCELLED";

    /// <summary>What one credit costs (docs.dev.runwayml.com, pricing, 2026-08-13).</summary>
    public static Money Credit { get; } = new(0.01m, Money.Dollars);

    /// <summary>It waits for a place: more than the account may run at a time is no error here.</summary>
    public bool Waits => Status is Pending or Throttled;

    public bool CanBeStopped => Waits || Status == Running;

    /// <returns>Null when the answer holds no task.</returns>
    public static RunwayTask? In(JsonElement body) =>
        body.Text("status") is { } status
            ? new RunwayTask(
                status,
                body.Items("output").Select(static one => one.Address()).FirstOrDefault(static one => one is not null),
                body.Text("failure") ?? "no reason given",
                body.Text("failureCode"),
                body.Number("cost", "credits") is { } credits ? Credit * credits : null
            )
            : null;
}
