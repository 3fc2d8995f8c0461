namespace CommerceVideo.Media.Masks;

/// <summary>What it costs to part two neighbouring cells: much where they look alike, little across an edge.</summary>
internal sealed class GridEdges
{
    private readonly LabGrid _grid;
    private readonly float _strength;
    private readonly float _fall;

    public GridEdges(LabGrid grid, float strength)
    {
        (_grid, _strength) = (grid, strength);
        var (sum, count) = (0.0, 0);
        for (var cell = 0; cell + grid.Width + 1 < grid.Light.Length; cell += 3)
        {
            var step = grid.Distance(cell, cell + grid.Width);
            sum += step * step;
            count++;
        }

        _fall = (float)(1 / Math.Max(2, 2 * sum / Math.Max(1, count)));
    }

    /// <summary>Joins the cell to its four later neighbours.</summary>
    public void Join(GridCut cut, int cell)
    {
        var (width, height) = (_grid.Width, _grid.Height);
        var (x, y) = (cell % width, cell / width);
        if (x + 1 < width)
        {
            cut.Join(x, y, 0, Cost(cell, cell + 1));
        }

        if (y + 1 == height)
        {
            return;
        }

        cut.Join(x, y, 1, Cost(cell, cell + width));
        if (x + 1 < width)
        {
            cut.Join(x, y, 2, Cost(cell, cell + width + 1) * 0.7071f);
        }

        if (x > 0)
        {
            cut.Join(x, y, 3, Cost(cell, cell + width - 1) * 0.7071f);
        }
    }

    private float Cost(int a, int b)
    {
        var step = _grid.Distance(a, b);
        return 0.2f + (_strength * MathF.Exp(-_fall * step * step));
    }
}
