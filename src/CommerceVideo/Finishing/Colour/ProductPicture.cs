using CommerceVideo.Media;
using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Studio.Cameras;

namespace CommerceVideo.Finishing.Colour;

/// <summary>The photo as a model was given it, in cells, with the product's part of each.</summary>
/// <param name="Product">Part of the cell that is product, 0 to 1; below 0 where the photo has no pixels and ground was made.</param>
internal sealed record ProductPicture(YccGrid Colours, float[] Product)
{
    private const int LongSide = 96;

    /// <summary>Points looked at along each side of a cell.</summary>
    private const int Points = 6;

    /// <summary>Below this the cut may take ground for product, and its mean would be a guess.</summary>
    private const double Trusted = 0.3;

    /// <param name="ratio">The shape that was asked of the model.</param>
    /// <returns>Null where the product cannot be told from its ground.</returns>
    public static ProductPicture? Of(PhotoStudy study, AspectRatio ratio)
    {
        if (study.Mask.Kind == MaskKind.None || study.Mask.Confidence < Trusted)
        {
            return null;
        }

        var (width, height) =
            ratio.Value < 1
                ? ((int)Math.Round(LongSide * ratio.Value), LongSide)
                : (LongSide, (int)Math.Round(LongSide / ratio.Value));
        var view = PicturePreparation.ViewOf(study, ratio);
        var grid = new YccGrid(
            width,
            height,
            new float[width * height],
            new float[width * height],
            new float[width * height]
        );
        var product = new float[width * height];
        for (var cell = 0; cell < product.Length; cell++)
        {
            product[cell] = Fill(study, view, grid, cell);
        }

        return new ProductPicture(grid, product);
    }

    private static float Fill(PhotoStudy study, View view, YccGrid grid, int cell)
    {
        var photo = study.Photo;
        var (red, green, blue, cover) = (0.0, 0.0, 0.0, 0.0);
        for (var point = 0; point < Points * Points; point++)
        {
            var across = (cell % grid.Width) + (((point % Points) + 0.5) / Points);
            var down = (cell / grid.Width) + (((point / Points) + 0.5) / Points);
            var x = (int)Math.Floor(view.X + (view.Width * across / grid.Width));
            var y = (int)Math.Floor(view.Y + (view.Height * down / grid.Height));
            if (x < 0 || y < 0 || x >= photo.Width || y >= photo.Height)
            {
                return -1;
            }

            var at = (y * photo.Width) + x;
            var alpha = photo.HasAlpha ? photo.Rgba[(4 * at) + 3] / 255.0 : 1;
            red += (alpha * photo.Rgba[4 * at]) + ((1 - alpha) * study.Ground.Red);
            green += (alpha * photo.Rgba[(4 * at) + 1]) + ((1 - alpha) * study.Ground.Green);
            blue += (alpha * photo.Rgba[(4 * at) + 2]) + ((1 - alpha) * study.Ground.Blue);
            cover += study.Mask.Alpha[at];
        }

        const double All = Points * Points;
        Set(grid, cell, red / All, green / All, blue / All);
        return (float)(cover / All / 255);
    }

    private static void Set(YccGrid grid, int cell, double red, double green, double blue)
    {
        var (luma, blueness, redness) = YccColour.OfRgb(red, green, blue);
        (grid.Luma[cell], grid.Blue[cell], grid.Red[cell]) = ((float)luma, (float)blueness, (float)redness);
    }
}
