using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels.Studio.Cameras;
using CommerceVideo.VideoModels.Studio.Resampling;
using CommerceVideo.VideoModels.Studio.Stages;

namespace CommerceVideo.Tests.VideoModels.Studio.Stages;

public sealed class StageTests
{
    private static readonly View Beyond = new(-60, -90, 360, 500);

    [Theory]
    [InlineData(GroundKind.Graded)]
    [InlineData(GroundKind.Scene)]
    public void Made_ground_meets_the_picture_without_a_step(GroundKind ground)
    {
        var study = Drawn.Study(ground: ground);

        var stage = Stage.Build(study, Beyond, 1, withMask: false);

        // Means of two rows on either side of the lower edge, against what two such rows differ inside.
        var seam = Math.Abs(Mean(stage, 90 + 320 + 2) - Mean(stage, 90 + 320 - 8));
        var inside = Math.Abs(Mean(stage, 90 + 320 - 8) - Mean(stage, 90 + 320 - 18));
        Assert.InRange(seam, 0, inside + 3);
        Assert.Equal((360, 500), (stage.Picture.Width, stage.Picture.Height));
    }

    [Fact]
    public void An_uneven_ground_is_not_carried_on_as_sand()
    {
        // Clouds: far from the smooth fit, and yet no pixel differs much from its neighbour.
        var study = Drawn.Study();
        var uneven = study with { Ground = study.Ground with { Noise = 8 } };

        Assert.InRange(Roughness(Stage.Build(uneven, Beyond, 1, withMask: false), 20), 0, 2);
    }

    /// <summary>Mean step from one pixel of a row to the next, in 8-bit levels.</summary>
    private static double Roughness(Stage stage, int y)
    {
        var row = stage.Picture.Y.Row(y);
        var sum = 0.0;
        for (var x = 1; x < row.Length; x++)
        {
            sum += Math.Abs(row[x] - row[x - 1]);
        }

        return sum / (row.Length - 1) / Plane.One;
    }

    [Fact]
    public void The_picture_inside_keeps_every_pixel()
    {
        var study = Drawn.Study();
        var picture = PictureColours.Convert(study.Photo.Rgba, study.Photo.Width, study.Photo.Height);

        var stage = Stage.Build(study, Beyond, 1, withMask: false);

        for (var y = 4; y < 316; y++)
        {
            Assert.True(picture.Y.Row(y)[4..236].SequenceEqual(stage.Picture.Y.Row(y + 90).Slice(64, 232)));
        }
    }

    [Fact]
    public void A_dirty_last_line_of_a_file_does_not_show_at_the_seam()
    {
        var study = Drawn.Study(ground: GroundKind.Scene);
        study.Photo.Rgba.AsSpan(319 * 240 * 4).Fill(255);

        var stage = Stage.Build(study, Beyond, 1, withMask: false);

        for (var y = 90 + 310; y < 90 + 330; y++)
        {
            Assert.InRange(Mean(stage, y), 16, 180);
        }
    }

    [Fact]
    public void A_cut_out_stands_on_light_ground_with_a_shadow_and_no_dark_fringe()
    {
        var study = Drawn.Study(ground: GroundKind.Transparent);
        for (var at = 0; at < study.Mask.Alpha.Length; at++)
        {
            if (study.Photo.Rgba[(at * 4) + 3] < 255)
            {
                // What a careless cut leaves under its clear pixels.
                study.Photo.Rgba.AsSpan(at * 4, 3).Clear();
            }
        }

        var stage = Stage.Build(study, new View(0, 0, 240, 320), 1, withMask: true);

        var row = stage.Picture.Y.Row(160);
        Assert.InRange(row[4] / Plane.One, 200, 235);
        Assert.True(stage.Picture.Y.Row(246)[120] < stage.BareGround!.Y.Row(246)[120] - (5 * Plane.One));
        var darkest = int.MaxValue;
        for (var x = 0; x < 58; x++)
        {
            darkest = Math.Min(darkest, row[x] / Plane.One);
        }

        Assert.InRange(darkest, 150, 235);
    }

    [Fact]
    public void White_black_and_the_primaries_land_where_bt709_puts_them()
    {
        Assert.Equal((235, 128, 128), Levels(255, 255, 255));
        Assert.Equal((16, 128, 128), Levels(0, 0, 0));
        Assert.Equal((63, 102, 240), Levels(255, 0, 0));
        Assert.Equal((173, 42, 26), Levels(0, 255, 0));
        Assert.Equal((32, 240, 118), Levels(0, 0, 255));
    }

    private static (int Y, int Cb, int Cr) Levels(byte red, byte green, byte blue)
    {
        var (y, cb, cr) = PictureColours.Convert(red, green, blue);
        return (ScalarPasses.Rounded(y), ScalarPasses.Rounded(cb), ScalarPasses.Rounded(cr));
    }

    private static double Mean(Stage stage, int y)
    {
        var row = stage.Picture.Y.Row(y);
        var sum = 0.0;
        for (var x = 70; x < 290; x++)
        {
            sum += row[x];
        }

        return sum / 220 / Plane.One;
    }
}
