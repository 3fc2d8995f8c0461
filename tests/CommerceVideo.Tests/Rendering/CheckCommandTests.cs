using System.Diagnostics;
using System.Text.Json;
using CommerceVideo.Quality;
using CommerceVideo.Tests.Quality;

namespace CommerceVideo.Tests.Rendering;

/// <summary><c>check</c> from outside: its exits, and the JSON that is promised.</summary>
public sealed class CheckCommandTests : IAsyncLifetime, IDisposable
{
    private readonly GateFilms _films = new();

    public Task InitializeAsync() => _films.DrawAsync(GateFilms.Patterned);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _films.Dispose();

    [Theory]
    [InlineData("", 0, "pass")]
    [InlineData(",gblur=sigma=2.5", 3, "review")]
    [InlineData(",eq=brightness='-0.5*lt(mod(n,6),3)':eval=frame", 4, "reject")]
    public async Task The_verdict_is_the_exit_and_the_JSON(string wrong, int exit, string verdict)
    {
        var clip = await _films.FilmAsync($"{GateFilms.PushIn}{wrong}");

        var check = await RunAsync("--photo", _films.Photo, "--clip", clip, "--json", "-");

        var report = JsonDocument.Parse(check.Output).RootElement;
        Assert.Equal((exit, verdict), (check.Exit, report.GetProperty("verdict").GetString()));
        Assert.Equal(1, report.GetProperty("schema").GetInt32());
        Assert.Equal("plain-ground", report.GetProperty("mask").GetProperty("kind").GetString());
        Assert.InRange(report.GetProperty("mask").GetProperty("coverage").GetDouble(), 0.1, 0.3);
        Assert.All(report.GetProperty("findings").EnumerateArray(), Promised);
        Assert.Equal(
            QualityChecks.All.Select(static one => one.Name),
            report.GetProperty("findings").EnumerateArray().Select(static one => one.GetProperty("check").GetString())
        );
    }

    [Fact]
    public async Task JSON_goes_to_a_file_and_the_table_to_a_person()
    {
        var clip = await _films.FilmAsync(GateFilms.PushIn);

        var check = await RunAsync("--photo", _films.Photo, "--clip", clip, "--json", _films.Files["check.json"]);

        Assert.Equal(0, check.Exit);
        Assert.Contains("Verdict: pass", check.Output, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(_films.Files["check.json"]));
        Assert.Equal("pass", report.RootElement.GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task What_cannot_be_read_exits_5_with_the_reason()
    {
        await File.WriteAllTextAsync(_films.Files["page.mp4"], "<html>404</html>");

        var gone = await RunAsync("--photo", _films.Files["gone.png"], "--clip", _films.Files["page.mp4"]);
        var page = await RunAsync("--photo", _films.Photo, "--clip", _films.Files["page.mp4"]);
        var picture = await RunAsync("--photo", _films.Files["page.mp4"], "--clip", _films.Photo);

        Assert.Equal((5, 5, 5), (gone.Exit, page.Exit, picture.Exit));
        Assert.Contains("gone.png", gone.Errors, StringComparison.Ordinal);
        Assert.Contains("cannot be read", page.Errors, StringComparison.Ordinal);
        Assert.NotEqual("", picture.Errors.Trim());
    }

    [Theory]
    [InlineData("--photo a.jpg")]
    [InlineData("--clip a.mp4")]
    [InlineData("--photo a.jpg --clip a.mp4 --fast")]
    [InlineData("--photo a.jpg --clip")]
    public async Task Wrong_usage_exits_2_with_one_line(string words)
    {
        var (exit, output, errors) = await RunAsync(words.Split(' '));

        Assert.Equal((2, ""), (exit, output));
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    /// <summary>A figure with its limit, or a reason why there is none.</summary>
    private static void Promised(JsonElement finding)
    {
        var outcome = finding.GetProperty("outcome").GetString();
        Assert.Contains(outcome, (string[])["pass", "review", "reject", "skipped"]);
        Assert.Contains(finding.GetProperty("op").GetString(), (string[])["<=", ">="]);
        Assert.NotEqual("", finding.GetProperty("unit").GetString());
        var measured = outcome == "skipped" ? JsonValueKind.Null : JsonValueKind.Number;
        Assert.Equal(measured, finding.GetProperty("value").ValueKind);
        Assert.Equal(measured, finding.GetProperty("limit").ValueKind);
        Assert.True(finding.TryGetProperty("frame", out _));
    }

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] words)
    {
        using var program = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(QualityChecks).Assembly.Location, "check", .. words])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var errors = program.StandardError.ReadToEndAsync();
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        return (program.ExitCode, output, await errors);
    }
}
