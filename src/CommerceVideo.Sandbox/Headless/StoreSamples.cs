using System.Text.Json;
using CommerceVideo.Sandbox.Setup;
using CommerceVideo.Sandbox.Start;

namespace CommerceVideo.Sandbox.Headless;

/// <summary>The sample products that come with the local store.</summary>
internal static class StoreSamples
{
    public static async Task<IReadOnlyList<SampleProduct>> WriteAsync(string root, string folder, CancellationToken ct)
    {
        var script = Path.Combine(root, "src/CommerceVideo.Sandbox/Store/samples.mjs");
        Directory.CreateDirectory(folder);
        var outcome = await Tool.RunAsync(root, "node", [script, "--out", folder], ct);
        var list = Path.Combine(folder, "products.json");
        return outcome.Ok && File.Exists(list)
            ? Read(await File.ReadAllTextAsync(list, ct), folder)
            : throw new LaunchException($"The sample products could not be made:\n{outcome.LastLines(5)}");
    }

    public static IReadOnlyList<SampleProduct> Read(string json, string folder)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var list = root.ValueKind == JsonValueKind.Array ? root : root.GetProperty("products");
        return
        [
            .. list.EnumerateArray()
                .Select(product => new SampleProduct(
                    Text(product, "title"),
                    Text(product, "type"),
                    Text(product, "category"),
                    Text(product, "tags"),
                    Text(product, "price"),
                    Path.Combine(folder, Text(product, "file"))
                )),
        ];
    }

    private static string Text(JsonElement of, string name) =>
        !of.TryGetProperty(name, out var value) ? ""
        : value.ValueKind == JsonValueKind.Array
            ? string.Join(", ", value.EnumerateArray().Select(one => one.ToString()))
        : value.ToString();
}
