using CommerceVideo.Finishing;

namespace CommerceVideo.Tests.Finishing;

public sealed class BitrateFloorTests
{
    [Fact]
    public void A_file_above_the_floor_is_left_alone() => Assert.Null(BitrateFloor.Next(18, 2_000_000));

    [Fact]
    public void Half_the_floor_asks_for_six_steps_and_one() => Assert.Equal(11, BitrateFloor.Next(18, 1_000_000));

    [Fact]
    public void A_still_picture_is_made_no_finer_than_anyone_can_see() =>
        Assert.Equal(2, BitrateFloor.Next(18, 20_000));

    [Fact]
    public void At_the_finest_it_ends() => Assert.Null(BitrateFloor.Next(2, 20_000));
}
