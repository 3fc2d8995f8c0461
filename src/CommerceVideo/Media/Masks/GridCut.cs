namespace CommerceVideo.Media.Masks;

/// <summary>
/// Minimum cut on a picture's grid with eight neighbours, by two search trees that are kept between augmentations
/// (Boykov and Kolmogorov, 2004). Cells that never got a terminal or an edge cost nothing.
/// </summary>
internal sealed partial class GridCut
{
    private const int Free = 0;
    private const int Product = 1;
    private const int Ground = 2;
    private const sbyte NoParent = -1;
    private const sbyte Terminal = 8;
    private const sbyte Orphan = 9;
    private const float Nothing = 1e-6f;

    private readonly int _width;
    private readonly int _height;
    private readonly int _stride;
    private readonly int[] _offsets;
    private readonly float[] _terminal;
    private readonly float[] _capacity;
    private readonly byte[] _tree;
    private readonly sbyte[] _parent;
    private readonly int[] _seen;
    private readonly int[] _distance;
    private readonly bool[] _queued;
    private readonly Queue<int> _active = new();
    private readonly Queue<int> _orphans = new();
    private int _time;

    public GridCut(int width, int height)
    {
        (_width, _height, _stride) = (width, height, width + 2);
        var cells = _stride * (height + 2);
        _offsets = [1, _stride, _stride + 1, _stride - 1, -1, -_stride, -_stride - 1, 1 - _stride];
        _terminal = new float[cells];
        _capacity = new float[cells * 8];
        _tree = new byte[cells];
        _parent = new sbyte[cells];
        _seen = new int[cells];
        _distance = new int[cells];
        _queued = new bool[cells];
    }

    /// <summary>Cost of calling the cell ground less the cost of calling it product.</summary>
    public void Prefer(int x, int y, float product) => _terminal[At(x, y)] = product;

    /// <summary>Cost of parting the cell from its neighbour to the east (0), south (1), south-east (2) or south-west (3).</summary>
    public void Join(int x, int y, int direction, float cost)
    {
        var cell = At(x, y);
        _capacity[(cell * 8) + direction] = cost;
        _capacity[((cell + _offsets[direction]) * 8) + direction + 4] = cost;
    }

    /// <summary>True where the cell is on the product's side.</summary>
    public bool[] Solve()
    {
        Plant();
        var current = -1;
        while (current >= 0 || TryNext(out current))
        {
            var meeting = _tree[current] == Free ? -1 : Grow(current);
            _time++;
            if (meeting < 0)
            {
                current = -1;
                continue;
            }

            Augment(current, meeting);
            while (_orphans.TryDequeue(out var orphan))
            {
                Adopt(orphan);
            }
        }

        var product = new bool[_width * _height];
        for (var i = 0; i < product.Length; i++)
        {
            product[i] = _tree[At(i % _width, i / _width)] == Product;
        }

        return product;
    }

    private int At(int x, int y) => ((y + 1) * _stride) + x + 1;

    private static int Back(int direction) => (direction + 4) & 7;

    private void Plant()
    {
        for (var cell = 0; cell < _terminal.Length; cell++)
        {
            _parent[cell] = NoParent;
            if (Math.Abs(_terminal[cell]) > Nothing)
            {
                _tree[cell] = (byte)(_terminal[cell] > 0 ? Product : Ground);
                _parent[cell] = Terminal;
                _distance[cell] = 1;
                Activate(cell);
            }
        }
    }

    private void Activate(int cell)
    {
        if (!_queued[cell])
        {
            _queued[cell] = true;
            _active.Enqueue(cell);
        }
    }

    private bool TryNext(out int cell)
    {
        while (_active.TryDequeue(out cell))
        {
            _queued[cell] = false;
            if (_parent[cell] != NoParent)
            {
                return true;
            }
        }

        cell = -1;
        return false;
    }

    /// <summary>What can still flow from <paramref name="cell"/>'s tree side towards its neighbour.</summary>
    private float Outward(int cell, int direction) =>
        _tree[cell] == Product
            ? _capacity[(cell * 8) + direction]
            : _capacity[((cell + _offsets[direction]) * 8) + Back(direction)];

    /// <summary>The direction in which the other tree was met, or -1.</summary>
    private int Grow(int cell)
    {
        for (var direction = 0; direction < 8; direction++)
        {
            var next = cell + _offsets[direction];
            if ((uint)next >= (uint)_tree.Length || Outward(cell, direction) <= Nothing)
            {
                continue;
            }

            if (_tree[next] == Free)
            {
                _tree[next] = _tree[cell];
                Hang(next, cell, Back(direction));
                Activate(next);
            }
            else if (_tree[next] != _tree[cell])
            {
                return direction;
            }
            else if (_seen[next] <= _seen[cell] && _distance[next] > _distance[cell])
            {
                Hang(next, cell, Back(direction));
            }
        }

        return -1;
    }

    private void Hang(int cell, int parent, int direction)
    {
        _parent[cell] = (sbyte)direction;
        _seen[cell] = _seen[parent];
        _distance[cell] = _distance[parent] + 1;
    }

    private void Augment(int cell, int direction)
    {
        var other = cell + _offsets[direction];
        if (_tree[cell] == Ground)
        {
            (cell, other, direction) = (other, cell, Back(direction));
        }

        var flow = Math.Min(_capacity[(cell * 8) + direction], Math.Min(Narrowest(cell), Narrowest(other)));
        _capacity[(cell * 8) + direction] -= flow;
        _capacity[(other * 8) + Back(direction)] += flow;
        Push(cell, flow);
        Push(other, flow);
    }

    private float Narrowest(int cell)
    {
        var least = float.MaxValue;
        while (_parent[cell] != Terminal)
        {
            var up = _parent[cell];
            least = Math.Min(least, Inward(cell, up));
            cell += _offsets[up];
        }

        return Math.Min(least, Math.Abs(_terminal[cell]));
    }

    /// <summary>What can still flow along the branch between a cell and its parent.</summary>
    private float Inward(int cell, int up) =>
        _tree[cell] == Product ? _capacity[((cell + _offsets[up]) * 8) + Back(up)] : _capacity[(cell * 8) + up];

    private void Push(int cell, float flow)
    {
        while (_parent[cell] != Terminal)
        {
            var up = _parent[cell];
            var next = cell + _offsets[up];
            var sign = _tree[cell] == Product ? -flow : flow;
            _capacity[(next * 8) + Back(up)] += sign;
            _capacity[(cell * 8) + up] -= sign;
            if (Inward(cell, up) <= Nothing)
            {
                MakeOrphan(cell);
            }

            cell = next;
        }

        _terminal[cell] += _tree[cell] == Product ? -flow : flow;
        if (Math.Abs(_terminal[cell]) <= Nothing)
        {
            MakeOrphan(cell);
        }
    }

    private void MakeOrphan(int cell)
    {
        _parent[cell] = Orphan;
        _orphans.Enqueue(cell);
    }
}
