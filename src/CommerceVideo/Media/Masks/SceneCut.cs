namespace CommerceVideo.Media.Masks;

/// <summary>
/// Cuts the product out of a scene in the manner of GrabCut (Rother, Kolmogorov and Blake, 2004): two colour mixtures and a
/// minimum cut in turn, seeded by where such a product is usually seen, by the picture's border and by skin.
/// </summary>
internal sealed class SceneCut
{
    private const int Features = 6;
    private const int Rounds = 3;
    private const int MostRounds = 7;
    private const int LeastCells = 50;
    private const int MaxSamples = 5000;
    private const float FaintStep = 5;
    private const float MostFaint = 0.4f;

    // Backgrounds lie in layers (sky, wall, floor): height says more about a colour than the side does.
    private const float Aside = 5;
    private const float Upright = 24;
    private const float Sharp = 4;
    private const float Smooth = 14;
    private const float Bound = 14;

    private readonly LabGrid _grid;
    private readonly float[] _prior;
    private readonly bool[] _never;
    private readonly float[] _features;

    private SceneCut(LabGrid grid, float[] sharpness, ScenePrior prior, bool[] never)
    {
        (_grid, _never) = (grid, never);
        _prior = [.. Enumerable.Range(0, never.Length).Select(cell => prior.At(cell, grid.Width, grid.Height))];
        _features = new float[never.Length * Features];
        for (var cell = 0; cell < never.Length; cell++)
        {
            var (x, y) = (cell % grid.Width, cell / grid.Width);
            ReadOnlySpan<float> feature =
            [
                grid.Light[cell],
                grid.A[cell],
                grid.B[cell],
                Aside * x / grid.Width,
                Upright * y / grid.Height,
                Sharp * sharpness[cell],
            ];
            feature.CopyTo(_features.AsSpan(cell * Features));
        }
    }

    /// <param name="never">Cells known not to be product: skin, or a plain ground.</param>
    /// <returns>For each cell how much rather product than not, as a log ratio, and the cut itself.</returns>
    public static (bool[] Product, float[] Ratio) Of(LabGrid grid, float[] sharpness, ScenePrior prior, bool[] never)
    {
        var cut = new SceneCut(grid, sharpness, prior, never);
        var (inside, outside) = cut.Seeds();
        var ratio = new float[never.Length];
        var product = inside;
        var rounds = Rounds;
        for (var round = 0; round < rounds && inside.Count(set => set) >= LeastCells; round++)
        {
            ratio = cut.Ratio(inside, outside);
            product = cut.Cut(ratio);
            inside = cut.Where(cell => product[cell] && !never[cell]);
            if (round == rounds - 1 && rounds < MostRounds && cut.Unsupported(inside) is { } unsupported)
            {
                inside = cut.Where(cell => inside[cell] && !unsupported[cell]);
                rounds += 2;
            }

            outside = cut.Where(cell => !inside[cell]);
        }

        return (product, ratio);
    }

    /// <summary>
    /// Colours inside the cut whose rim against the outside shows no edge in the picture: there the cut ends where the
    /// expected place ends and not where a thing does. Null when every colour has its edge.
    /// </summary>
    private bool[]? Unsupported(bool[] inside)
    {
        var total = inside.Count(set => set);
        if (total < LeastCells)
        {
            return null;
        }

        var mixture = ColourMixture.Fit(Samples(inside), Features, 5);
        int[] parts = [.. inside.Select((set, cell) => set ? mixture.PartOf(Feature(cell)) : -1)];
        var (sizes, rims, faint) = (new int[mixture.Parts], new int[mixture.Parts], new int[mixture.Parts]);
        var width = _grid.Width;
        for (var y = 2; y < _grid.Height - 2; y++)
        {
            for (var x = 2; x < width - 2; x++)
            {
                var cell = (y * width) + x;
                if (parts[cell] < 0)
                {
                    continue;
                }

                sizes[parts[cell]]++;
                foreach (var step in (ReadOnlySpan<int>)[1, -1, width, -width])
                {
                    if (!inside[cell + step])
                    {
                        rims[parts[cell]]++;
                        faint[parts[cell]] += _grid.Distance(cell - step, cell + (2 * step)) < FaintStep ? 1 : 0;
                    }
                }
            }
        }

        bool[] drop =
        [
            .. sizes.Select(
                (size, part) => size < total / 2 && rims[part] > Math.Sqrt(size) && faint[part] > MostFaint * rims[part]
            ),
        ];
        return drop.Any(set => set) ? [.. parts.Select(part => part >= 0 && drop[part])] : null;
    }

    private (bool[] Inside, bool[] Outside) Seeds()
    {
        var (width, height) = (_grid.Width, _grid.Height);
        var thick = Math.Max(2, Math.Min(width, height) / 16);
        var outside = Where(cell =>
            _never[cell]
            || _prior[cell] > 1.45f
            || (
                _prior[cell] > 0.95f
                && (
                    cell % width < thick
                    || cell % width >= width - thick
                    || cell / width < thick
                    || cell / width >= height - thick
                )
            )
        );
        var core = Where(cell => _prior[cell] < 0.7f && !_never[cell]);
        var ground = ColourMixture.Fit(Samples(outside), Features, 6);
        var usual = Typical(ground, outside);
        var unlike = Where(cell => core[cell] && ground.LogLikelihood(Feature(cell)) < usual);
        return (unlike.Count(set => set) > 0.15 * core.Count(set => set) ? unlike : core, outside);
    }

    /// <summary>The likelihood that nine in ten of the given cells reach.</summary>
    private float Typical(ColourMixture mixture, bool[] set)
    {
        var samples = Samples(set);
        var logs = new List<float>();
        for (var at = 0; at < samples.Length; at += Features * 4)
        {
            logs.Add(mixture.LogLikelihood(samples.AsSpan(at, Features)));
        }

        logs.Sort();
        return logs.Count == 0 ? float.MaxValue : logs[logs.Count / 10];
    }

    private float[] Ratio(bool[] inside, bool[] outside)
    {
        var product = ColourMixture.Fit(Samples(inside), Features, 5);
        var rest = ColourMixture.Fit(Samples(outside), Features, 7);
        var ratio = new float[_never.Length];
        for (var cell = 0; cell < ratio.Length; cell++)
        {
            var colour = product.LogLikelihood(Feature(cell)) - rest.LogLikelihood(Feature(cell));
            var place = 3 * Math.Clamp(1 - _prior[cell], -1.2f, 0.6f);
            ratio[cell] = _never[cell] ? -Bound : Math.Clamp(colour + place, -Bound, Bound);
        }

        return ratio;
    }

    private bool[] Cut(float[] ratio)
    {
        var (width, height) = (_grid.Width, _grid.Height);
        var cut = new GridCut(width, height);
        var edges = new GridEdges(_grid, Smooth);
        for (var cell = 0; cell < ratio.Length; cell++)
        {
            cut.Prefer(cell % width, cell / width, ratio[cell]);
            edges.Join(cut, cell);
        }

        return cut.Solve();
    }

    private bool[] Where(Func<int, bool> test) => [.. Enumerable.Range(0, _never.Length).Select(test)];

    private ReadOnlySpan<float> Feature(int cell) => _features.AsSpan(cell * Features, Features);

    private float[] Samples(bool[] set)
    {
        var cells = Enumerable.Range(0, set.Length).Where(cell => set[cell]).ToArray();
        if (cells.Length == 0)
        {
            cells = [0];
        }

        var step = Math.Max(1, cells.Length / MaxSamples);
        var samples = new List<float>();
        for (var i = 0; i < cells.Length; i += step)
        {
            samples.AddRange(Feature(cells[i]));
        }

        return [.. samples];
    }
}
