using CommerceVideo.Generation;
using CommerceVideo.Media;
using CommerceVideo.Quality;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Generation;

public sealed class ClipVerdictTests
{
    [Theory]
    [InlineData("product-colour", ShotMove.PushIn, Verdict.Review)]
    [InlineData("colour-drift", ShotMove.PushIn, Verdict.Reject)]
    [InlineData("outline", ShotMove.PushIn, Verdict.Reject)]
    [InlineData("outline", ShotMove.Walk, Verdict.Review)]
    [InlineData("black", ShotMove.Walk, Verdict.Reject)]
    public void An_even_cast_and_a_body_that_was_asked_to_move_are_for_a_person(
        string check,
        ShotMove move,
        Verdict verdict
    ) => Assert.Equal(verdict, ClipVerdict.Of(Judgement.Of([Rejected(check)]), Shot(move)).Verdict);

    [Fact]
    public void The_reason_names_what_is_worst_with_its_figure_its_limit_and_its_frame()
    {
        var judgement = Judgement.Of([Rejected("odd-thing") with { Outcome = FindingOutcome.Review }, Rejected("hem")]);

        Assert.Equal(
            "The clip is not true to the photo: hem is 9 units (frame 41), at most 3 is asked.",
            ClipVerdict.Reason(judgement)
        );
    }

    private static Finding Rejected(string check) => new(check, 9, "units", "<=", 3, 41, FindingOutcome.Reject);

    private static Shot Shot(ShotMove move) =>
        new("open", ShotStart.Picture, move, 3, new AspectRatio(4, 5), false, "");
}
