using System.Text.Json.Nodes;
using CommerceVideo.Sandbox.Reports;

namespace CommerceVideo.Sandbox.Headless;

/// <summary>What a run made, as the JSON that is promised, and how it exits.</summary>
internal sealed record HeadlessOutcome(
    string Folder,
    JsonObject Deliveries,
    ProcessCounts Processes,
    IReadOnlyList<Bill> Bills
)
{
    private readonly JsonArray _products = [];
    private int _wrong;
    private int _reviews;
    private int _refused;

    public double Seconds { get; init; }

    public int Exit =>
        _wrong > 0 || Bills.Any(bill => bill.Complaint is not null) ? Commands.Failed
        : _reviews > 0 ? Commands.NeedsReview
        : Commands.Ok;

    public string Summary =>
        $"{_products.Count} products in {Seconds} s: {_products.Count - _wrong - _reviews - _refused} with their videos, "
        + $"{_refused} refused for good, {_reviews} for a person to look at, {_wrong} unfinished or wrong";

    public async Task AddAsync(AddedProduct product, JsonObject? told, List<string> complaints, TextWriter says)
    {
        var entry = told?.DeepClone().AsObject() ?? new JsonObject { ["id"] = product.Id, ["state"] = "unknown" };
        entry["photo"] = product.Sample.Photo;
        if (complaints.Count > 0)
        {
            entry["wrong"] = new JsonArray([.. complaints.Select(text => (JsonNode)text)]);
        }
        _products.Add(entry);
        Count(told, complaints.Count);
        foreach (var complaint in complaints)
        {
            await says.WriteLineAsync($"{product.Sample.Title}: {complaint}");
        }
    }

    public JsonObject ToJson() =>
        new()
        {
            ["schema"] = 1,
            ["ok"] = Exit == Commands.Ok,
            ["seconds"] = Seconds,
            ["out"] = Folder,
            ["processes"] = Processes.ToJson(),
            ["deliveries"] = Deliveries.DeepClone(),
            ["products"] = _products.DeepClone(),
            ["bills"] = new JsonArray([.. Bills.Select(bill => (JsonNode)bill.ToJson())]),
        };

    private void Count(JsonObject? told, int complaints)
    {
        if (Verdict.IsReview(told) && complaints <= 1)
        {
            _reviews++;
        }
        else if (complaints > 0)
        {
            _wrong++;
        }
        else if (ProductProgress.State(told) == "refused")
        {
            _refused++;
        }
    }
}
