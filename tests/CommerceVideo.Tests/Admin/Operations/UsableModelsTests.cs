using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CommerceVideo.Tests.Admin.Operations;

public sealed class UsableModelsTests
{
    [Fact]
    public async Task A_shop_s_own_key_brings_models_that_the_installation_has_not()
    {
        await using var desk = await OperatorDesk.OpenAsync(("VideoModels:Luma:ApiKey", "ours"));
        const string key = $"shops/{OperatorDesk.Domain}/provider-keys/kling";
        using var kept = await desk.Client.PutAsJsonAsync(key, new { key = "theirs" });

        Assert.Equal(["luma", "studio"], await ProvidersAsync(desk, "models"));
        Assert.Equal(["kling", "luma", "studio"], await ProvidersAsync(desk, $"models?shop={OperatorDesk.Domain}"));
        Assert.Equal(["luma", "studio"], await ProvidersAsync(desk, $"models?shop={OperatorDesk.OtherDomain}"));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Client.GetAsync("models?shop=nobody")).StatusCode);
    }

    [Fact]
    public async Task A_word_that_is_no_use_is_refused_with_those_there_are()
    {
        await using var desk = await OperatorDesk.OpenAsync();

        using var refused = await desk.Client.GetAsync("models?product=gid&use=billboard");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("page, social, hero", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string?>> ProvidersAsync(OperatorDesk desk, string address) =>
        (await desk.Client.GetFromJsonAsync<JsonElement[]>(address))!
            .Select(static model => model.GetProperty("provider").GetString())
            .Distinct()
            .Order(StringComparer.Ordinal);
}
