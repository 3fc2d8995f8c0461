using System.Diagnostics;
using System.Text.Json;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Routing.Commands;

/// <summary>The built program with the register it is shipped with: what the routing verbs write.</summary>
public sealed class RoutingCommandsTests
{
    private static readonly (string, string) Key = ("VideoModels__Kling__ApiKey", "a key");

    [Fact]
    public async Task A_route_needs_no_database_and_no_key_and_is_then_the_studios()
    {
        var route = await JsonAsync("route --use page --now 2026-11-22 --json -");

        Assert.Equal(1, route.GetProperty("schema").GetInt32());
        Assert.Equal("2026-11-22T00:00:00Z", route.GetProperty("at").GetString());
        Assert.Equal("page", route.GetProperty("use").GetString());
        Assert.Equal(JsonValueKind.Null, route.GetProperty("deadline").ValueKind);
        var only = Assert.Single(route.GetProperty("chosen").EnumerateArray());
        Assert.Equal("studio-1", only.GetProperty("model").GetString());
        Assert.Equal("0.00", only.GetProperty("price").GetProperty("amount").GetString());
        Assert.Equal("USD", only.GetProperty("price").GetProperty("currency").GetString());
        Assert.All(
            only.GetProperty("reasons").EnumerateArray(),
            static reason =>
            {
                Assert.NotEmpty(reason.GetProperty("code").GetString()!);
                Assert.NotEmpty(reason.GetProperty("text").GetString()!);
                Assert.NotEmpty(reason.GetProperty("evidence").GetString()!);
            }
        );
        Assert.Equal("no_key", Code(route, "kling-3.0"));
    }

    [Fact]
    public async Task A_key_in_the_settings_brings_its_models_in_and_dates_leave_them_out()
    {
        var route = await JsonAsync("route --use page --now 2026-11-22 --json -", Key);
        var retired = await JsonAsync(
            "route --use page --now 2026-11-22 --json -",
            Key,
            ("Models__Versions__kling-3.0__Retired", "2026-11-22")
        );
        var early = await JsonAsync("route --use page --now 2026-02-24 --json -", Key);

        Assert.Equal("kling-3.0", First(route));
        Assert.Equal("retired", Code(retired, "kling-3.0"));
        Assert.Equal("not_launched", Code(early, "kling-3.0"));
    }

    [Fact]
    public async Task What_is_said_of_the_shot_is_what_is_routed()
    {
        var words = await JsonAsync("route --start words --json -", Key);
        var late = await JsonAsync("route --now 2026-11-22T12:00:00Z --deadline 2026-11-22T12:01:00Z --json -", Key);
        var dear = await JsonAsync("route --seconds 10 --budget 0.01 --json -", Key);
        var asked = await JsonAsync("route --move detail-to-whole --ratio 9:16 --model kling-2.6 --json -", Key);

        Assert.Empty(words.GetProperty("chosen").EnumerateArray());
        Assert.Equal("cannot", Code(words, "kling-3.0"));
        Assert.Equal("too_slow", Code(late, "kling-3.0"));
        Assert.Equal("2026-11-22T12:01:00Z", late.GetProperty("deadline").GetString());
        Assert.Equal("over_budget", Code(dear, "kling-3.0"));
        Assert.Equal("kling-2.6", First(asked));
        Assert.Equal("not_asked_for", Code(asked, "kling-3.0"));
    }

    [Fact]
    public async Task For_people_it_is_a_table_in_line_and_the_same_every_time()
    {
        var (_, first, _) = await RunAsync("route --use hero --now 2026-11-22", Key);
        var (_, second, _) = await RunAsync("route --use hero --now 2026-11-22", Key);

        Assert.Equal(first, second);
        var lines = first.Split('\n');
        Assert.StartsWith("rank  model", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            lines[0].IndexOf("why", StringComparison.Ordinal),
            lines[1].IndexOf("Cinematic", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_database_without_a_shop_changes_nothing()
    {
        await using var database = await AppDatabase.CreateAsync();

        var route = await JsonAsync(
            "route --now 2026-11-22 --json -",
            Key,
            ("ConnectionStrings__Database", database.ConnectionString)
        );

        Assert.Equal("kling-3.0", First(route));
    }

    [Fact]
    public async Task A_forecast_may_count_on_keys_that_are_not_there_yet_and_says_so()
    {
        var free = await JsonAsync("forecast --products 10 --json -");
        var paid = await JsonAsync("forecast --products 10 --uses page --models kling-3.0 --json -");

        Assert.Empty(free.GetProperty("costs").EnumerateArray());
        Assert.Equal(50, free.GetProperty("shots").GetInt32());
        var cost = Assert.Single(paid.GetProperty("costs").EnumerateArray());
        Assert.Equal("6.72", cost.GetProperty("low").GetProperty("amount").GetString());
        Assert.Equal("kling", paid.GetProperty("assumedKeys")[0].GetString());
        Assert.True(paid.GetProperty("time").GetProperty("expectedSeconds").GetDouble() > 0);
    }

    [Fact]
    public async Task A_forecast_takes_off_what_the_register_takes_off_for_volume()
    {
        var paid = await JsonAsync(
            "forecast --products 10 --uses page --json -",
            Key,
            ("Models__ProviderTiers__kling__0__FromSeconds", "30"),
            ("Models__ProviderTiers__kling__0__Factor", "0.5")
        );

        var share = paid.GetProperty("models")[0];
        Assert.Equal("6.72", share.GetProperty("list").GetProperty("amount").GetString());
        Assert.Equal("5.04", share.GetProperty("price").GetProperty("amount").GetString());
    }

    [Fact]
    public async Task A_tier_that_makes_no_sense_stops_the_program_with_one_line()
    {
        var (exit, _, errors) = await RunAsync("route", ("Models__ProviderTiers__kling__0__Factor", "2"));

        Assert.Equal(1, exit);
        Assert.Contains("Models:ProviderTiers:kling", Assert.Single(errors.TrimEnd().Split('\n')));
    }

    [Theory]
    [InlineData("-0.01", "a price is below nothing")]
    [InlineData("0", "kling sends bills")]
    [InlineData("10000000.01", "which nobody asks")]
    public async Task A_price_that_nobody_can_mean_stops_the_program_with_one_line(string price, string what)
    {
        var (exit, _, errors) = await RunAsync("route", ("Models__Versions__kling-3.0__Sizes__720p__PerSecond", price));

        Assert.Equal(1, exit);
        var line = Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.Contains("Models:Versions:kling-3.0", line);
        Assert.Contains(what, line);
    }

    [Fact]
    public async Task A_best_use_that_is_no_use_stops_the_program_with_one_line()
    {
        var (exit, _, errors) = await RunAsync("route", ("Models__Versions__kling-3.0__BestFor__0", "billboard"));

        Assert.Equal(1, exit);
        Assert.Contains("'billboard' is not a use", Assert.Single(errors.TrimEnd().Split('\n')));
    }

    [Fact]
    public async Task A_drill_shows_who_takes_over_and_replays_nothing_by_itself()
    {
        var drill = await JsonAsync("drill --model kling-3.0 --on 2026-12-01 --models kling --replay --json -");

        var page = drill.GetProperty("uses").EnumerateArray().First();
        Assert.Equal("page", page.GetProperty("use").GetString());
        Assert.Equal("kling-3.0", page.GetProperty("from").GetString());
        Assert.NotEqual("kling-3.0", page.GetProperty("to").GetString());
        Assert.Equal(0, drill.GetProperty("replay").GetProperty("started").GetInt32());
    }

    private static string? First(JsonElement route) => route.GetProperty("chosen")[0].GetProperty("model").GetString();

    private static string? Code(JsonElement route, string model) =>
        route
            .GetProperty("leftOut")
            .EnumerateArray()
            .Single(left => left.GetProperty("model").GetString() == model)
            .GetProperty("code")
            .GetString();

    private static async Task<JsonElement> JsonAsync(string words, params (string Name, string Value)[] settings)
    {
        var (exit, output, errors) = await RunAsync(words, settings);
        Assert.True(exit == 0, errors);
        return JsonDocument.Parse(output).RootElement;
    }

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(
        string words,
        params (string Name, string Value)[] settings
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(Roles).Assembly.Location);
        foreach (var word in words.Split(' '))
        {
            start.ArgumentList.Add(word);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var program = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            var output = program.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = program.StandardError.ReadToEndAsync(limit.Token);
            await program.WaitForExitAsync(limit.Token);
            return (program.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            program.Kill(entireProcessTree: true);
            throw;
        }
    }
}
