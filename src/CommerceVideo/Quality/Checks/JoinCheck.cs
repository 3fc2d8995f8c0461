using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;

namespace CommerceVideo.Quality.Checks;

/// <summary>
/// Whether a Shot goes on where the one before it ended: the same product, ground and colour in the picture on either side of
/// the join. Differences are in CIELAB (CIE76) between cells of a coarse grid, so that a pixel's shift counts for nothing.
/// One even cast over the whole picture is a model's look: finishing takes it away, so it only has a limit of its own.
/// </summary>
internal static class JoinCheck
{
    /// <summary>Cells of the longer side.</summary>
    private const int Cells = 40;

    /// <summary>The outermost share of a frame, which is ground in nearly every product shot.</summary>
    private const double Rim = 0.12;

    // Measured at 64 joins (16 models' looks, 4 photos): cast at most 9.5, and without it at most 1.5 and 1.7; of joins with
    // another product or model's shot none stays below 23 and 14.
    private const double MostCast = 12;
    private const double MostGround = 5;
    private const double MostProduct = 6;

    private const double Black = 16;

    /// <summary>In codes of chroma.</summary>
    private const double MostAtBlack = 4;

    public static JoinFinding Of(Photo before, Photo after)
    {
        var (last, first) = (LabGrid.Of(before, Cells), LabGrid.Of(after, Cells));
        if (last.Width != first.Width || last.Height != first.Height)
        {
            return JoinFinding.NothingAlike;
        }

        var matches = Matches(last, first);
        var look = AsTint(ColourFit.Of(matches));
        var (ground, product, cast) = (new List<double>(), new List<double>(), new List<double>());
        for (var cell = 0; cell < matches.Count; cell++)
        {
            var (shown, wanted) = (matches[cell].Frame, matches[cell].Photo);
            var (luma, blue, red) = look.Apply(shown.Luma, shown.Blue, shown.Red);
            var even = new YccColour(luma, blue, red).Lab;
            cast.Add(LabColour.Distance(shown.Lab, even));
            (IsRim(cell, last) ? ground : product).Add(LabColour.Distance(even, wanted.Lab));
        }

        return new JoinFinding(
            cast.Average(),
            ground.Average(),
            product.Average(),
            cast.Average() <= MostCast && ground.Average() <= MostGround && product.Average() <= MostProduct
        );
    }

    /// <summary>
    /// A tint of the light leaves black alone. What colours the dark parts of a picture and not its light ones is another
    /// colour of cloth on the same ground.
    /// </summary>
    private static ColourTransform AsTint(ColourTransform look) =>
        look with
        {
            Blue = AsTint(look.Blue),
            Red = AsTint(look.Red),
        };

    private static ChromaShift AsTint(ChromaShift shift) =>
        shift with
        {
            Offset =
                Math.Clamp(shift.Offset + (Black * shift.Slope), -MostAtBlack, MostAtBlack) - (Black * shift.Slope),
        };

    private static List<ColourMatch> Matches(LabGrid last, LabGrid first) =>
        [
            .. Enumerable
                .Range(0, last.Light.Length)
                .Select(cell => new ColourMatch(At(first, cell), At(last, cell), Product: true, Weight: 1)),
        ];

    private static bool IsRim(int cell, LabGrid grid)
    {
        var (x, y) = (cell % grid.Width / (double)grid.Width, cell / grid.Width / (double)grid.Height);
        return Math.Min(Math.Min(x, 1 - x), Math.Min(y, 1 - y)) < Rim;
    }

    private static YccColour At(LabGrid grid, int cell) =>
        YccColour.OfRgb(grid.Rgb[3 * cell], grid.Rgb[(3 * cell) + 1], grid.Rgb[(3 * cell) + 2]);
}

/// <summary>What was measured at a join, in units of CIELAB.</summary>
/// <param name="Cast">What one even change of all colours explains, as the mean over the cells.</param>
/// <param name="Ground">What is left, as the mean over the cells of the rim.</param>
/// <param name="Product">What is left, as the mean over the cells within.</param>
internal sealed record JoinFinding(double Cast, double Ground, double Product, bool Holds)
{
    /// <summary>Two pictures that cannot be laid over one another.</summary>
    public static JoinFinding NothingAlike { get; } =
        new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, Holds: false);

    public override string ToString() => $"cast {Cast:0.0}, ground {Ground:0.0}, product {Product:0.0} apart (CIELAB)";
}
