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
        Assert.Equal(0, finding.Cast + finding.Ground + finding.Product, 0.01);
    }

    [Fact]
    public void A_shift_of_a_pixel_and_a_grain_of_noise_hold() =>
        Assert.True(JoinCheck.Of(Scene(), Scene(shift: 1, grain: 4)).Holds);

    [Fact]
    public void Another_colour_of_cloth_breaks_it()
    {
        var finding = JoinCheck.Of(Scene(), Scene(product: (40, 60, 150)));

        Assert.False(finding.Holds, $"{finding}");
    }

    [Fact]
    public void The_look_of_another_model_is_a_cast_and_holds()
    {
        var finding = JoinCheck.Of(Scene(), Scene(look: static (r, g, b) => (r * 0.96 - 4, g * 0.92, b * 0.88 + 6)));

        Assert.True(finding.Holds, $"{finding}");
        Assert.True(finding.Cast > 3 * Math.Max(finding.Ground, finding.Product), $"{finding}");
    }

    [Fact]
    public void A_cast_that_finishing_cannot_take_away_breaks_it() =>
        Assert.False(JoinCheck.Of(Scene(), Scene(look: static (r, g, b) => (r * 0.5, g, b * 0.6))).Holds);

    [Fact]
    public void Another_ground_breaks_it()
    {
        var finding = JoinCheck.Of(Scene(), Scene(ground: (200, 185, 160)));

        Assert.False(finding.Holds, $"{finding}");
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
        int height = 320,
        Func<double, double, double, (double R, double G, double B)>? look = null
    )
    {
        const int width = 240;
        var (inside, outside) = (product ?? (150, 40, 40), ground ?? (236, 236, 232));
        var rgba = new byte[width * height * 4];
        for (var at = 0; at < width * height; at++)
        {
            var (x, y) = ((at % width) - shift, at / width);
            var (r, g, b) = x is > 60 and < 180 && y > 60 && y < height - 60 ? inside : outside;
            if (look is not null)
            {
                var (red, green, blue) = look(r, g, b);
                (r, g, b) = ((int)red, (int)green, (int)blue);
            }

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
