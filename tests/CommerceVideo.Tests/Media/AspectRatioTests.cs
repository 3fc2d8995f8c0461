namespace CommerceVideo.Tests.Media;

public sealed class AspectRatioTests
{
    [Fact]
    public void A_ratio_is_read_back_as_it_was_written() =>
        Assert.Equal("4:5", CommerceVideo.Media.AspectRatio.Parse("4:5").ToString());
}
