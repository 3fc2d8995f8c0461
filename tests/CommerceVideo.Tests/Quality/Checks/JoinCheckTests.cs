using CommerceVideo.Media.Photos;
using CommerceVideo.Quality.Checks;

namespace CommerceVideo.Tests.Quality.Checks;

public sealed class JoinCheckTests
{
    [Fact]
    public void The_same_picture_holds_with_nothing_between()
    {
        var finding = JoinCheck.Of(Scene(), Scene());

        Assert.True(finding.Holds);
        Assert.Equal((0.0, 0.0, 0.0), (finding.Colour, finding.Ground, finding.Product));
    }

    [Fact]
    public void A_shift_of_a_pixel_and_a_grain_of_noise_hold() =>
        Assert.True(JoinCheck.Of(Scene(), Scene(shift: 1, grain: 4)).Holds);

    [Fact]
    public void Another_colour_of_cloth_breaks_it()
    {
        var finding = JoinCheck.Of(Scene(), Scene(product: (40, 60, 150)));

        Assert.False(finding.Holds);
        Assert.True(finding.Product > finding.Ground);
    }

    [Fact]
    public void Another_ground_breaks_it()
    {
        var finding = JoinCheck.Of(Scene(), Scene(ground: (200, 185, 160)));

        Assert.False(finding.Holds);
        Assert.True(finding.Ground > finding.Product);
    }

    [Fact]
    public void A_product_that_went_elsewhere_breaks_it() =>
        Assert.False(JoinCheck.Of(Scene(), Scene(shift: 90)).Holds);

    [Fact]
    public void Another_shape_of_frame_breaks_it() => Assert.False(JoinCheck.Of(Scene(), Scene(height: 200)).Holds);

    private static Photo Scene(
        (int R, int G, int B)? product = null,
        (int R, int G, int B)? ground = null,
        int shift = 0,
        int grain = 0,
        int height = 320
    )
    {
        const int width = 240;
        var (inside, outside) = (product ?? (150, 40, 40), ground ?? (236, 236, 232));
        var rgba = new byte[width * height * 4];
        for (var at = 0; at < width * height; at++)
        {
            var (x, y) = ((at % width) - shift, at / width);
            var (r, g, b) = x is > 60 and < 180 && y > 60 && y < height - 60 ? inside : outside;
            var noise = grain == 0 ? 0 : (int)((at * 2654435761u) >> 27) % grain;
            (rgba[at * 4], rgba[(at * 4) + 1], rgba[(at * 4) + 2], rgba[(at * 4) + 3]) = (
                (byte)(r + noise),
                (byte)(g + noise),
                (byte)(b + noise),
                255
            );
        }

        return new Photo(width, height, rgba, HasAlpha: false);
    }
}
