using CommerceVideo.Media.Photos;

namespace CommerceVideo.Media.Masks;

/// <summary>Chooses the way to find the product by what the picture stands on, and goes it.</summary>
internal static class MaskFinder
{
    // Fine enough for a shoe lace in a web photo; the mask is carried from here to every pixel.
    private const int FineSide = 800;
    private const int CoarseSide = 256;
    private const float PlainShare = 0.72f;
    private const float PlainNoise = 4.5f;
    private const float EvenRange = 4;
    private const float LeastEntry = 0.06f;
    private const double SameColours = 0.85;

    public static (ProductMask Mask, Ground Ground, bool? Person) Find(Photo photo, ProductPart part)
    {
        if (AlphaMask.Of(photo) is { } cutOut)
        {
            var seen = LabGrid.Of(photo, CoarseSide);
            return (cutOut, new Ground(GroundKind.Transparent, 255, 255, 255, 0), AlphaMask.Person(photo, seen));
        }

        var grid = LabGrid.Of(photo, FineSide);
        var fit = GroundFit.Of(grid);
        var plain = fit.Inliers >= PlainShare && fit.Noise <= PlainNoise;
        var skin = Skin.Of(grid, plain);
        var ground = Describe(grid, fit, plain);
        if (!plain)
        {
            return (InScene(photo, grid, part, skin, figure: null), ground, skin.Person);
        }

        var (product, shadow) = PlainCut.Of(grid, fit);
        var mask =
            skin.Person == true || (part != ProductPart.Anywhere && EntersFrame(product, grid.Width))
                ? InScene(photo, grid, part, skin, product)
                : OnGround(photo, grid, product, shadow, fit);
        return (mask, ground, skin.Person);
    }

    /// <summary>What stands on the ground comes in over the picture's edge: worn by someone rather than laid out.</summary>
    private static bool EntersFrame(bool[] figure, int width)
    {
        var height = figure.Length / width;
        var border = Enumerable
            .Range(0, width)
            .SelectMany(x => new[] { x, ((height - 1) * width) + x })
            .Concat(Enumerable.Range(0, height).SelectMany(y => new[] { y * width, (y * width) + width - 1 }))
            .ToArray();
        return border.Count(cell => figure[cell]) > LeastEntry * border.Length;
    }

    private static ProductMask OnGround(Photo photo, LabGrid grid, bool[] product, bool[] shadow, GroundFit fit)
    {
        var contrast = MaskShape.EdgeContrast(grid, product, fit.Noise);
        var mask = Finished(photo, EdgeMatte.Of(photo, grid, product), MaskKind.PlainGround, contrast);
        return mask.Kind == MaskKind.None
            ? mask
            : mask with
            {
                Shadow = ShadowMap.Of(photo, grid, shadow, product, fit),
            };
    }

    /// <param name="figure">On a plain ground, everything that is not ground: person and product together.</param>
    private static ProductMask InScene(Photo photo, LabGrid fine, ProductPart part, Skin skin, bool[]? figure)
    {
        var coarse = LabGrid.Of(photo, CoarseSide);
        var never = new bool[coarse.Light.Length];
        var useSkin = skin.Share > 0.01f;
        for (var cell = 0; cell < never.Length; cell++)
        {
            var above = LabGrid.Under(cell, coarse, fine);
            never[cell] = (useSkin && skin.Cells[above]) || figure?[above] == false;
        }

        var (product, ratio) = SceneCut.Of(coarse, Sharpness.Of(fine, coarse), ScenePrior.Of(part), never);
        product = MaskShape.Tidy(product, coarse.Width, leastPart: 0.05f, largestGap: 0.003f);
        var finely = FineCut.Of(fine, coarse, product, ratio);
        var contrast = MaskShape.EdgeContrast(fine, finely, 1);
        return Finished(photo, EdgeMatte.Of(photo, fine, finely), MaskKind.Scene, contrast * Apart(coarse, product));
    }

    /// <summary>An estimate is never sure; where product and rest have the same colours it is worth nothing.</summary>
    private static double Apart(LabGrid grid, bool[] product)
    {
        var overlap = MaskShape.ColourOverlap(grid, product);
        return overlap > SameColours ? 0 : 0.85 * Math.Min(1, 1.6 * (1 - overlap));
    }

    private static ProductMask Finished(Photo photo, byte[] alpha, MaskKind kind, double confidence)
    {
        var (box, coverage) = MaskShape.Measure(alpha, photo.Width, photo.Height);
        if (coverage is < 0.005 or > 0.95 || confidence < 0.15)
        {
            return Nothing(photo);
        }

        return new ProductMask(photo.Width, photo.Height, alpha, kind, box, coverage, Math.Clamp(confidence, 0, 1));
    }

    private static ProductMask Nothing(Photo photo) =>
        new(
            photo.Width,
            photo.Height,
            new byte[photo.Width * photo.Height],
            MaskKind.None,
            new PixelBox(0, 0, photo.Width, photo.Height),
            0,
            0
        );

    private static Ground Describe(LabGrid grid, GroundFit fit, bool plain)
    {
        var kind =
            !plain ? GroundKind.Scene
            : fit.Range > EvenRange ? GroundKind.Graded
            : GroundKind.Plain;
        var (red, green, blue) = fit.MeanColour(grid);
        return new Ground(kind, red, green, blue, Math.Round(fit.Noise * 2.55, 3));
    }
}
