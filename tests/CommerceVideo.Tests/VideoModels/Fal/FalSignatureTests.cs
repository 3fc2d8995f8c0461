using System.Buffers.Text;
using CommerceVideo.VideoModels.Fal;

namespace CommerceVideo.Tests.VideoModels.Fal;

public sealed class FalSignatureTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly byte[] One = Base64Url.DecodeFromChars(FalCalls.KeyOne);
    private static readonly byte[] Two = Base64Url.DecodeFromChars(FalCalls.KeyTwo);

    [Fact]
    public void Any_key_of_the_set_may_have_signed_it()
    {
        var (signature, problem) = FalSignature.Of(FalCalls.Signed(), Noon);

        Assert.Null(problem);
        Assert.True(signature!.IsGood([Two, One]));
        Assert.False(signature.IsGood([Two]));
        Assert.False(signature.IsGood([]));
    }

    [Fact]
    public void The_raw_body_is_what_is_signed()
    {
        var (signature, _) = FalSignature.Of(FalCalls.Signed(body: """{"request_id":"another"}"""), Noon);

        Assert.False(signature!.IsGood([One]));
    }

    [Theory]
    [InlineData("x-fal-webhook-request-id")]
    [InlineData("x-fal-webhook-user-id")]
    [InlineData("x-fal-webhook-timestamp")]
    [InlineData("x-fal-webhook-signature")]
    public void Without_any_of_its_headers_it_is_not_signed(string missing)
    {
        var (signature, problem) = FalSignature.Of(FalCalls.Signed(without: missing), Noon);

        Assert.Null(signature);
        Assert.Equal("It is not signed.", problem);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    public void Five_minutes_off_is_too_far(int seconds)
    {
        Assert.NotNull(FalSignature.Of(FalCalls.Signed(), Noon.AddSeconds(seconds)).Problem);
        Assert.Null(FalSignature.Of(FalCalls.Signed(), Noon.AddSeconds(Math.Sign(seconds) * 300)).Problem);
    }

    [Theory]
    [InlineData("not hex", "1795348800")]
    [InlineData("5fce", "1795348800")]
    [InlineData(FalCalls.ByOne, "noon")]
    [InlineData(FalCalls.ByOne, "-9223372036854775808")]
    [InlineData(FalCalls.ByOne, "9223372036854775807")]
    public void What_cannot_be_read_is_refused_and_breaks_nothing(string signature, string timestamp) =>
        Assert.NotNull(FalSignature.Of(FalCalls.Signed(signature, timestamp), Noon).Problem);
}
