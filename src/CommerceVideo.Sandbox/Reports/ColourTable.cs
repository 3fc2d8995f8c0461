using System.Globalization;
using System.Text.Json.Nodes;

namespace CommerceVideo.Sandbox.Reports;

/// <summary>The app's figures of colour, a line for each clip that a model made: CIEDE2000 of the product against its photo.</summary>
internal static class ColourTable
{
    /// <summary>Nothing where no clip was measured or left out.</summary>
    public static IReadOnlyList<string> Of(JsonObject product)
    {
        var rows = ProductProgress
            .Videos(product)
            .GroupBy(static video => $"{video["purpose"]} {Attempts(video)}", StringComparer.Ordinal)
            .SelectMany(static same => Clips(same.First()))
            .ToList();
        return rows.Count == 0
            ? []
            :
            [
                $"{"colour against the photo", -34} {"before", 13} {"after", 13} {"ground step", 14} frames",
                $"{"", -34} {"mean", 6} {"p95", 6} {"mean", 6} {"p95", 6} {"before", 7} {"after", 6}",
                .. rows,
                .. Spread(product["colour"]),
            ];
    }

    private static IEnumerable<string> Clips(JsonObject video) =>
        (video["attempts"]?.AsArray() ?? [])
            .OfType<JsonObject>()
            .Where(static attempt => attempt["colour"] is JsonObject)
            .Select(attempt => Line($"{video["purpose"]} {attempt["model"]}", attempt["colour"]!));

    private static string Line(string name, JsonNode colour) =>
        colour["before"] is not { } before || colour["after"] is not { } after
            ? $"{name, -34} not measured: {colour["why"]}"
            : $"{name, -34} {Figure(before["mean"]), 6} {Figure(before["p95"]), 6} {Figure(after["mean"]), 6} {Figure(after["p95"]), 6}"
                + $" {Figure(before["groundStep"]), 7} {Figure(after["groundStep"]), 6} {before["frames"], 6} {colour["outcome"]}";

    private static string[] Spread(JsonNode? spread) =>
        spread is null
            ? []
            :
            [
                $"{"between the two models furthest apart", -34} {Figure(spread["before"])} before, {Figure(spread["after"])} after, of {spread["models"]} models",
            ];

    private static string Attempts(JsonObject video) =>
        string.Join(
            ' ',
            (video["attempts"]?.AsArray() ?? []).Select(static attempt => $"{attempt?["model"]}{attempt?["colour"]}")
        );

    private static string Figure(JsonNode? value) =>
        value is null ? "-" : value.GetValue<double>().ToString("0.00", CultureInfo.InvariantCulture);
}
