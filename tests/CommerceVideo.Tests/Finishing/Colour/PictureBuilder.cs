using CommerceVideo.Finishing.Colour;
using CommerceVideo.Media.Colours;

namespace CommerceVideo.Tests.Finishing.Colour;

/// <summary>A patterned product on a graded ground, drawn anywhere in a frame, in any model's colours.</summary>
internal static class PictureBuilder
{
    public const int Width = 54;
    public const int Height = 96;

    public static ProductPicture Picture()
    {
        var product = new float[Width * Height];
        for (var cell = 0; cell < product.Length; cell++)
        {
            product[cell] = InProduct(cell % Width, cell / Width) ? 1 : 0;
        }

        return new ProductPicture(Frame(), product);
    }

    /// <param name="cast">What the model does to the colours.</param>
    public static YccGrid Frame(
        double zoom = 1,
        double right = 0,
        double down = 0,
        Func<YccColour, YccColour>? cast = null
    )
    {
        var grid = new YccGrid(
            Width,
            Height,
            new float[Width * Height],
            new float[Width * Height],
            new float[Width * Height]
        );
        for (var cell = 0; cell < grid.Cells; cell++)
        {
            var x = (((cell % Width) - ((Width - 1) / 2.0) - right) / zoom) + ((Width - 1) / 2.0);
            var y = (((cell / Width) - ((Height - 1) / 2.0) - down) / zoom) + ((Height - 1) / 2.0);
            var colour = Colour(x, y);
            colour = cast is null ? colour : cast(colour);
            (grid.Luma[cell], grid.Blue[cell], grid.Red[cell]) = (
                (float)colour.Luma,
                (float)colour.Blue,
                (float)colour.Red
            );
        }

        return grid;
    }

    private static bool InProduct(double x, double y) => x is > 14 and < 40 && y is > 22 and < 76;

    private static YccColour Colour(double x, double y)
    {
        var wave = Math.Sin(x / 3) * Math.Cos(y / 4);
        return InProduct(x, y)
            ? new YccColour(90 + (25 * wave), 105 - (4 * wave), 165 + (8 * wave))
            : new YccColour(200 - (y / 6), 127, 129);
    }
}
