namespace CommerceVideo.Media.Masks;

/// <summary>A mixture of Gaussians over short feature vectors (colour, texture, place), fitted by expectation-maximisation.</summary>
internal sealed class ColourMixture
{
    private const int Rounds = 5;
    private const float Floor = 1.5f;

    private readonly int _size;
    private readonly float[] _weights;
    private readonly float[][] _means;

    // Inverse of the Cholesky factor of each covariance, and the log of the density's constant.
    private readonly float[][] _whiten;
    private readonly float[] _constants;

    private ColourMixture(int parts, int size)
    {
        _size = size;
        _weights = new float[parts];
        _means = new float[parts][];
        _whiten = new float[parts][];
        _constants = new float[parts];
    }

    /// <param name="samples">Feature vectors one after another, <paramref name="size"/> numbers each.</param>
    public static ColourMixture Fit(ReadOnlySpan<float> samples, int size, int parts)
    {
        var count = samples.Length / size;
        parts = Math.Clamp(count / 20, 1, parts);
        var shares = new float[count * parts];
        var owners = Nearest(samples, size, Spread(samples, size, parts));
        for (var i = 0; i < count; i++)
        {
            shares[(i * parts) + owners[i]] = 1;
        }

        var mixture = new ColourMixture(parts, size);
        for (var round = 0; round < Rounds; round++)
        {
            mixture.Maximise(samples, shares);
            mixture.Expect(samples, shares);
        }

        return mixture;
    }

    public int Parts => _weights.Length;

    /// <summary>The part of the mixture a sample most likely comes from.</summary>
    public int PartOf(ReadOnlySpan<float> sample)
    {
        var best = 0;
        var most = float.NegativeInfinity;
        for (var part = 0; part < _weights.Length; part++)
        {
            var log = LogPart(part, sample);
            if (log > most)
            {
                (best, most) = (part, log);
            }
        }

        return best;
    }

    public float LogLikelihood(ReadOnlySpan<float> sample)
    {
        var most = float.NegativeInfinity;
        Span<float> logs = stackalloc float[_weights.Length];
        for (var part = 0; part < logs.Length; part++)
        {
            logs[part] = LogPart(part, sample);
            most = Math.Max(most, logs[part]);
        }

        var sum = 0f;
        foreach (var log in logs)
        {
            sum += MathF.Exp(log - most);
        }

        return most + MathF.Log(sum);
    }

    private float LogPart(int part, ReadOnlySpan<float> sample)
    {
        var whiten = _whiten[part];
        var mean = _means[part];
        var distance = 0f;
        for (var row = 0; row < _size; row++)
        {
            var value = 0f;
            for (var column = 0; column <= row; column++)
            {
                value += whiten[(row * _size) + column] * (sample[column] - mean[column]);
            }

            distance += value * value;
        }

        return _constants[part] - (distance / 2);
    }

    private void Expect(ReadOnlySpan<float> samples, float[] shares)
    {
        var parts = _weights.Length;
        for (var i = 0; i < samples.Length / _size; i++)
        {
            var sample = samples.Slice(i * _size, _size);
            var all = LogLikelihood(sample);
            for (var part = 0; part < parts; part++)
            {
                shares[(i * parts) + part] = MathF.Exp(LogPart(part, sample) - all);
            }
        }
    }

    private void Maximise(ReadOnlySpan<float> samples, float[] shares)
    {
        var count = samples.Length / _size;
        for (var part = 0; part < _weights.Length; part++)
        {
            var mass = 1e-3f;
            var mean = new float[_size];
            for (var i = 0; i < count; i++)
            {
                var share = shares[(i * _weights.Length) + part];
                mass += share;
                for (var f = 0; f < _size; f++)
                {
                    mean[f] += share * samples[(i * _size) + f];
                }
            }

            for (var f = 0; f < _size; f++)
            {
                mean[f] /= mass;
            }

            var covariance = Covariance(samples, shares, part, mean, mass);
            _weights[part] = mass / (count + 1);
            _means[part] = mean;
            _whiten[part] = Whitening.Of(covariance, _size, out var logDeterminant);
            _constants[part] =
                MathF.Log(_weights[part]) - (0.5f * logDeterminant) - (0.5f * _size * MathF.Log(2 * MathF.PI));
        }
    }

    private float[] Covariance(ReadOnlySpan<float> samples, float[] shares, int part, float[] mean, float mass)
    {
        var covariance = new float[_size * _size];
        for (var i = 0; i < samples.Length / _size; i++)
        {
            var share = shares[(i * _weights.Length) + part];
            if (share < 1e-4f)
            {
                continue;
            }

            for (var row = 0; row < _size; row++)
            {
                var scaled = share * (samples[(i * _size) + row] - mean[row]);
                for (var column = 0; column <= row; column++)
                {
                    covariance[(row * _size) + column] += scaled * (samples[(i * _size) + column] - mean[column]);
                }
            }
        }

        for (var row = 0; row < _size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                covariance[(row * _size) + column] /= mass;
            }

            covariance[(row * _size) + row] += Floor * Floor;
        }

        return covariance;
    }

    /// <summary>Starting points far from one another, found without chance so that the same photo gives the same mask.</summary>
    private static float[][] Spread(ReadOnlySpan<float> samples, int size, int parts)
    {
        var count = samples.Length / size;
        var centres = new List<float[]> { samples[..size].ToArray() };
        var far = new float[count];
        Array.Fill(far, float.MaxValue);
        while (centres.Count < parts)
        {
            var best = 0;
            for (var i = 0; i < count; i++)
            {
                far[i] = Math.Min(far[i], Squared(samples.Slice(i * size, size), centres[^1]));
                best = far[i] > far[best] ? i : best;
            }

            centres.Add(samples.Slice(best * size, size).ToArray());
        }

        for (var round = 0; round < 4; round++)
        {
            Recentre(samples, size, centres, Nearest(samples, size, [.. centres]));
        }

        return [.. centres];
    }

    private static void Recentre(ReadOnlySpan<float> samples, int size, List<float[]> centres, int[] owners)
    {
        var sums = centres.Select(_ => new float[size + 1]).ToArray();
        for (var i = 0; i < owners.Length; i++)
        {
            var sum = sums[owners[i]];
            sum[size]++;
            for (var f = 0; f < size; f++)
            {
                sum[f] += samples[(i * size) + f];
            }
        }

        for (var c = 0; c < centres.Count; c++)
        {
            for (var f = 0; f < size && sums[c][size] > 0; f++)
            {
                centres[c][f] = sums[c][f] / sums[c][size];
            }
        }
    }

    private static int[] Nearest(ReadOnlySpan<float> samples, int size, float[][] centres)
    {
        var owners = new int[samples.Length / size];
        for (var i = 0; i < owners.Length; i++)
        {
            var least = float.MaxValue;
            for (var c = 0; c < centres.Length; c++)
            {
                var distance = Squared(samples.Slice(i * size, size), centres[c]);
                if (distance < least)
                {
                    (least, owners[i]) = (distance, c);
                }
            }
        }

        return owners;
    }

    private static float Squared(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0f;
        for (var f = 0; f < a.Length; f++)
        {
            sum += (a[f] - b[f]) * (a[f] - b[f]);
        }

        return sum;
    }
}
