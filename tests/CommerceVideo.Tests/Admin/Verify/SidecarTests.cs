using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommerceVideo.Brands.Kits;
using CommerceVideo.Finishing;

namespace CommerceVideo.Tests.Admin.Verify;

/// <summary>What is signed, by which key, and what is told of a sidecar that somebody brings.</summary>
public sealed class SidecarTests
{
    [Fact]
    public async Task The_sidecar_verifies_with_the_public_key_alone()
    {
        await using var desk = await VerifyDesk.OpenAsync();

        using var sidecar = JsonDocument.Parse(await desk.PageAsync($"/verify/{desk.Record.Id}/sidecar"));
        using var keys = JsonDocument.Parse(await desk.PageAsync("/.well-known/jwks.json"));

        // With nothing of ours: RFC 7515 by hand.
        var (header, payload) = (Text(sidecar.RootElement, "protected"), Text(sidecar.RootElement, "payload"));
        var key = Assert.Single(keys.RootElement.GetProperty("keys").EnumerateArray());
        using var ecdsa = ECDsa.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = Bytes(Text(key, "x")), Y = Bytes(Text(key, "y")) },
            }
        );
        Assert.True(
            ecdsa.VerifyData(
                Encoding.ASCII.GetBytes($"{header}.{payload}"),
                Bytes(Text(sidecar.RootElement, "signature")),
                HashAlgorithmName.SHA256
            )
        );
        using var claims = JsonDocument.Parse(Bytes(payload));
        Assert.Equal(desk.Record.Sha256, Text(claims.RootElement, "sha256"));
        Assert.EndsWith(
            "/compositeWithTrainedAlgorithmicMedia",
            Text(claims.RootElement, "digitalSourceType"),
            StringComparison.Ordinal
        );
        Assert.Equal(new string('c', 64), Text(claims.RootElement, "photoHash"));
        Assert.Equal(new string('e', 64), Text(claims.RootElement.GetProperty("shots")[0], "clipSha256"));
        Assert.False(key.TryGetProperty("d", out _));
    }

    [Fact]
    public async Task A_sidecar_is_told_to_be_genuine_altered_foreign_or_none_at_all()
    {
        await using var desk = await VerifyDesk.OpenAsync();
        await using var other = await VerifyDesk.OpenAsync();
        var good = desk.Record.Sidecar;
        var said = good.IndexOf("\"payload\": \"", StringComparison.Ordinal) + 40;
        var altered = good[..said] + (good[said] == 'A' ? 'B' : 'A') + good[(said + 1)..];

        Assert.Contains("record is genuine", await CheckAsync(desk, good), StringComparison.Ordinal);
        Assert.Contains("The signature does not hold", await CheckAsync(desk, altered), StringComparison.Ordinal);
        Assert.Contains("not signed here", await CheckAsync(desk, other.Record.Sidecar), StringComparison.Ordinal);
        Assert.All(
            new[]
            {
                "{}",
                "[]",
                "null",
                "",
                "<html>",
                "{\"protected\":\"a\",\"payload\":\"b\",\"signature\":\"c\"}",
                new string('x', 60_000),
            },
            odd =>
                Assert.DoesNotContain(
                    "genuine",
                    CheckAsync(desk, odd).GetAwaiter().GetResult(),
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task What_an_old_key_signed_still_verifies_and_the_old_key_signs_no_more()
    {
        await using var desk = await VerifyDesk.OpenAsync();
        using var rotation = new HttpRequestMessage(HttpMethod.Post, "/operations/signing-keys");
        rotation.Headers.Authorization = new("Bearer", "key");

        using var reply = await desk.Client.SendAsync(rotation);
        var later = await desk.KeepAsync("4x5", generated: true);

        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
        Assert.Contains(
            "record is genuine",
            await desk.PageAsync($"/verify/{desk.Record.Id}"),
            StringComparison.Ordinal
        );
        Assert.Contains("record is genuine", await desk.PageAsync($"/verify/{later.Id}"), StringComparison.Ordinal);
        Assert.Equal(
            1,
            await desk.Database.AskAsync<long>("select count(*) from signing_key where private_key is not null")
        );
        using var keys = JsonDocument.Parse(await desk.PageAsync("/.well-known/jwks.json"));
        Assert.Equal(2, keys.RootElement.GetProperty("keys").GetArrayLength());
    }

    [Fact]
    public async Task The_same_file_made_again_keeps_its_record_and_another_file_has_another_address()
    {
        await using var desk = await VerifyDesk.OpenAsync();

        var again = await desk.KeepAsync("9x16", generated: true);
        var other = await desk.KeepAsync("4x5", generated: true);

        Assert.Equal((desk.Record.Id, desk.Record.Sidecar), (again.Id, again.Sidecar));
        Assert.NotEqual(desk.Record.Id, other.Id);
        Assert.Equal(2, await desk.Database.AskAsync<long>("select count(*) from film_record"));
    }

    [Fact]
    public async Task A_film_of_another_kit_has_a_record_of_its_own_that_says_which_kit_and_not_whose_collection()
    {
        await using var desk = await VerifyDesk.OpenAsync();
        var kit = FilmBrand.None with { Version = new KitVersion(5, "secret-collection", 3) };

        var branded = await desk.KeepAsync("9x16", generated: true, kit);

        Assert.NotEqual(desk.Record.Id, branded.Id);
        using var sidecar = JsonDocument.Parse(branded.Sidecar);
        var said = Encoding.UTF8.GetString(Bytes(Text(sidecar.RootElement, "payload")));
        Assert.Contains("\"kitVersion\":5,\"kitVariant\":3", said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-collection", said, StringComparison.Ordinal);
        Assert.Contains(
            "record is genuine",
            await desk.PageAsync($"/verify/{desk.Record.Id}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Programs_that_sign_for_the_first_time_together_make_one_key()
    {
        await using var desk = await VerifyDesk.OpenAsync();
        await desk.RunAsync($"delete from signing_key");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.Keys.SignAsync("{}", default)));

        Assert.Equal(1, await desk.Database.AskAsync<long>("select count(*) from signing_key"));
    }

    private static async Task<string> CheckAsync(VerifyDesk desk, string sidecar)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("sidecar", sidecar)]);
        using var reply = await desk.Client.PostAsync(new Uri("/verify/sidecar", UriKind.Relative), form);
        return await reply.Content.ReadAsStringAsync();
    }

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString()!;

    private static byte[] Bytes(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
