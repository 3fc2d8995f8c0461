using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CommerceVideo.Sandbox.Reports;
using CommerceVideo.Sandbox.Start;

namespace CommerceVideo.Sandbox.Headless;

/// <summary>The local store as a merchant and an onlooker use it.</summary>
internal sealed class StoreClient(HttpClient http, Addresses addresses)
{
    /// <summary>Adds a product with its photo and answers with the store's id of it.</summary>
    public async Task<string> AddAsync(SampleProduct product, CancellationToken ct)
    {
        await using var photo = File.OpenRead(product.Photo);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(product.Title), "title" },
            { new StringContent(product.Type), "type" },
            { new StringContent(product.Category), "category" },
            { new StringContent(product.Tags), "tags" },
            { new StringContent(product.Price), "price" },
            { new StreamContent(photo), "photos", Path.GetFileName(product.Photo) },
        };
        using var reply = await http.PostAsync(addresses.Products, form, ct);
        if (!reply.IsSuccessStatusCode)
        {
            throw new LaunchException(
                $"The store did not take {product.Photo}: {(int)reply.StatusCode} {await reply.Content.ReadAsStringAsync(ct)}"
            );
        }
        var made = await reply.Content.ReadFromJsonAsync<JsonObject>(ct);
        return ProductIds.Number(made?["gid"] ?? made?["id"]);
    }

    public async Task<JsonObject> StateAsync(CancellationToken ct) =>
        await http.GetFromJsonAsync<JsonObject>(addresses.State, ct) ?? [];
}
