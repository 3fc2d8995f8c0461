using CommerceVideo.Finishing;
using CommerceVideo.Media.Video;

namespace CommerceVideo.Tests.Finishing;

public sealed class BitrateWindowTests
{
    [Theory]
    [InlineData(2_000_000, 2_000_000)]
    [InlineData(11_000_000, 12_000_000)]
    public void A_file_inside_is_left_alone(long bitrate, long peak) => Assert.Null(Next(18, bitrate, peak));

    [Fact]
    public void Half_the_floor_asks_for_six_steps_and_one() => Assert.Equal(11, Next(18, 1_000_000));

    [Fact]
    public void A_still_picture_is_made_no_finer_than_anyone_can_see() => Assert.Equal(2, Next(18, 20_000));

    [Fact]
    public void At_the_finest_it_ends() => Assert.Null(Next(2, 20_000));

    [Fact]
    public void Two_seconds_at_twice_the_ceiling_ask_for_six_steps() =>
        Assert.Equal(24, Next(18, 9_000_000, 24_000_000));

    [Fact]
    public void A_film_still_here_and_lively_there_is_not_sent_to_and_fro()
    {
        Assert.Null(Next(11, 3_000_000, peak: 20_000_000));
        Assert.Null(Next(24, 1_000_000));
    }

    private static int? Next(int crf, long bitrate, long? peak = null) =>
        BitrateWindow.Next(
            crf,
            new FrameTiming(30, Constant: true, 180, 6, bitrate, peak ?? bitrate, ClosedGops: true, 2),
            floor: 2_000_000
        );
}
