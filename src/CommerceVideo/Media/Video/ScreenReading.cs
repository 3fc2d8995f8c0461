namespace CommerceVideo.Media.Video;

/// <summary>From small grey pictures of a film to <see cref="ScreenFacts"/>; pure, fed one picture after the other.</summary>
internal sealed class ScreenReading(FrameSize size)
{
    /// <summary>As dark as a bar is after a lossy encode, on a scale to 255.</summary>
    private const byte Black = 20;

    /// <summary>Bars are made by a machine: two of the same width, to a picture line of this reading.</summary>
    private const int Uneven = 2;

    private readonly int[] _bars = [int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue];

    private byte[]? _before;

    private bool _blackStart;

    private double _change;

    private int _steps;

    public void Look(byte[] picture)
    {
        if (_before is null)
        {
            _blackStart = picture.All(static lightness => lightness <= Black);
        }
        else
        {
            _change += picture.Zip(_before, static (one, other) => Math.Abs(one - other)).Average();
            _steps++;
        }

        // A black picture has no bars: it would hide those of all others.
        if (picture.Any(static lightness => lightness > Black))
        {
            Narrow(0, size.Height, line => Row(picture, line));
            Narrow(1, size.Height, line => Row(picture, size.Height - 1 - line));
            Narrow(2, size.Width, line => Column(picture, line));
            Narrow(3, size.Width, line => Column(picture, size.Width - 1 - line));
        }

        _before = picture;
    }

    public ScreenFacts Close() => new(_blackStart, Bars(), _steps == 0 ? 0 : _change / _steps);

    /// <summary>
    /// Bars lie at two opposite sides, equally wide, with the picture running out at the other two. Black all round is a
    /// product on black ground.
    /// </summary>
    private double Bars()
    {
        var (top, bottom, left, right) = (_bars[0], _bars[1], _bars[2], _bars[3]);
        var across = top > 0 && Math.Abs(top - bottom) <= Uneven && left == 0 && right == 0;
        var along = left > 0 && Math.Abs(left - right) <= Uneven && top == 0 && bottom == 0;
        return top == int.MaxValue ? 0
            : across ? (double)(top + bottom) / size.Height
            : along ? (double)(left + right) / size.Width
            : 0;
    }

    private void Narrow(int side, int length, Func<int, bool> isBlack)
    {
        var most = Math.Min(_bars[side], length);
        var bar = 0;
        while (bar < most && isBlack(bar))
        {
            bar++;
        }

        _bars[side] = bar;
    }

    private bool Row(byte[] picture, int row) =>
        picture.AsSpan(row * size.Width, size.Width).IndexOfAnyExceptInRange((byte)0, Black) < 0;

    private bool Column(byte[] picture, int column)
    {
        for (var at = column; at < picture.Length; at += size.Width)
        {
            if (picture[at] > Black)
            {
                return false;
            }
        }

        return true;
    }
}
