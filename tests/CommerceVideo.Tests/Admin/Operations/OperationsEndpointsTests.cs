using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CommerceVideo.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace CommerceVideo.Tests.Admin.Operations;

public sealed class OperationsEndpointsTests
{
    private const string Key = "an operator's key";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer ")]
    [InlineData("Bearer another key")]
    [InlineData("bearer an operator's key")]
    [InlineData("Basic an operator's key")]
    [InlineData("an operator's key")]
    public async Task Nothing_is_told_to_whoever_does_not_carry_the_key(string? authorization)
    {
        await using var app = await WebRole.StartAsync("Host=127.0.0.1;Port=1", Key);

        using var answer = await AskAsync(app, authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_key_in_the_settings_the_address_does_not_exist(string? key)
    {
        await using var app = await WebRole.StartAsync("Host=127.0.0.1;Port=1", key);

        using var answer = await AskAsync(app, "Bearer ");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_key_opens_the_report()
    {
        await using var database = await AppDatabase.CreateAsync();
        await using var app = await WebRole.StartAsync(database.ConnectionString, Key);

        using var answer = await AskAsync(app, $"Bearer {Key}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None);
        Assert.True(report.GetProperty("idle").GetBoolean());
        Assert.Equal(0, report.GetProperty("deliveries").GetProperty("received").GetInt64());
        Assert.Empty(report.GetProperty("products").EnumerateArray());
    }

    [Fact]
    public async Task The_report_tells_which_models_in_use_end_soon()
    {
        var tomorrow = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(1);
        await using var database = await AppDatabase.CreateAsync();
        await using var app = await WebRole.StartAsync(
            database.ConnectionString,
            Key,
            ("VideoModels:Kling:ApiKey", "a key"),
            ("Models:Versions:kling-3.0:Retired", tomorrow.ToString("yyyy-MM-dd", null))
        );

        using var answer = await AskAsync(app, $"Bearer {Key}");

        var report = await answer.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None);
        var ending = Assert.Single(report.GetProperty("retirements").EnumerateArray());
        Assert.Equal("kling-3.0", ending.GetProperty("model").GetString());
        Assert.Contains("Product pages go to", ending.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(WebApplication app, string? authorization)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{app.Urls.Single()}/operations/report");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await client.SendAsync(request, CancellationToken.None);
    }
}
