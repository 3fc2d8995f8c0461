using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CommerceVideo.Tests.Admin.Operations;

public sealed class RouteChoiceEndpointsTests : IAsyncLifetime
{
    private const string Choices = $"shops/{OperatorDesk.Domain}/route-choices";

    private OperatorDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await OperatorDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_choice_is_kept_for_a_type_as_its_merchant_writes_it_listed_replaced_and_dropped()
    {
        await GoodAsync("""{"productType":"Knitwear","wanted":"kling","notWanted":["pika-2.2"]}""");
        await GoodAsync("""{"only":["kling-3.0"],"mostPrice":{"amount":"1.50","currency":"USD"}}""");
        await GoodAsync("""{"productType":"knitwear ","wanted":"ray-3.2"}""");

        var list = await ListAsync();
        Assert.Equal(["", "knitwear"], list.Select(static one => one.GetProperty("productType").GetString()));
        Assert.Equal("1.50", list[0].GetProperty("mostPrice").GetProperty("amount").GetString());
        Assert.Equal("ray-3.2", list[1].GetProperty("wanted").GetString());
        Assert.Empty(list[1].GetProperty("notWanted").EnumerateArray());

        Assert.Equal(HttpStatusCode.NoContent, await DropAsync($"{Choices}?productType=KNITWEAR"));
        Assert.Equal(HttpStatusCode.NotFound, await DropAsync($"{Choices}?productType=KNITWEAR"));
        Assert.Single(await ListAsync());
    }

    public static TheoryData<string, string> Unfit =>
        new()
        {
            { """{"wanted":"sora-3"}""", "no model or provider 'sora-3'. Models: " },
            { """{"notWanted":["klng"]}""", "no model or provider 'klng'" },
            { """{"wanted":"sora-2"}""", "ended on 2026-09-24. Its successor is kling-3.0" },
            { """{"wanted":"kling-3.0","notWanted":["kling"]}""", "Take it out of one of the two" },
            { """{"wanted":"ray-3.2","only":["kling"]}""", "not among those that may be used" },
            { """{"mostPrice":{"amount":"0","currency":"USD"}}""", "more than nothing" },
            { """{"mostPrice":{"amount":"1,50","currency":"USD"}}""", "write it as 1.50" },
            { """{"mostPrice":{"amount":"2","currency":"XXX"}}""", "models' own currency" },
            { """{"productType":"Knitwear"}""", "Choose something" },
        };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task What_cannot_be_chosen_is_refused_with_what_to_do(string choice, string says)
    {
        using var answer = await PutAsync(choice);

        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, told.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task One_shop_s_choice_is_nothing_to_another()
    {
        const string theirs = $"shops/{OperatorDesk.OtherDomain}/route-choices";
        await GoodAsync("""{"wanted":"kling"}""");

        Assert.Empty((await _desk.Client.GetFromJsonAsync<JsonElement[]>(theirs))!);
        Assert.Equal(HttpStatusCode.NotFound, await DropAsync(theirs));
        Assert.Single(await ListAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.Client.GetAsync("shops/nobody/route-choices")).StatusCode);
    }

    private async Task GoodAsync(string choice)
    {
        using var answer = await PutAsync(choice);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<JsonElement[]> ListAsync() => (await _desk.Client.GetFromJsonAsync<JsonElement[]>(Choices))!;

    private async Task<HttpStatusCode> DropAsync(string address)
    {
        using var answer = await _desk.Client.DeleteAsync(address);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> PutAsync(string choice)
    {
        using var body = new StringContent(choice, MediaTypeHeaderValue.Parse("application/json"));
        return await _desk.Client.PutAsync(Choices, body);
    }
}
