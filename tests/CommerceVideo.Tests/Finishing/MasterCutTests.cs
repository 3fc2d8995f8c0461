using CommerceVideo.Finishing;

namespace CommerceVideo.Tests.Finishing;

public sealed class MasterCutTests
{
    [Fact]
    public void Takes_that_fit_are_shown_whole() =>
        Assert.Equal(
            [new CutPiece(0, 0, 105), new CutPiece(1, 0, 90), new CutPiece(2, 0, 90), new CutPiece(3, 0, 105)],
            MasterCut.Plan([105, 90, 90, 105], longest: 450)
        );

    [Fact]
    public void Takes_that_are_too_long_together_give_up_the_same_share_at_both_ends() =>
        Assert.Equal([new CutPiece(0, 37, 225), new CutPiece(1, 37, 225)], MasterCut.Plan([300, 300], longest: 450));

    [Theory]
    [InlineData(new[] { 151, 149, 200 }, 450)]
    [InlineData(new[] { 100, 333, 77, 41 }, 450)]
    [InlineData(new[] { 451, 1 }, 450)]
    public void A_tightened_cut_has_exactly_the_frames_asked(int[] takes, int longest)
    {
        var cut = MasterCut.Plan(takes, longest);

        Assert.Equal(longest, cut.Sum(static piece => piece.Frames));
        Assert.All(cut, piece => Assert.InRange(piece.First + piece.Frames, piece.First, takes[piece.Take]));
    }

    [Fact]
    public void A_placement_that_wants_less_gets_whole_pieces() =>
        Assert.Equal(
            [new CutPiece(0, 0, 120), new CutPiece(1, 0, 120)],
            MasterCut.Shorten(MasterCut.Plan([120, 120, 120], longest: 450), shortest: 180, longest: 300)
        );

    [Fact]
    public void A_piece_is_cut_into_only_when_whole_ones_would_be_too_short() =>
        Assert.Equal(
            [new CutPiece(0, 0, 120), new CutPiece(1, 0, 80)],
            MasterCut.Shorten(MasterCut.Plan([120, 120], longest: 450), shortest: 150, longest: 200)
        );
}
