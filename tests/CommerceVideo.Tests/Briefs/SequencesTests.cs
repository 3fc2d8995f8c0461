using CommerceVideo.Briefs;
using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Briefs;

public sealed class SequencesTests
{
    private static readonly PictureFacts Upright = new(
        1200,
        1600,
        GroundKind.Scene,
        MaskKind.Scene,
        0.5,
        0.3,
        new PixelBox(300, 200, 500, 1200),
        Person: true
    );

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 1)]
    [InlineData(12, 2)]
    [InlineData(15, 3)]
    public void A_take_longer_than_a_clip_goes_on_part_by_part(double seconds, int parts)
    {
        var shots = Sequences.Chained(Take(seconds));

        Assert.Equal(parts, shots.Count);
        Assert.Equal(seconds, shots.Sum(static shot => shot.Seconds), 2);
        Assert.All(shots, static shot => Assert.True(shot.Seconds <= Sequences.LongestShot));
        Assert.Equal(
            [null, .. shots.SkipLast(1).Select(static shot => shot.Name)],
            shots.Select(static shot => shot.Follows)
        );
        Assert.Equal(parts, shots.Select(static shot => shot.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(8)]
    [InlineData(30)]
    [InlineData(60)]
    public void A_hero_is_as_long_as_asked_and_opens_closes_and_changes_its_look(double seconds)
    {
        var shots = Sequences.Cut(Upright, seconds, Shot);

        Assert.Equal(seconds, shots.Sum(static shot => shot.Seconds), 1);
        Assert.All(shots, static shot => Assert.InRange(shot.Seconds, 2, Sequences.LongestShot));
        Assert.Equal(("open", "close"), (shots[0].Name, shots[^1].Name));
        Assert.All(shots.Zip(shots.Skip(1)), static pair => Assert.NotEqual(pair.First.Move, pair.Second.Move));
    }

    [Fact]
    public void No_film_is_longer_than_a_minute() =>
        Assert.Equal(60, Sequences.Cut(Upright, 300, Shot).Sum(static shot => shot.Seconds), 1);

    private static Shot Take(double seconds) =>
        new("walk", ShotStart.Picture, ShotMove.Walk, seconds, new AspectRatio(9, 16), Loop: false, "She walks.");

    private static Shot Shot(string name, ShotMove move, double seconds) =>
        new(name, ShotStart.Picture, move, seconds, new AspectRatio(16, 9), Loop: false, "");
}
