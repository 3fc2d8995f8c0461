using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Variations;

namespace CommerceVideo.Tests.Finishing.Variations;

public sealed class RecutTests
{
    private static readonly CutPiece[] Film = [new(0, 0, 105), new(1, 4, 90), new(2, 0, 91)];

    public static TheoryData<Rhythm> Rhythms => [.. Enum.GetValues<Rhythm>()];

    [Theory]
    [MemberData(nameof(Rhythms))]
    public void Every_frame_of_the_film_is_shown_once_whatever_the_rhythm(Rhythm rhythm)
    {
        var cut = Recut.Of(Film, [2, 0, 1], rhythm, 30)!;

        Assert.Equal(Frames(Film).Order(), Frames(cut).Order());
        Assert.Equal(2, cut[0].Take);
    }

    [Fact]
    public void Parts_of_a_take_follow_each_other_in_their_order()
    {
        var cut = Recut.Of(Film, [0, 1], Rhythm.Quick, 30)!;

        Assert.Equal([0, 1, 0, 1], cut.Select(static piece => piece.Take));
        Assert.Equal(cut[0].First + cut[0].Frames, cut[2].First);
    }

    [Fact]
    public void A_film_that_lacks_a_take_or_has_too_little_of_it_is_not_cut() =>
        Assert.All(
            new[]
            {
                Recut.Of(Film, [0, 3], Rhythm.Calm, 30),
                Recut.Of(Film, [1], Rhythm.Quick, 30),
                Recut.Of([new(0, 0, 60), new(1, 0, 90)], [0, 1], Rhythm.Pulse, 30),
            },
            Assert.Null
        );

    private static IEnumerable<(int, int)> Frames(IEnumerable<CutPiece> pieces) =>
        pieces.SelectMany(piece => Enumerable.Range(piece.First, piece.Frames).Select(frame => (piece.Take, frame)));
}
