namespace CommerceVideo.Quality.Measuring;

/// <summary>Weighted correlation of two series, added up pair by pair.</summary>
internal struct Correlation
{
    private double _weight;
    private double _one;
    private double _other;
    private double _oneSquared;
    private double _otherSquared;
    private double _both;

    public void Add(double one, double other, double weight = 1)
    {
        _weight += weight;
        _one += weight * one;
        _other += weight * other;
        _oneSquared += weight * one * one;
        _otherSquared += weight * other * other;
        _both += weight * one * other;
    }

    public readonly double SpreadOfOne => Spread(_one, _oneSquared);

    public readonly double SpreadOfOther => Spread(_other, _otherSquared);

    /// <summary>-1 to 1; 0 where either never changes.</summary>
    public readonly double Value
    {
        get
        {
            var spreads = SpreadOfOne * SpreadOfOther;
            return spreads < 1e-9 ? 0 : ((_both / _weight) - (_one * _other / (_weight * _weight))) / spreads;
        }
    }

    private readonly double Spread(double sum, double squares) =>
        _weight == 0 ? 0 : Math.Sqrt(Math.Max(0, (squares / _weight) - (sum * sum / (_weight * _weight))));
}
