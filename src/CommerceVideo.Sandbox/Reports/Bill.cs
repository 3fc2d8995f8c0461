using System.Globalization;
using System.Text.Json.Nodes;

namespace CommerceVideo.Sandbox.Reports;

/// <summary>What a provider says it is owed beside what our ledger says, in one currency; an amount nobody can read is null.</summary>
internal sealed record Bill(string Provider, string Currency, decimal? Ours, decimal? Theirs)
{
    /// <summary>Null where both say the same, to the last digit.</summary>
    public string? Complaint =>
        Ours is not null && Ours == Theirs
            ? null
            : $"{Provider} bills {Text(Theirs) ?? "something unreadable"} {Currency}, our ledger says {Text(Ours) ?? "something unreadable"}";

    /// <param name="providers">The store's <c>providers</c>, each with the bill it keeps.</param>
    /// <param name="spend">The app's <c>spend</c>.</param>
    public static IReadOnlyList<Bill> Compare(IEnumerable<JsonObject> providers, IEnumerable<JsonObject> spend)
    {
        var theirs = Sums(providers.Where(Bills).Select(one => (Name(one), one["bill"]!.AsObject())));
        var ours = Sums(spend.Select(one => (Name(one), one)));
        return
        [
            .. theirs
                .Keys.Union(ours.Where(sum => sum.Value != 0).Select(sum => sum.Key))
                .Order()
                .Select(key => new Bill(
                    key.Provider,
                    key.Currency,
                    ours.GetValueOrDefault(key, 0),
                    theirs.GetValueOrDefault(key, 0)
                )),
        ];
    }

    public JsonObject ToJson() =>
        new()
        {
            ["provider"] = Provider,
            ["ours"] = Text(Ours),
            ["theirs"] = Text(Theirs),
            ["currency"] = Currency,
        };

    private static Dictionary<(string Provider, string Currency), decimal?> Sums(
        IEnumerable<(string Provider, JsonObject Money)> rows
    ) =>
        rows.GroupBy(row => (row.Provider, Currency: $"{row.Money["currency"]}"))
            .ToDictionary(
                group => group.Key,
                group => group.Aggregate((decimal?)0, (sum, row) => sum + Amount(row.Money))
            );

    private static bool Bills(JsonObject provider) => provider["bill"] is JsonObject;

    private static string Name(JsonObject of) => $"{of["provider"]}";

    private static decimal? Amount(JsonObject money) =>
        decimal.TryParse($"{money["amount"]}", NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;

    private static string? Text(decimal? amount) => amount?.ToString("0.00####", CultureInfo.InvariantCulture);
}
