using System.Security.Cryptography;
using System.Text;
using CommerceVideo.Platform.Secrets;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Platform.Secrets;

public sealed class SecretBoxTests
{
    private static readonly SecretBox Box = new([.. Enumerable.Range(1, 32).Select(static n => (byte)n)]);

    [Fact]
    public void What_is_sealed_opens_again_for_its_purpose() =>
        Prop.ForAll<string, string>(
                (secret, purpose) => Opens(Box, Box.Seal(Text(secret), Text(purpose)), Text(purpose)) == Text(secret)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void It_opens_for_no_other_purpose() =>
        Prop.ForAll<string, string, string>(
                (secret, purpose, other) =>
                    Text(purpose) == Text(other)
                    || Opens(Box, Box.Seal(Text(secret), Text(purpose)), Text(other)) is null
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void One_changed_bit_anywhere_closes_it_for_good() =>
        Prop.ForAll<string, int>(
                (secret, where) =>
                {
                    var box = Box.Seal(Text(secret), "shop");
                    var bit = (int)((uint)where % (uint)(box.Length * 8));
                    box[bit / 8] ^= (byte)(1 << (bit % 8));
                    return Opens(Box, box, "shop") is null;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_piece_of_it_opens() =>
        Assert.All(
            Enumerable.Range(0, Box.Seal("a refresh token", "shop").Length),
            static length => Assert.Null(Opens(Box, Box.Seal("a refresh token", "shop")[..length], "shop"))
        );

    [Fact]
    public void Another_key_does_not_open_it()
    {
        var other = new SecretBox(RandomNumberGenerator.GetBytes(32));

        Assert.Null(Opens(other, Box.Seal("a token", "shop"), "shop"));
    }

    [Fact]
    public void The_same_secret_never_looks_the_same_and_shows_nothing_of_itself()
    {
        var secret = new string('s', 64);

        var boxes = Enumerable.Range(0, 50).Select(_ => Box.Seal(secret, "shop")).ToArray();

        Assert.Equal(50, boxes.Select(Convert.ToHexString).Distinct().Count());
        Assert.All(boxes, static box => Assert.Equal(-1, box.AsSpan().IndexOf("ssss"u8)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public void A_short_key_is_refused(int bytes) =>
        Assert.Throws<ArgumentException>(() => new SecretBox(new byte[bytes]));

    private static string? Opens(SecretBox with, byte[] box, string purpose)
    {
        try
        {
            return with.Open(box, purpose);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // Only what UTF-8 can say: lone surrogates are no text.
    private static string Text(string? any) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(any ?? ""));
}
