using CommerceVideo.Media;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Studio;
using CommerceVideo.VideoModels.Studio.Cameras;
using CommerceVideo.VideoModels.Studio.Frames;
using CommerceVideo.VideoModels.Studio.Framing;
using CommerceVideo.VideoModels.Studio.Resampling;
using CommerceVideo.VideoModels.Studio.Stages;

namespace CommerceVideo.Tests.VideoModels.Studio.Frames;

public sealed class FrameTests
{
    private const double Seconds = 0.5;

    private static readonly AspectRatio Ratio = new(3, 4);

    [Theory]
    [InlineData(ShotMove.PushIn)]
    [InlineData(ShotMove.DetailToWhole)]
    [InlineData(ShotMove.LightSweep)]
    [InlineData(ShotMove.LiftOff)]
    public void Vector_and_scalar_paths_draw_the_same_frames(ShotMove move)
    {
        var study = Drawn.Study();

        var vector = Take.Of(study, Shot(move), 1, vector: true);
        var scalar = Take.Of(study, Shot(move), 1, vector: false);

        foreach (var index in new[] { 0, 6, 14 })
        {
            Assert.Equal(Frame(scalar, index), Frame(vector, index));
        }
    }

    [Fact]
    public void A_lifted_product_at_rest_is_the_picture_itself_to_the_last_bit()
    {
        var study = Drawn.Study();
        var lift = Take.Of(study, Shot(ShotMove.LiftOff), 1);
        var plan = FramingPlanner.Plan(Take.Facts(study, Shot(ShotMove.LiftOff)), ShotMove.LiftOff);
        var stage = Stage.Build(study, plan.Seen, lift.Frames.Shape.Width / plan.TightestWidth, withMask: false);
        var path = new CameraPath(stage.Seen(plan.From), stage.Seen(plan.To), Loop: false);
        var taps = Kernel.TapsFor(lift.Frames.Shape.Width / path.From.Width);
        var camera = new CameraFrames(new Source(stage.Picture, taps), path, lift.Frames.Shape, 1, taps, vector: true);
        var picture = new byte[camera.Shape.Bytes];

        camera.Draw(0, picture);

        Assert.Equal(picture, Frame(lift, 0));
        Assert.NotEqual(picture, Frame(lift, 14));
    }

    [Fact]
    public void While_the_product_moves_its_ground_stands_still_to_the_last_bit()
    {
        var take = Take.Of(Drawn.Study(), Shot(ShotMove.LiftOff), 1);
        var shape = take.Frames.Shape;
        var first = Frame(take, 0);

        for (var index = 1; index < take.Frames.Count; index++)
        {
            var frame = Frame(take, index);
            for (var y = 0; y < shape.Height; y++)
            {
                var edge = y < shape.Height / 12 || y >= shape.Height * 11 / 12 ? shape.Width : shape.Width / 24;
                var row = y * shape.Width;
                Assert.True(first.AsSpan(row, edge).SequenceEqual(frame.AsSpan(row, edge)), $"frame {index}, row {y}");
            }
        }
    }

    [Fact]
    public void Light_touches_only_the_product_and_only_its_lightness()
    {
        var study = Drawn.Study(480, 640);
        var lit = Take.Of(study, Shot(ShotMove.LightSweep, loop: true), 1);
        var dark = Take.Of(
            study with
            {
                Mask = study.Mask with { Alpha = new byte[study.Mask.Alpha.Length] },
            },
            Shot(ShotMove.LightSweep, loop: true),
            1
        );
        var shape = lit.Frames.Shape;
        const int Middle = 7;

        var (with, without) = (Frame(lit, Middle), Frame(dark, Middle));

        var focus = lit.Focus!.Value;
        var gained = 0;
        for (var at = 0; at < shape.LumaBytes; at++)
        {
            var (x, y) = ((double)(at % shape.Width) / shape.Width, (double)(at / shape.Width) / shape.Height);
            var outside =
                x < focus.X - 0.02
                || x > focus.X + focus.Width + 0.02
                || y < focus.Y - 0.02
                || y > focus.Y + focus.Height + 0.02;
            Assert.True(with[at] >= without[at]);
            Assert.True(!outside || with[at] == without[at]);
            gained = Math.Max(gained, with[at] - without[at]);
        }

        Assert.InRange(gained, 12, 60);
        Assert.True(with.AsSpan(shape.LumaBytes).SequenceEqual(without.AsSpan(shape.LumaBytes)));
    }

    [Fact]
    public void At_a_loops_seam_the_light_is_outside_the_frame()
    {
        var study = Drawn.Study(480, 640);
        var unlit = study with { Mask = study.Mask with { Alpha = new byte[study.Mask.Alpha.Length] } };

        var lit = Frame(Take.Of(study, Shot(ShotMove.LightSweep, loop: true), 1), 0);

        Assert.Equal(Frame(Take.Of(unlit, Shot(ShotMove.LightSweep, loop: true), 1), 0), lit);
    }

    [Theory]
    [InlineData(ShotMove.PushIn)]
    [InlineData(ShotMove.PanLeft)]
    [InlineData(ShotMove.LiftOff)]
    [InlineData(ShotMove.LightSweep)]
    public void A_loops_last_frame_runs_into_its_first(ShotMove move)
    {
        var take = Take.Of(Drawn.Study(), Shot(move, loop: true, seconds: 2), 1);
        var last = take.Frames.Count - 1;

        var seam = Difference(Frame(take, last), Frame(take, 0));
        var inside = Enumerable.Range(1, 12).Max(at => Difference(Frame(take, last - at), Frame(take, last - at + 1)));

        Assert.InRange(seam, 0, inside + 0.02);
        Assert.True(Difference(Frame(take, last / 2), Frame(take, 0)) > seam);
    }

    private static Shot Shot(ShotMove move, bool loop = false, double seconds = Seconds) =>
        new("test", ShotStart.Picture, move, seconds, Ratio, loop, "Move.");

    private static byte[] Frame(Take take, int index)
    {
        var frame = new byte[take.Frames.Shape.Bytes];
        take.Frames.Draw(index, frame);
        return frame;
    }

    private static double Difference(byte[] one, byte[] other) =>
        one.Zip(other, (first, second) => Math.Abs(first - second)).Average();
}
