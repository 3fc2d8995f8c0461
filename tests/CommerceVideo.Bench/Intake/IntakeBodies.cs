using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommerceVideo.Bench.Intake;

/// <summary>Product updates of 8 KB as Shopify would send them: every id and text different, so that they compress as real ones do.</summary>
internal static class IntakeBodies
{
    public const int Count = 32;
    public const string Secret = "intake-secret";

    private const int Bytes = 8000;

    private static readonly string[] Words =
    [
        .. "linen cotton dress summer knit runner low top hood zip pocket button collar pleat seam wool organic loose".Split(
            ' '
        ),
        .. "fitted midi maxi stripe check navy sand olive rust ivory coal sleeve hem cuff yoke twill denim satin".Split(
            ' '
        ),
    ];

    /// <summary>Writes N.json and N.sig for N from 1 and answers with the first body.</summary>
    public static string Write(string folder)
    {
        var random = new Random(7);
        for (var n = 1; n <= Count; n++)
        {
            var body = Product(random);
            var bytes = Encoding.UTF8.GetBytes(body);
            File.WriteAllBytes(Path.Combine(folder, $"{n}.json"), bytes);
            File.WriteAllText(
                Path.Combine(folder, $"{n}.sig"),
                Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), bytes))
            );
        }

        return File.ReadAllText(Path.Combine(folder, "1.json"));
    }

    private static string Product(Random random)
    {
        var id = Id(random);
        var variants = new JsonArray();
        var product = new JsonObject
        {
            ["admin_graphql_api_id"] = $"gid://shopify/Product/{id}",
            ["body_html"] = $"<p>{Text(random, 60)}</p>",
            ["id"] = id,
            ["title"] = Text(random, 4),
            ["tags"] = Text(random, 8),
            ["status"] = "active",
            ["variants"] = variants,
        };
        while (product.ToJsonString().Length < Bytes - 500)
        {
            variants.Add(Variant(random, id, variants.Count + 1));
        }

        product["handle"] = "";
        product["handle"] = Text(random, Bytes)[..(Bytes - product.ToJsonString().Length)];
        return product.ToJsonString();
    }

    private static JsonObject Variant(Random random, long product, int position)
    {
        var id = Id(random);
        return new JsonObject
        {
            ["admin_graphql_api_id"] = $"gid://shopify/ProductVariant/{id}",
            ["compare_at_price"] = null,
            ["created_at"] = "2026-11-20T09:15:00-05:00",
            ["id"] = id,
            ["inventory_policy"] = "deny",
            ["position"] = position,
            ["price"] = string.Create(CultureInfo.InvariantCulture, $"{random.Next(10, 300)}.00"),
            ["product_id"] = product,
            ["sku"] = $"SKU-{Id(random)}",
            ["taxable"] = true,
            ["title"] = Text(random, 2),
            ["updated_at"] = "2026-11-20T09:15:00-05:00",
            ["option1"] = Text(random, 1),
            ["option2"] = Text(random, 1),
            ["option3"] = null,
            ["inventory_item_id"] = Id(random),
            ["inventory_quantity"] = random.Next(99),
        };
    }

    private static long Id(Random random) => random.NextInt64(1_000_000_000_000, 1_000_000_000_000_000);

    private static string Text(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
}
