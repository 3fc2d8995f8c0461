namespace CommerceVideo.Media.Masks;

/// <summary>Which cells have the colour of skin, and whether that makes a person likely.</summary>
internal sealed class Skin
{
    private const float LeastShare = 0.008f;
    private const float LikelyShare = 0.02f;
    private const float MostShare = 0.5f;

    private Skin(bool[] cells, float share, bool? person) => (Cells, Share, Person) = (cells, share, person);

    public bool[] Cells { get; }

    public float Share { get; }

    /// <summary>Null when it cannot be told.</summary>
    public bool? Person { get; }

    public static Skin Of(LabGrid grid, bool groundIsPlain)
    {
        var cells = new bool[grid.Width * grid.Height];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = IsSkin(grid.Light[cell], grid.A[cell], grid.B[cell]);
        }

        var near = Masks.Cells.Blurred(Masks.Cells.Numbers(cells), grid.Width, Math.Max(1, grid.Width / 150));
        cells = [.. near.Select(part => part > 0.6f)];
        var (labels, sizes) = Masks.Cells.Areas(cells, grid.Width);
        var share = sizes.Where(size => size > 0.002 * cells.Length).Sum() / (float)cells.Length;
        return new Skin(cells, share, Judge(share, Entering(labels, sizes, grid), groundIsPlain));
    }

    private static bool? Judge(float share, int entering, bool groundIsPlain) =>
        share switch
        {
            < LeastShare => groundIsPlain ? false : null,
            > LikelyShare and < MostShare when entering > 0 => true,
            _ => null,
        };

    /// <summary>Areas of some size that come in over the picture's edge, as arms, legs and necks do.</summary>
    private static int Entering(int[] labels, List<int> sizes, LabGrid grid)
    {
        var entering = new HashSet<int>();
        for (var cell = 0; cell < labels.Length; cell++)
        {
            var (x, y) = (cell % grid.Width, cell / grid.Width);
            var edge = x == 0 || y == 0 || x == grid.Width - 1 || y == grid.Height - 1;
            if (edge && labels[cell] >= 0 && sizes[labels[cell]] > 0.005 * labels.Length)
            {
                entering.Add(labels[cell]);
            }
        }

        return entering.Count;
    }

    private static bool IsSkin(float light, float a, float b)
    {
        var chroma = MathF.Sqrt((a * a) + (b * b));
        var hue = MathF.Atan2(b, a) * (180 / MathF.PI);
        return light is > 10 and < 93 && hue is > 27 and < 76 && chroma is > 8 and < 42 && chroma < 8 + light;
    }
}
