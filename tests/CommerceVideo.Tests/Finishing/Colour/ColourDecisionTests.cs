using CommerceVideo.Finishing.Colour;
using CommerceVideo.Media.Colours;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing.Colour;

public sealed class ColourDecisionTests
{
    private const double Fps = 4;

    [Fact]
    public void A_models_cast_is_taken_back_while_the_camera_moves_in()
    {
        var frames = Frames(static at => PictureBuilder.Frame(1 + (0.02 * at), 0.3 * at, -0.2 * at, Warm));

        var decision = ColourDecision.Of(PictureBuilder.Picture(), ShotMove.PushIn, frames, Fps);

        Assert.Equal("corrected", decision.Facts.Outcome);
        Assert.Equal(frames.Count, decision.Placed.Count);
        Assert.InRange(decision.Facts.Before!.Mean, 3, 30);
        Assert.InRange(decision.Facts.After!.Mean, 0, 0.5);
        Assert.InRange(decision.Placed[^1].Place.Zoom, 1.1, 1.14 + 0.02);
    }

    [Fact]
    public void What_is_near_enough_is_left_alone()
    {
        var frames = Frames(static at => PictureBuilder.Frame(1 + (0.01 * at)));

        var decision = ColourDecision.Of(PictureBuilder.Picture(), ShotMove.PushIn, frames, Fps);

        Assert.Equal("kept", decision.Facts.Outcome);
        Assert.Null(decision.Transform);
        Assert.InRange(decision.Facts.Before!.Mean, 0, 1);
    }

    [Fact]
    public void A_product_that_is_not_found_again_is_not_measured_and_that_is_said()
    {
        var frames = Frames(static at => PictureBuilder.Frame(zoom: 0.31, right: 40 + at, down: 60));

        var decision = ColourDecision.Of(PictureBuilder.Picture(), ShotMove.PushIn, frames, Fps);

        Assert.Equal("none", decision.Facts.Outcome);
        Assert.Contains("found again in", decision.Facts.Why, StringComparison.Ordinal);
        Assert.Null(decision.Transform);
    }

    [Fact]
    public void A_light_sweep_and_a_photo_without_a_known_product_are_not_measured()
    {
        var frames = Frames(static _ => PictureBuilder.Frame(cast: Warm));

        var sweep = ColourDecision.Of(PictureBuilder.Picture(), ShotMove.LightSweep, frames, Fps);
        var unknown = ColourDecision.Of(null, ShotMove.PushIn, frames, Fps);

        Assert.Equal(("none", "none"), (sweep.Facts.Outcome, unknown.Facts.Outcome));
        Assert.NotEqual(sweep.Facts.Why, unknown.Facts.Why);
    }

    [Fact]
    public void The_ground_changes_no_more_from_frame_to_frame_than_it_did()
    {
        var frames = Frames(static at =>
            PictureBuilder.Frame(cast: colour => Warm(colour with { Luma = colour.Luma + (at % 2) }))
        );

        var facts = ColourDecision.Of(PictureBuilder.Picture(), ShotMove.PushIn, frames, fps: 8).Facts;

        Assert.Equal("corrected", facts.Outcome);
        Assert.InRange(facts.Before!.GroundStep, 0.1, 2);
        Assert.InRange(facts.After!.GroundStep, 0, facts.Before.GroundStep * 1.35);
    }

    private static List<YccGrid> Frames(Func<int, YccGrid> draw) => [.. Enumerable.Range(0, 8).Select(draw)];

    /// <summary>Warm, flat and pale: the luma compressed, reds up, blues down, colours faded.</summary>
    private static YccColour Warm(YccColour colour) =>
        new(
            (0.92 * colour.Luma) + 24,
            128 + (0.9 * (colour.Blue - 128)) - (0.03 * colour.Luma),
            128 + (0.9 * (colour.Red - 128)) + (0.03 * colour.Luma)
        );
}
