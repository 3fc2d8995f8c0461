namespace CommerceVideo.Media.Masks;

/// <summary>The half that finds new parents for branches an augmentation has cut off.</summary>
internal sealed partial class GridCut
{
    private void Adopt(int cell)
    {
        var best = -1;
        var nearest = int.MaxValue;
        for (var direction = 0; direction < 8; direction++)
        {
            var next = cell + _offsets[direction];
            if ((uint)next < (uint)_tree.Length && _tree[next] == _tree[cell] && Inward(cell, direction) > Nothing)
            {
                var distance = ToRoot(next);
                if (distance < nearest)
                {
                    (best, nearest) = (direction, distance);
                }
            }
        }

        if (best >= 0)
        {
            _parent[cell] = (sbyte)best;
            _seen[cell] = _time;
            _distance[cell] = nearest + 1;
            return;
        }

        Release(cell);
    }

    private void Release(int cell)
    {
        for (var direction = 0; direction < 8; direction++)
        {
            var next = cell + _offsets[direction];
            if ((uint)next >= (uint)_tree.Length || _tree[next] != _tree[cell] || _parent[next] == NoParent)
            {
                continue;
            }

            if (Inward(cell, direction) > Nothing)
            {
                Activate(next);
            }

            if (_parent[next] == Back(direction))
            {
                MakeOrphan(next);
            }
        }

        _tree[cell] = Free;
        _parent[cell] = NoParent;
    }

    /// <summary>Steps to a terminal, remembered along the way; <see cref="int.MaxValue"/> when the branch hangs in the air.</summary>
    private int ToRoot(int cell)
    {
        var steps = 0;
        var at = cell;
        while (true)
        {
            if (_seen[at] == _time && _parent[at] is not (Orphan or NoParent))
            {
                steps += _distance[at];
                break;
            }

            steps++;
            if (_parent[at] == Terminal)
            {
                _seen[at] = _time;
                _distance[at] = 1;
                break;
            }

            if (_parent[at] is Orphan or NoParent)
            {
                return int.MaxValue;
            }

            at += _offsets[_parent[at]];
        }

        for (int mark = cell, left = steps; _seen[mark] != _time; left--)
        {
            _seen[mark] = _time;
            _distance[mark] = left;
            mark += _offsets[_parent[mark]];
        }

        return steps;
    }
}
