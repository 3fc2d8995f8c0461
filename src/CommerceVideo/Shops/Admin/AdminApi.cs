using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CommerceVideo.Platform.Database;
using CommerceVideo.Shops.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Shops.Admin;

/// <summary>
/// A shop's Admin GraphQL API: the shop's live token, one refresh on 401, and Shopify's own word on how long to wait when
/// throttled. A mutation is never repeated here: whether it went through is for the caller to look up.
/// </summary>
internal sealed class AdminApi(
    HttpClient http,
    ShopTokens tokens,
    IDbContextFactory<AppDb> databases,
    IOptions<ShopifyOptions> options,
    TimeProvider time
)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <exception cref="AdminException">The shop cannot be asked now, or refuses.</exception>
    /// <exception cref="HttpRequestException">No clear answer came.</exception>
    public async Task<TData> AskAsync<TData>(Guid shop, AdminDocument document, object variables, CancellationToken ct)
        where TData : class
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var domain = await db.Shops.Where(s => s.Id == shop).Select(static s => s.Domain).SingleAsync(ct);
        string? rejected = null;
        var waited = TimeSpan.Zero;
        while (true)
        {
            var token =
                await tokens.AccessTokenAsync(shop, rejected, ct)
                ?? throw new AdminException(AdminFailure.NotInstalled, "The merchant must open the app again.");
            using var response = await SendAsync(domain, token, document, variables, ct);
            if (response.StatusCode == HttpStatusCode.Unauthorized && rejected is null)
            {
                rejected = token;
                continue;
            }

            var answer = await ReadAsync<TData>(response, ct);
            switch (AdminAnswers.Judge(answer))
            {
                case AdminVerdict.Ok:
                    return answer.Data!;
                case AdminVerdict.Wait wait when waited + wait.For <= LongestWait:
                    waited += wait.For;
                    await Task.Delay(wait.For, time, ct);
                    break;
                case AdminVerdict.Wait wait:
                    throw new AdminException(AdminFailure.Throttled, "Shopify asks to wait.", wait.For);
                case AdminVerdict.Refused refused:
                    throw new AdminException(refused.Failure, refused.Message);
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        string domain,
        string token,
        AdminDocument document,
        object variables,
        CancellationToken ct
    )
    {
        var shopify = options.Value;
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(shopify.AdminBase(domain), $"admin/api/{shopify.ApiVersion}/graphql.json")
        )
        {
            Content = JsonContent.Create(new { query = document.Text, variables }, options: AdminJson.Options),
        };
        request.Headers.Add("X-Shopify-Access-Token", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            return await http.SendAsync(request, ct);
        }
        catch (TaskCanceledException problem) when (!ct.IsCancellationRequested)
        {
            throw new HttpRequestException("Shopify did not answer in time.", problem);
        }
    }

    private static async Task<AdminAnswer<TData>> ReadAsync<TData>(HttpResponseMessage response, CancellationToken ct)
        where TData : class
    {
        if (!response.IsSuccessStatusCode)
        {
            throw AdminAnswers.Refusal(response.StatusCode, response.Headers.RetryAfter?.Delta)
                ?? (Exception)new HttpRequestException("Shopify did not answer.", inner: null, response.StatusCode);
        }

        try
        {
            return await response.Content.ReadFromJsonAsync<AdminAnswer<TData>>(AdminJson.Options, ct)
                ?? throw new HttpRequestException("Shopify's answer was empty.");
        }
        catch (JsonException problem)
        {
            throw new HttpRequestException("Shopify's answer could not be read.", problem);
        }
    }
}
