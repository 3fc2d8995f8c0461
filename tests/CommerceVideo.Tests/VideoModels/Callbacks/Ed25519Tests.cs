using CommerceVideo.VideoModels.Callbacks;

namespace CommerceVideo.Tests.VideoModels.Callbacks;

/// <summary>The vectors of RFC 8032, section 7.1, on both ways of verifying.</summary>
public sealed class Ed25519Tests
{
    private const string Key2 = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";

    private const string Signature2 =
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

    /// <summary>The same with the group's order added to its scalar: everybody could make it out of the first.</summary>
    private const string Malleable2 =
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69daf52db7415978abc61b2c2eb6aeebfca0387b2eaeb4302aeeb00d291612bb0c10";

    [Theory]
    [InlineData(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    )]
    [InlineData(Key2, "72", Signature2)]
    [InlineData(
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    )]
    public void A_signature_of_the_standard_is_good_and_any_other_bit_makes_it_bad(
        string key,
        string message,
        string signature
    )
    {
        Assert.True(Agreed(key, message, signature));

        Assert.False(Agreed(key, $"{message}00", signature));
        Assert.False(Agreed(key, message, Flipped(signature, 0)));
        Assert.False(Agreed(key, message, Flipped(signature, 40)));
        Assert.False(Agreed(Flipped(key, 3), message, signature));
    }

    [Fact]
    public void A_scalar_beyond_the_order_is_refused() => Assert.False(Agreed(Key2, "72", Malleable2));

    [Fact]
    public void A_key_that_is_no_point_is_refused() =>
        Assert.False(Agreed("0200000000000000000000000000000000000000000000000000000000000000", "72", Signature2));

    [Theory]
    [InlineData(31, 64)]
    [InlineData(32, 63)]
    [InlineData(0, 0)]
    public void Other_lengths_are_refused_before_any_arithmetic(int key, int signature) =>
        Assert.False(Ed25519.Verify(new byte[key], [1], new byte[signature]));

    /// <summary>What all ways of verifying say, which must be the same.</summary>
    private static bool Agreed(string key, string message, string signature)
    {
        var (k, m, s) = (Bytes(key), Bytes(message), Bytes(signature));
        var said = Ed25519Arithmetic.Verify(k, m, s);
        Assert.Equal(said, Ed25519.Verify(k, m, s));
        if (Ed25519Library.IsThere)
        {
            Assert.Equal(said, Ed25519Library.Verify(k, m, s));
        }

        return said;
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);

    private static string Flipped(string hex, int at)
    {
        var bytes = Bytes(hex);
        bytes[at] ^= 1;
        return Convert.ToHexString(bytes);
    }
}
