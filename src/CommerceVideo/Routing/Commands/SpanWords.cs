using System.Globalization;

namespace CommerceVideo.Routing.Commands;

/// <summary>Reads when something must be there: an instant, or how long from now (<c>90s</c>, <c>20m</c>, <c>2h</c>, <c>00:20:00</c>).</summary>
internal static class SpanWords
{
    public static TimeSpan Until(string text, DateTimeOffset now) =>
        Span(text)
        ?? CommandOptions.ReadInstant(text) - now
        ?? throw new WrongUsageException($"--deadline is an instant, or a span such as 20m, not '{text}'.");

    private static TimeSpan? Span(string text)
    {
        if (
            text.Length > 1
            && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        )
        {
            switch (text[^1])
            {
                case 's':
                    return TimeSpan.FromSeconds(number);
                case 'm':
                    return TimeSpan.FromMinutes(number);
                case 'h':
                    return TimeSpan.FromHours(number);
            }
        }

        return
            text.Contains(':', StringComparison.Ordinal)
            && !text.Contains('-', StringComparison.Ordinal)
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
            ? span
            : null;
    }
}
