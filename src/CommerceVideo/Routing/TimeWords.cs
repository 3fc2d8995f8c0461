using System.Globalization;

namespace CommerceVideo.Routing;

/// <summary>Spans as people say them: 45 s, 3 min, 2.5 h.</summary>
internal static class TimeWords
{
    public static string Of(TimeSpan span) =>
        span.TotalSeconds < 90 ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s")
        : span.TotalMinutes < 90 ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} min")
        : span.TotalHours < 48 ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} h")
        : string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0.#} days");
}
