namespace CommerceVideo.VideoModels.Studio.Stages;

/// <summary>
/// Which picture pixel shows at each place along one axis of a stage: itself inside, its reflection beyond an edge. Where
/// the picture is carried on, its outermost pixels are left out, for files often end in a line that is none of the photo.
/// </summary>
internal sealed class Fold
{
    private const int Dirty = 3;

    private readonly int _first;

    private readonly int _last;

    private readonly int _depth;

    /// <param name="start">First place of the stage, in picture pixels.</param>
    /// <param name="count">Places of the stage.</param>
    /// <param name="depth">Only this much of the picture's rim is reflected, over and over.</param>
    public Fold(int start, int count, int length, int depth)
    {
        var dirty = length > 8 * Dirty ? Dirty : 0;
        _first = start < 0 ? dirty : 0;
        _last = start + count > length ? length - 1 - dirty : length - 1;
        _depth = Math.Clamp(depth, 1, _last - _first + 1);
    }

    /// <summary>How far beyond the picture's usable part, 0 inside.</summary>
    public int Beyond(int place) => Math.Max(Math.Max(_first - place, place - _last), 0);

    /// <summary>The nearest usable pixel.</summary>
    public int Nearest(int place) => Math.Clamp(place, _first, _last);

    public int Source(int place)
    {
        var beyond = Beyond(place);
        if (beyond == 0)
        {
            return place;
        }

        var folded = (beyond - 1) % (2 * _depth);
        folded = folded < _depth ? folded : (2 * _depth) - 1 - folded;
        return place < _first ? _first + folded : _last - folded;
    }
}
