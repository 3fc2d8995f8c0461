using System.Net.Http.Json;

namespace CommerceVideo.Tests.Support;

/// <summary>The local store as a merchant, and as the one who decides what goes wrong.</summary>
internal sealed class StoreControl(HttpClient http, Uri store)
{
    public Uri Address => store;

    public async Task<StoreState> StateAsync() =>
        await http.GetFromJsonAsync<StoreState>(new Uri(store, "_sandbox/state"))
        ?? throw new InvalidOperationException("The store said nothing.");

    public async Task<AddedProduct> AddAsync(string title, params string[] photos)
    {
        using var form = Photos(photos);
        form.Add(new StringContent(title), "title");
        form.Add(new StringContent("T-Shirts"), "type");
        form.Add(new StringContent("49.00"), "price");
        var made = await ReadAsync<AddedProduct>(
            await http.PostAsync(new Uri(store, "_sandbox/products"), form),
            "add a product"
        );
        return made;
    }

    public async Task<IReadOnlyList<string>> AddPhotoAsync(AddedProduct product, string photo)
    {
        using var form = Photos(photo);
        return (await ReadAsync<MediaAdded>(await http.PostAsync(Of(product, "photos"), form), "add a photo")).MediaIds;
    }

    public async Task<string> ReplacePhotoAsync(AddedProduct product, string media, string photo)
    {
        using var form = Photos(photo);
        var made = await ReadAsync<MediaAdded>(
            await http.PostAsync(Of(product, $"media/{media}/replacement"), form),
            "replace a photo"
        );
        return made.MediaIds[0];
    }

    public async Task DeletePhotoAsync(AddedProduct product, string media) =>
        await DoneAsync(await http.DeleteAsync(Of(product, $"media/{media}")), "delete a photo");

    public async Task DeleteAsync(AddedProduct product) =>
        await DoneAsync(await http.DeleteAsync(new Uri(store, $"_sandbox/products/{product.Id}")), "delete a product");

    public async Task ChangeAsync(AddedProduct product, object members) =>
        await DoneAsync(
            await http.PatchAsJsonAsync(new Uri(store, $"_sandbox/products/{product.Id}"), members),
            "change a product"
        );

    /// <summary>What goes wrong next; the names are in the store's README.</summary>
    public async Task FaultsAsync(object faults) =>
        await DoneAsync(await http.PostAsJsonAsync(new Uri(store, "_sandbox/faults"), faults), "set faults");

    /// <summary>Sends a webhook body as it is, signed, after the product it describes was made to exist.</summary>
    public async Task<string?> SendBodyAsync(ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> headers)
    {
        using var form = new MultipartFormDataContent
        {
            { new ReadOnlyMemoryContent(body), "body", "body.json" },
            { JsonContent.Create(headers), "headers", "headers.json" },
        };
        var sent = await ReadAsync<BodySent>(
            await http.PostAsync(new Uri(store, "_sandbox/webhook-bodies"), form),
            "send a body"
        );
        return sent.Gid;
    }

    private Uri Of(AddedProduct product, string path) => new(store, $"_sandbox/products/{product.Id}/{path}");

    private static MultipartFormDataContent Photos(params string[] photos)
    {
        var form = new MultipartFormDataContent();
        foreach (var photo in photos)
        {
            form.Add(new ByteArrayContent(File.ReadAllBytes(photo)), "photos", Path.GetFileName(photo));
        }

        return form;
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage reply, string what)
    {
        using (reply)
        {
            await CheckAsync(reply, what);
            return (await reply.Content.ReadFromJsonAsync<T>())!;
        }
    }

    private static async Task DoneAsync(HttpResponseMessage reply, string what)
    {
        using (reply)
        {
            await CheckAsync(reply, what);
        }
    }

    private static async Task CheckAsync(HttpResponseMessage reply, string what) =>
        Assert.True(
            reply.IsSuccessStatusCode,
            $"Could not {what}: {(int)reply.StatusCode} {await reply.Content.ReadAsStringAsync()}"
        );

    private sealed record MediaAdded(IReadOnlyList<string> MediaIds);

    private sealed record BodySent(string? Id, string? Gid, string? WebhookId);
}
