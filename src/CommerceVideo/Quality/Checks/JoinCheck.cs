using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;

namespace CommerceVideo.Quality.Checks;

/// <summary>
/// Whether a Shot goes on where the one before it ended: the same product, ground and colour in the picture on either side of
/// the join. Differences are in CIELAB (CIE76) between cells of a coarse grid, so that a pixel's shift counts for nothing.
/// </summary>
internal static class JoinCheck
{
    /// <summary>Cells of the longer side.</summary>
    private const int Cells = 40;

    /// <summary>The outermost share of a frame, which is ground in nearly every product shot.</summary>
    private const double Rim = 0.12;

    // Starting values: two encodings of one picture stay below 2; another colour of cloth starts at about 8.
    private const double MostColour = 5;
    private const double MostGround = 8;
    private const double MostProduct = 9;

    public static JoinFinding Of(Photo before, Photo after)
    {
        var (last, first) = (LabGrid.Of(before, Cells), LabGrid.Of(after, Cells));
        if (last.Width != first.Width || last.Height != first.Height)
        {
            return new JoinFinding(
                double.PositiveInfinity,
                double.PositiveInfinity,
                double.PositiveInfinity,
                Holds: false
            );
        }

        var (ground, product) = (new List<double>(), new List<double>());
        for (var cell = 0; cell < last.Light.Length; cell++)
        {
            var (x, y) = (cell % last.Width / (double)last.Width, cell / last.Width / (double)last.Height);
            var side = Math.Min(Math.Min(x, 1 - x), Math.Min(y, 1 - y)) < Rim ? ground : product;
            side.Add(Distance(last, first, cell));
        }

        var colour = Math.Sqrt(
            Squared(Mean(first.Light) - Mean(last.Light))
                + Squared(Mean(first.A) - Mean(last.A))
                + Squared(Mean(first.B) - Mean(last.B))
        );
        return new JoinFinding(
            colour,
            ground.Average(),
            product.Average(),
            colour <= MostColour && ground.Average() <= MostGround && product.Average() <= MostProduct
        );
    }

    private static double Distance(LabGrid one, LabGrid other, int cell) =>
        Math.Sqrt(
            Squared(one.Light[cell] - other.Light[cell])
                + Squared(one.A[cell] - other.A[cell])
                + Squared(one.B[cell] - other.B[cell])
        );

    private static double Mean(float[] values) => values.Average();

    private static double Squared(double value) => value * value;
}

/// <summary>What was measured at a join, in units of CIELAB.</summary>
/// <param name="Colour">Between the means of the two pictures.</param>
/// <param name="Ground">Mean over the cells of the rim.</param>
/// <param name="Product">Mean over the cells within.</param>
internal sealed record JoinFinding(double Colour, double Ground, double Product, bool Holds)
{
    public override string ToString() =>
        $"colour {Colour:0.0}, ground {Ground:0.0}, product {Product:0.0} apart (CIELAB)";
}
