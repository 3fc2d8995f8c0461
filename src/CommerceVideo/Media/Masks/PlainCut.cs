namespace CommerceVideo.Media.Masks;

/// <summary>Cuts the product off a plain or graded ground: by colour difference, edges, connectedness and holes.</summary>
internal sealed class PlainCut
{
    private const float LeastSpeck = 0.0006f;
    private const float LeastPart = 0.02f;
    private const float LeastHole = 0.004f;
    private const float MostPeeled = 0.33f;
    private const float LeastPeeling = 5;
    private const float BarelyOver = 1.8f;

    private readonly LabGrid _grid;
    private readonly GroundFit _ground;
    private readonly float[] _distance;
    private readonly float _threshold;
    private readonly LocalColours? _clear;
    private float _strongest;

    private PlainCut(LabGrid grid, GroundFit ground)
    {
        (_grid, _ground) = (grid, ground);
        _threshold = Math.Max(3.5f, 3.5f * ground.Noise);
        _distance = new float[grid.Width * grid.Height];
        for (var cell = 0; cell < _distance.Length; cell++)
        {
            _distance[cell] = ground.Distance(grid, cell);
        }

        if (ground.Noise > 1.5f)
        {
            _distance = Cells.Blurred(_distance, grid.Width, 1);
        }

        _clear = Clear();
    }

    /// <summary>Which cells are product, and which are ground in the product's shadow.</summary>
    public static (bool[] Product, bool[] Shadow) Of(LabGrid grid, GroundFit ground)
    {
        var cut = new PlainCut(grid, ground);
        var other = cut._distance.Select(distance => distance > cut._threshold).ToArray();
        var shadow = cut.Shadow(other);
        other = cut.Peeled(other, shadow);
        var product = new bool[other.Length];
        for (var cell = 0; cell < other.Length; cell++)
        {
            product[cell] = other[cell] && !shadow[cell];
        }

        product = cut.Parts(product);
        cut.FillHoles(product, shadow);
        for (var cell = 0; cell < shadow.Length; cell++)
        {
            shadow[cell] &= !product[cell];
        }

        return (product, shadow);
    }

    /// <summary>Grows from the ground over cells that are the ground's colour but darker, as long as no edge is crossed.</summary>
    private bool[] Shadow(bool[] other)
    {
        var width = _grid.Width;
        var shadow = new bool[other.Length];
        var queue = new Queue<int>(Enumerable.Range(0, other.Length).Where(cell => !other[cell]));
        var grown = 0;
        while (queue.TryDequeue(out var cell))
        {
            var x = cell % width;
            foreach (var (dx, dy) in (ReadOnlySpan<(int, int)>)[(-1, 0), (1, 0), (0, -1), (0, 1)])
            {
                var next = cell + (dy * width) + dx;
                if (
                    (uint)(x + dx) < (uint)width
                    && (uint)next < (uint)other.Length
                    && other[next]
                    && !shadow[next]
                    && IsSoft(next)
                    && IsDarkened(next)
                )
                {
                    shadow[next] = true;
                    grown++;
                    queue.Enqueue(next);
                }
            }
        }

        // What ate most of what stands out was no shadow but the product itself, through a soft edge.
        return grown <= 0.55 * other.Count(set => set) ? shadow : new bool[other.Length];
    }

    /// <summary>The colours of what certainly is product; null where nothing stands out enough to say.</summary>
    private LocalColours? Clear()
    {
        var standing = _distance.Where((distance, cell) => cell % 8 == 0 && distance > _threshold).Order().ToArray();
        if (standing.Length == 0)
        {
            return null;
        }

        _strongest = standing[standing.Length * 9 / 10];
        var clear = Math.Max(2.2f * _threshold, 0.5f * _strongest);
        return LocalColours.Of(
            _grid,
            [.. _distance.Select(distance => distance > clear)],
            Math.Max(6, _grid.Width / 40)
        );
    }

    /// <summary>
    /// Takes off, from the ground inwards, what is far nearer to the ground than to the product beside it: an uneven ground
    /// the smooth surface does not follow.
    /// </summary>
    private bool[] Peeled(bool[] other, bool[] shadow)
    {
        if (_clear is null)
        {
            return other;
        }

        var width = _grid.Width;
        var left = other.ToArray();
        var queue = new Queue<int>(Enumerable.Range(0, other.Length).Where(cell => !other[cell] || shadow[cell]));
        while (queue.TryDequeue(out var cell))
        {
            var x = cell % width;
            foreach (var (dx, dy) in (ReadOnlySpan<(int, int)>)[(-1, 0), (1, 0), (0, -1), (0, 1)])
            {
                var next = cell + (dy * width) + dx;
                if (
                    (uint)(x + dx) < (uint)width
                    && (uint)next < (uint)other.Length
                    && left[next]
                    && !shadow[next]
                    && IsUneven(next)
                )
                {
                    left[next] = false;
                    queue.Enqueue(next);
                }
            }
        }

        return left;
    }

    /// <summary>Ground all the same: far nearer to it than the strong product beside it is, and reached without an edge.</summary>
    private bool IsUneven(int cell)
    {
        var distance = _distance[cell];
        if (distance > BarelyOver * _threshold && !IsSoft(cell))
        {
            return false;
        }

        if (!_clear!.Has(cell))
        {
            return _strongest > LeastPeeling * _threshold;
        }

        var (l, a, b) = LabGrid.Lab(_clear.Mean(cell, 0), _clear.Mean(cell, 1), _clear.Mean(cell, 2));
        var ground = _ground.At(cell);
        var (dl, da, db) = (l - ground.L, a - ground.A, b - ground.B);
        var product = MathF.Sqrt((dl * dl) + (da * da) + (db * db));
        return product > LeastPeeling * _threshold && distance < MostPeeled * product;
    }

    private bool IsDarkened(int cell)
    {
        var (l, a, b) = _ground.At(cell);
        var ratio = _grid.Light[cell] / Math.Max(1, l);
        var (da, db) = (_grid.A[cell] - (a * ratio), _grid.B[cell] - (b * ratio));
        return ratio is > 0.5f and < 1.01f && MathF.Sqrt((da * da) + (db * db)) < Math.Max(3, 3 * _ground.Noise);
    }

    private bool IsSoft(int cell)
    {
        var width = _grid.Width;
        var (x, y) = (cell % width, cell / width);
        var across = _grid.Distance(x > 0 ? cell - 1 : cell, x < width - 1 ? cell + 1 : cell);
        var down = _grid.Distance(y > 0 ? cell - width : cell, y < _grid.Height - 1 ? cell + width : cell);
        return Math.Max(across, down) / 2 < 0.8f + _ground.Noise;
    }

    /// <summary>Keeps the areas that stand out clearly somewhere and are no specks.</summary>
    private bool[] Parts(bool[] product)
    {
        var (labels, sizes) = Cells.Areas(product, _grid.Width);
        if (sizes.Count == 0)
        {
            return product;
        }

        var clear = new int[sizes.Count];
        for (var cell = 0; cell < labels.Length; cell++)
        {
            if (labels[cell] >= 0 && _distance[cell] > 2 * _threshold)
            {
                clear[labels[cell]]++;
            }
        }

        var least = Math.Max(LeastSpeck * product.Length, LeastPart * sizes.Max());
        return [.. labels.Select(label => label >= 0 && sizes[label] >= least && clear[label] > 0.1 * sizes[label])];
    }

    /// <summary>An enclosed area stays a hole only when it is large and is the ground through and through (a bag's handle).</summary>
    private void FillHoles(bool[] product, bool[] shadow)
    {
        var width = _grid.Width;
        var (labels, sizes) = Cells.Areas([.. product.Select(set => !set)], width);
        var open = new bool[sizes.Count];
        var far = new double[sizes.Count];
        for (var cell = 0; cell < labels.Length; cell++)
        {
            if (labels[cell] >= 0)
            {
                var (x, y) = (cell % width, cell / width);
                open[labels[cell]] |= x == 0 || y == 0 || x == width - 1 || y == _grid.Height - 1;
                far[labels[cell]] += shadow[cell] ? 0 : Math.Min(_distance[cell], 2 * _threshold);
            }
        }

        for (var cell = 0; cell < labels.Length; cell++)
        {
            var label = labels[cell];
            product[cell] |=
                label >= 0
                && !open[label]
                && (sizes[label] < LeastHole * product.Length || far[label] / sizes[label] > 0.5 * _threshold);
        }
    }
}
