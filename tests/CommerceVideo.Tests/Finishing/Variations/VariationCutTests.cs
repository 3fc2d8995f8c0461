using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Variations;

namespace CommerceVideo.Tests.Finishing.Variations;

public sealed class VariationCutTests
{
    private static readonly CutPiece[] Film = [new(0, 0, 105), new(1, 4, 90), new(2, 0, 91)];

    private static readonly CropStyle Parts = new() { Parts = [FramePart.Whole, FramePart.Start] };

    [Theory]
    [InlineData(Pace.Calm, 0, FramePart.Start)]
    [InlineData(Pace.Cuts, 0, FramePart.Whole)]
    [InlineData(Pace.Cuts, 2, FramePart.End)]
    [InlineData(Pace.Ramped, 1, FramePart.Middle)]
    public void No_frame_is_told_twice_and_each_move_that_is_shown_ends_as_it_was_made_to(
        Pace pace,
        int take,
        FramePart part
    )
    {
        var opening = new OpeningStyle { Take = take, Part = part };

        var (shots, _) = VariationCut.Of(Film, opening, pace, Parts, 30);

        var told = shots!
            .SelectMany(static shot =>
                Enumerable.Range(shot.Piece.First, shot.Piece.Covered).Select(frame => (shot.Piece.Take, frame))
            )
            .ToList();
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.All(Film, piece => Assert.Contains((piece.Take, piece.First + piece.Frames - 1), told));
        Assert.Equal((take, part), (shots![0].Piece.Take, shots[0].Part));
        Assert.Equal(FramePart.Whole, shots[^1].Part);
        Assert.All(shots, static shot => Assert.True(shot.Piece.Frames >= 24));
    }

    [Fact]
    public void A_film_can_open_with_the_end_of_a_take_and_is_told_from_there()
    {
        var (shots, _) = VariationCut.Of(Film, new OpeningStyle { Moment = 1 }, Pace.Calm, new CropStyle(), 30);

        Assert.Equal(new CutPiece(0, 60, 45), shots![0].Piece);
    }

    [Fact]
    public void A_ramp_takes_two_thirds_of_the_time_and_tells_the_whole_move()
    {
        var (shots, _) = VariationCut.Of(Film, new OpeningStyle(), Pace.Ramped, new CropStyle(), 30);

        Assert.Equal(
            [(70, 105), (60, 90), (61, 91)],
            shots!.Select(static shot => (shot.Piece.Frames, shot.Piece.Told))
        );
    }

    [Fact]
    public void A_take_that_the_film_lacks_opens_none() =>
        Assert.Equal(
            "the film has no take 4 to open with",
            VariationCut.Of(Film, new OpeningStyle { Take = 3 }, Pace.Calm, new CropStyle(), 30).Why
        );
}
