using System.Text.Json;
using CommerceVideo.Admin.Operations;

namespace CommerceVideo.Tests.Support;

/// <summary>Store and app at one moment, the store looked at first.</summary>
internal sealed record FlowView(StoreState Store, SystemReport Report)
{
    private static readonly string[] Final = ["ready", "review", "refused", "parked"];

    /// <summary>Nobody has anything more to do.</summary>
    public bool IsSettled => Store.IsQuiet && Report.Idle;

    public ProductReport? Of(string gid) => Report.Products.SingleOrDefault(product => product.Id == gid);

    public string State(string gid) => Of(gid)?.State ?? "unknown";

    public bool IsFinal(string gid) => Final.Contains(State(gid), StringComparer.Ordinal);

    public VideoReport Page(string gid) => Of(gid)!.Videos.Single(static video => video.Purpose == "page");

    public IReadOnlyList<AttemptReport> Attempts(string gid) =>
        [.. Of(gid)!.Videos.DistinctBy(static video => video.Purpose).SelectMany(static video => video.Attempts)];

    public string Tell(string gid) =>
        $"app: {JsonSerializer.Serialize(Of(gid), ReportJson.Options)}\nstore: {JsonSerializer.Serialize(Store.Of(gid))}";
}
