using System.Diagnostics;
using System.Text.Json;
using CommerceVideo.Sandbox.Start;
using CommerceVideo.Tests.Media.Video;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests;

/// <summary>The built program from outside: its exits and where it writes.</summary>
public sealed class CommandsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("paint")]
    [InlineData("web paint")]
    [InlineData("worker --fast")]
    [InlineData("web --json")]
    [InlineData("web --json - worker")]
    [InlineData("migrate --json")]
    [InlineData("migrate now")]
    [InlineData("render")]
    [InlineData("render --photo")]
    [InlineData("render --photo a.jpg --purposes billboard")]
    [InlineData("lint")]
    [InlineData("lint --placement tiktok.feed")]
    [InlineData("lint --placement billboard a.mp4")]
    [InlineData("route --use billboard")]
    [InlineData("route --seconds")]
    [InlineData("route --seconds nought")]
    [InlineData("route --ratio wide")]
    [InlineData("route --deadline soon")]
    [InlineData("route --now yesterday")]
    [InlineData("route --budget much")]
    [InlineData("route --model nobody")]
    [InlineData("route --shop a.myshopify.com")]
    [InlineData("route --use page --use hero")]
    [InlineData("forecast")]
    [InlineData("forecast --products 0")]
    [InlineData("forecast --products 5 --uses billboard")]
    [InlineData("forecast --products 5 --models nobody")]
    [InlineData("drill --model kling-3.0")]
    [InlineData("drill --model nobody --on 2026-12-01")]
    [InlineData("drill --model kling-3.0 --on tomorrow")]
    [InlineData("drill --model kling-3.0 --on 2026-12-01 --spend")]
    public async Task Wrong_usage_exits_2_with_one_line_that_says_what(string words)
    {
        var (exit, output, errors) = await RunAsync(words);

        Assert.Equal(2, exit);
        Assert.Empty(output);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("help")]
    [InlineData("web --help")]
    [InlineData("worker --help")]
    [InlineData("web worker --help")]
    [InlineData("migrate --help")]
    [InlineData("render --help")]
    [InlineData("lint --help")]
    [InlineData("route --help")]
    [InlineData("forecast --help")]
    [InlineData("drill --help")]
    public async Task Help_is_written_to_the_output_and_exits_0(string words)
    {
        var (exit, output, errors) = await RunAsync(words);

        Assert.Equal(0, exit);
        Assert.Contains("commerce-video", output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("migrate", "ConnectionStrings__Database")]
    [InlineData("web", "ConnectionStrings__Database")]
    public async Task What_is_not_set_is_named_in_one_line_and_exits_1(string words, string setting)
    {
        var (exit, _, errors) = await RunAsync(words);

        Assert.Equal(1, exit);
        Assert.Contains(setting, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_without_its_keys_does_not_start_and_names_them()
    {
        var (exit, _, errors) = await RunAsync("web", ("ConnectionStrings__Database", "Host=127.0.0.1;Port=1"));

        Assert.Equal(1, exit);
        Assert.Contains("Shopify__ApiKey", errors, StringComparison.Ordinal);
        Assert.Contains("Secrets__Key", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_exits_1_with_one_line()
    {
        var (exit, _, errors) = await RunAsync(
            "migrate",
            ("ConnectionStrings__Database", "Host=127.0.0.1;Port=1;Timeout=5")
        );

        Assert.Equal(1, exit);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("size=144x180:rate=30:duration=2", 0, null)]
    [InlineData("size=144x180:rate=15:duration=2", 4, "frameRate")]
    public async Task Lint_tells_which_rules_a_file_breaks(string source, int exit, string? rule)
    {
        using var films = new TinyVideo();
        var file = await films.MakeAsync("film.mp4", source);

        var lint = await RunAsync($"lint --placement meta.feed {file} --json -");

        var report = JsonDocument.Parse(lint.Output).RootElement;
        Assert.Equal((exit, exit == 0), (lint.Exit, report.GetProperty("ok").GetBoolean()));
        Assert.Equal("meta.feed", report.GetProperty("placement").GetString());
        Assert.Contains(
            "frameRate",
            report.GetProperty("rulesChecked").EnumerateArray().Select(static one => one.GetString())
        );
        var broken = report.GetProperty("broken").EnumerateArray().ToArray();
        Assert.Equal(rule, broken.Length == 0 ? null : Assert.Single(broken).GetProperty("rule").GetString());
        Assert.All(broken, static one => Assert.Equal("O", one.GetProperty("confidence").GetString()));
    }

    [Fact]
    public async Task Lint_of_what_cannot_be_read_exits_5_with_the_reason()
    {
        var lint = await RunAsync("lint --placement meta.feed gone.mp4 --json -");

        Assert.Equal(5, lint.Exit);
        var reason = JsonDocument.Parse(lint.Output).RootElement.GetProperty("unreadable");
        Assert.Equal("not_found", reason.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Migrate_tells_what_it_applied_as_JSON()
    {
        await using var database = await TestDatabase.CreateAsync();
        var connection = ("ConnectionStrings__Database", database.ConnectionString);

        var first = await RunAsync("migrate --json -", connection);
        var second = await RunAsync("migrate --json -", connection);

        Assert.Equal((0, 0), (first.Exit, second.Exit));
        Assert.Equal("0001_delivery.sql", Applied(first.Output)[0].GetString());
        Assert.Empty(Applied(second.Output));
    }

    [Theory]
    [InlineData("web")]
    [InlineData("worker")]
    [InlineData("web worker")]
    public async Task A_role_that_is_up_says_in_one_line_of_JSON_who_and_where_it_is(string roles)
    {
        await using var database = await AppDatabase.CreateAsync();
        var folder = Directory.CreateTempSubdirectory("cv-roles-");
        var nobody = new Uri("http://127.0.0.1:0/");
        var settings = FlowSettings.ForApp(
            FlowOptions.Quick,
            folder.FullName,
            new Addresses(nobody, nobody),
            database.ConnectionString
        );

        using var program = Start($"{roles} --json -", settings.Select(static pair => (pair.Key, pair.Value)));
        try
        {
            var line = await program.StandardOutput.ReadLineAsync().WaitAsync(Poll.Limit);
            var up = JsonDocument.Parse(line!).RootElement;

            Assert.Equal(roles.Split(' '), up.GetProperty("roles").Deserialize<string[]>());
            Assert.Equal(program.Id, up.GetProperty("pid").GetInt32());
            using var http = new HttpClient();
            var health = new Uri(new Uri(up.GetProperty("addresses")[0].GetString()!), "/health/ready");
            Assert.Equal("Healthy", await http.GetStringAsync(health));
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    private static JsonElement[] Applied(string output) =>
        [.. JsonDocument.Parse(output).RootElement.GetProperty("applied").EnumerateArray()];

    private static Process Start(string words, IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(Roles).Assembly.Location);
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            start.ArgumentList.Add(word);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(
        string words,
        params (string Name, string Value)[] settings
    )
    {
        using var program = Start(words, settings);
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
