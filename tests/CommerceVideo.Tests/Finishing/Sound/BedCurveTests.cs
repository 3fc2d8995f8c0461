using CommerceVideo.Finishing.Sound;

namespace CommerceVideo.Tests.Finishing.Sound;

public sealed class BedCurveTests
{
    [Fact]
    public void A_steady_bed_is_as_loud_as_each_of_its_moments()
    {
        var curve = Curve(200, static _ => -20);

        // Its end fades out, which is heard as a little less.
        Assert.InRange(curve.Integrated(new BedCut(0, 10, 10))!.Value, -20.5, -20);
    }

    [Fact]
    public void Only_the_part_that_is_heard_counts()
    {
        var curve = Curve(200, static at => at < 100 ? -30 : -10);

        Assert.InRange(curve.Integrated(new BedCut(0, 9, 9))!.Value, -30.5, -30);
        Assert.InRange(curve.Integrated(new BedCut(11, 9, 9))!.Value, -10.5, -10);
    }

    [Fact]
    public void Faint_passages_are_gated_away_as_the_standard_says()
    {
        var curve = Curve(200, static at => at % 20 < 10 ? -12 : -40);

        Assert.Equal(-12, curve.Integrated(new BedCut(0, 20, 20))!.Value, 0.2);
    }

    [Fact]
    public void It_begins_where_something_is_heard()
    {
        Assert.Equal(2.7, Curve(100, static at => at < 30 ? -90 : -20).Start!.Value, 0.01);
        Assert.Equal(0, Curve(100, static _ => -20).Start);
        Assert.Null(Curve(100, static _ => -120).Start);
        Assert.Null(Curve(100, static _ => -120).Integrated(new BedCut(0, 5, 5)));
    }

    [Theory]
    [InlineData(20, 6, 1)]
    [InlineData(6, 6, 1)]
    [InlineData(4, 7, 2)]
    [InlineData(4, 15, 5)]
    public void A_short_bed_goes_round_as_often_as_the_film_needs(double length, double seconds, int rounds)
    {
        var cut = new BedCut(0, length, seconds);

        Assert.Equal(rounds, cut.Rounds);
        Assert.True((rounds * (length - BedCut.Join)) + BedCut.Join >= seconds);
        Assert.InRange(cut.InBed(seconds), 0, length);
    }

    [Fact]
    public void It_fades_in_and_out()
    {
        var cut = new BedCut(0, 10, 10);

        Assert.Equal(
            [0, 1, 1, 0],
            new[] { 0, BedCut.FadeIn, 10 - cut.FadeOut, 10 }.Select(at => Math.Round(cut.Fade(at), 6))
        );
        Assert.Equal(0.5, cut.Fade(10 - (cut.FadeOut / 2)), 0.001);
    }

    private static BedCurve Curve(int steps, Func<int, double> lufs) =>
        new([.. Enumerable.Range(0, steps).Select(lufs)], steps * BedCurve.Step);
}
