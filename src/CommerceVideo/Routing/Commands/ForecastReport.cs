using System.Globalization;
using System.Text;
using CommerceVideo.Platform;
using CommerceVideo.Routing.Forecasts;

namespace CommerceVideo.Routing.Commands;

/// <summary>A forecast as lines for people and as JSON.</summary>
internal static class ForecastReport
{
    public static object Of(Forecast forecast, IReadOnlyList<string> assumed) =>
        new
        {
            Schema = 1,
            At = CommandOutput.Instant(forecast.Request.At),
            forecast.Request.Products,
            Uses = forecast.Request.Uses.Select(UseWords.Word),
            forecast.Shots,
            Costs = forecast.Costs.Select(static cost => new
            {
                Low = CommandOutput.Price(cost.Low),
                Expected = CommandOutput.Price(Cents(cost.Expected)),
                High = CommandOutput.Price(Cents(cost.High)),
                Worst = CommandOutput.Price(cost.Worst),
            }),
            Time = new
            {
                ExpectedSeconds = Math.Round(forecast.Time.Expected.TotalSeconds),
                WorstSeconds = Math.Round(forecast.Time.Worst.TotalSeconds),
            },
            Models = forecast.Models.Select(static share => new
            {
                share.Model,
                share.Shots,
                share.Seconds,
                List = CommandOutput.Price(share.List),
                Price = CommandOutput.Price(Cents(share.Price)),
                TimeSeconds = Math.Round(share.Time.TotalSeconds),
            }),
            NotMade = forecast.NotMade.Select(static missing => new { Use = UseWords.Word(missing.Use), missing.Text }),
            AssumedKeys = assumed,
        };

    public static string Lines(Forecast forecast, IReadOnlyList<string> assumed)
    {
        var text = new StringBuilder();
        text.AppendLine(
            $"{forecast.Request.Products} products, {forecast.Shots} shots, about {TimeWords.Of(forecast.Time.Expected)}, at worst {TimeWords.Of(forecast.Time.Worst)}; finishing is not counted."
        );
        foreach (var cost in forecast.Costs)
        {
            text.AppendLine(
                $"Expected {Cents(cost.Expected)}; {Cents(cost.Low)} when nothing fails, {Cents(cost.High)} in the worst of twenty runs, never more than {Cents(cost.Worst)}."
            );
        }

        if (forecast.Costs.Count == 0)
        {
            text.AppendLine("It costs nothing: all of it is made on this machine.");
        }

        text.AppendLine().Append(Table(forecast));
        foreach (var missing in forecast.NotMade)
        {
            text.AppendLine($"Not made: {missing.Text}");
        }

        if (assumed.Count > 0)
        {
            text.AppendLine($"As if there were a key for {string.Join(", ", assumed)}.");
        }

        return text.ToString();
    }

    private static string Table(Forecast forecast) =>
        CommandOutput.Table([
            ["model", "shots", "seconds", "list price", "price", "time"],
            .. forecast.Models.Select(static share =>
                (IReadOnlyList<string>)
                    [
                        share.Model,
                        share.Shots.ToString(CultureInfo.InvariantCulture),
                        share.Seconds.ToString(CultureInfo.InvariantCulture),
                        Cents(share.List).ToString(),
                        Cents(share.Price).ToString(),
                        TimeWords.Of(share.Time),
                    ]
            ),
        ]);

    // A forecast is no bill: more than cents would only look exact.
    private static Money Cents(Money money) => money with { Amount = Math.Round(money.Amount, 2) };
}
