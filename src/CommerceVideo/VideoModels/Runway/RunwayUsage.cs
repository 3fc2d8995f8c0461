using System.Globalization;
using System.Text.Json;
using CommerceVideo.Platform;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Runway;

/// <summary>What Runway says it has charged, by day and model; pure.</summary>
internal static class RunwayUsage
{
    /// <summary>Credits of one model over all days of the answer.</summary>
    public static string Credits(JsonElement usage, string model) =>
        Written(
            usage
                .Items("results")
                .SelectMany(static day => day.Items("usedCredits"))
                .Where(used => used.Text("model") == model)
                .Sum(static used => used.Number("amount") ?? 0)
        );

    public static string Credits(Money price) => Written(price.Amount / RunwayTask.Credit.Amount);

    private static string Written(decimal credits) => credits.ToString("0.##", CultureInfo.InvariantCulture);
}
