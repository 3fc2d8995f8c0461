using CommerceVideo.VideoModels.Studio.Cameras;

namespace CommerceVideo.Tests.VideoModels.Studio.Cameras;

public sealed class EasingTests
{
    private const double Step = 1e-4;

    [Fact]
    public void A_glide_starts_and_ends_at_rest_and_keeps_one_speed_between()
    {
        Assert.Equal(0, Easing.Glide(0), 12);
        Assert.Equal(0.5, Easing.Glide(0.5), 12);
        Assert.Equal(1, Easing.Glide(1), 12);
        Assert.InRange(Speed(0.0005), 0, 0.01);
        Assert.InRange(Speed(0.9995), 0, 0.01);
        Assert.Equal(Speed(0.3), Speed(0.7), 6);
        Assert.Equal(Speed(0.3), Speed(0.5), 6);
    }

    [Fact]
    public void Neither_speed_nor_acceleration_of_a_glide_jumps()
    {
        for (var t = 3 * Step; t < 1 - (3 * Step); t += Step)
        {
            Assert.InRange(Math.Abs(Speed(t + Step) - Speed(t)), 0, 0.002);
            var change = (Speed(t + Step) - (2 * Speed(t)) + Speed(t - Step)) / Step;
            Assert.InRange(Math.Abs(change), 0, 0.02);
        }
    }

    [Fact]
    public void There_and_back_meets_itself_in_place_and_speed()
    {
        Assert.Equal(Easing.ThereAndBack(0), Easing.ThereAndBack(1), 12);
        Assert.Equal(1, Easing.ThereAndBack(0.5), 12);
        var before = Easing.ThereAndBack(1) - Easing.ThereAndBack(1 - Step);
        var after = Easing.ThereAndBack(Step) - Easing.ThereAndBack(0);
        Assert.Equal(before, -after, 9);
    }

    private static double Speed(double t) => (Easing.Glide(t + (Step / 2)) - Easing.Glide(t - (Step / 2))) / Step;
}
