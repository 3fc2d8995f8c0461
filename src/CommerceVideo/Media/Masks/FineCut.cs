namespace CommerceVideo.Media.Masks;

/// <summary>Carries a cut from a coarse grid to a finer one: only a band along its edge is decided anew, on the finer colours.</summary>
internal static class FineCut
{
    private const int Margin = 2;

    public static bool[] Of(LabGrid fine, LabGrid coarse, bool[] product, float[] ratio)
    {
        var soft = Cells.Blurred(Cells.Numbers(product), coarse.Width, Margin);
        var cut = new GridCut(fine.Width, fine.Height);
        var edges = new GridEdges(fine, 10);
        var sure = new bool[fine.Light.Length];
        var decided = new bool[fine.Light.Length];
        for (var cell = 0; cell < sure.Length; cell++)
        {
            var (x, y) = (cell % fine.Width, cell / fine.Width);
            var under = (y * coarse.Height / fine.Height * coarse.Width) + (x * coarse.Width / fine.Width);
            sure[cell] = product[under];
            if (soft[under] is <= 0.001f or >= 0.999f)
            {
                decided[cell] = true;
                continue;
            }

            // Outside the band nothing is joined: those cells keep the coarse answer.
            var pull = soft[under] is < 0.1f or > 0.9f
                ? (product[under] ? 20 : -20)
                : Math.Clamp(0.25f * ratio[under], -3, 3);
            cut.Prefer(x, y, pull);
            edges.Join(cut, cell);
        }

        var solved = cut.Solve();
        return [.. sure.Select((coarsely, cell) => decided[cell] ? coarsely : solved[cell])];
    }
}
