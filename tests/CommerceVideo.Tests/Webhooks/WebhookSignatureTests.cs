using System.Security.Cryptography;
using CommerceVideo.Webhooks;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    private static readonly WebhookSignature Signature = new(["new secret", "old secret"]);

    [Theory]
    [InlineData("new secret")]
    [InlineData("old secret")]
    public void What_an_unrevoked_secret_signed_matches(string secret) =>
        Prop.ForAll<byte[]>(body => Signature.Matches(Signed(body, secret), body)).QuickCheckThrowOnFailure();

    [Fact]
    public void What_any_other_secret_signed_does_not_match() =>
        Prop.ForAll<byte[], string>(
                (body, secret) =>
                    string.IsNullOrEmpty(secret)
                    || secret is "new secret" or "old secret"
                    || !Signature.Matches(Signed(body, secret), body)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void One_changed_bit_of_the_body_or_of_the_signature_does_not_match() =>
        Prop.ForAll<byte[], int>(
                (body, where) =>
                {
                    var signature = Signed(body, "old secret");
                    var other = Flip(signature, where);
                    return !Signature.Matches(other, body)
                        && (body.Length == 0 || !Signature.Matches(signature, Flip(body, where)));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_that_is_not_32_bytes_of_base64_is_a_signature() =>
        Prop.ForAll<string>(text =>
            {
                var bytes = new byte[32];
                return WebhookSignature.TryRead(text, bytes)
                    == (text is { Length: 44 } && Convert.ToBase64String(bytes) == text);
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_known_vector_of_HMAC_SHA256_matches()
    {
        // RFC 4231, case 2.
        var header = Convert.ToBase64String(
            Convert.FromHexString("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        );
        var bytes = new byte[32];

        Assert.True(WebhookSignature.TryRead(header, bytes));
        Assert.True(new WebhookSignature(["Jefe"]).Matches(bytes, "what do ya want for nothing?"u8));
    }

    private static byte[] Signed(byte[] body, string secret) =>
        HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret), body);

    private static byte[] Flip(byte[] bytes, int where)
    {
        var flipped = bytes.ToArray();
        flipped[(uint)where % flipped.Length] ^= (byte)(1 << (where & 7));
        return flipped;
    }
}
