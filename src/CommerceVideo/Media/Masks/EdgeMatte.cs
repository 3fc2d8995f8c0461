using CommerceVideo.Media.Photos;

namespace CommerceVideo.Media.Masks;

/// <summary>
/// Turns a cut on a grid into soft cover for every pixel: along the edge a pixel's cover is how far its colour lies between
/// the ground's and the product's near it, so that the product comes off without a rim of the old ground.
/// </summary>
internal sealed class EdgeMatte
{
    private const int Near = 4;
    private const int Band = 2;

    private readonly Photo _photo;
    private readonly LabGrid _grid;
    private readonly bool[] _product;
    private readonly float[] _soft;
    private readonly LocalColours _inside;
    private readonly LocalColours _outside;

    private EdgeMatte(Photo photo, LabGrid grid, bool[] product)
    {
        (_photo, _grid, _product) = (photo, grid, product);
        _soft = Cells.Blurred(Cells.Numbers(product), grid.Width, Band);
        _inside = LocalColours.Of(grid, [.. _soft.Select(part => part > 0.92f)], Near);
        _outside = LocalColours.Of(grid, [.. _soft.Select(part => part < 0.08f)], Near);
    }

    public static byte[] Of(Photo photo, LabGrid grid, bool[] product)
    {
        var matte = new EdgeMatte(photo, grid, product);
        var alpha = new byte[photo.Width * photo.Height];
        for (var y = 0; y < photo.Height; y++)
        {
            matte.Row(y, alpha.AsSpan(y * photo.Width, photo.Width));
        }

        return alpha;
    }

    private void Row(int y, Span<byte> alpha)
    {
        var gy = Math.Clamp(((y + 0.5f) * _grid.Height / _photo.Height) - 0.5f, 0, _grid.Height - 1);
        var scale = (float)_grid.Width / _photo.Width;
        for (var x = 0; x < alpha.Length; x++)
        {
            var gx = Math.Clamp(((x + 0.5f) * scale) - 0.5f, 0, _grid.Width - 1);
            var cell = ((int)(gy + 0.5f) * _grid.Width) + (int)(gx + 0.5f);
            if (_soft[cell] is <= 0.001f or >= 0.999f)
            {
                alpha[x] = (byte)(_product[cell] ? 255 : 0);
                continue;
            }

            alpha[x] = (byte)((Cover((y * _photo.Width) + x, cell, Smooth(gx, gy)) * 255) + 0.5f);
        }
    }

    /// <summary>The soft cut between cells.</summary>
    private float Smooth(float gx, float gy)
    {
        var (x, y) = ((int)gx, (int)gy);
        var (right, down) = (Math.Min(x + 1, _grid.Width - 1), Math.Min(y + 1, _grid.Height - 1));
        var (fx, fy) = (gx - x, gy - y);
        var top = (_soft[(y * _grid.Width) + x] * (1 - fx)) + (_soft[(y * _grid.Width) + right] * fx);
        var bottom = (_soft[(down * _grid.Width) + x] * (1 - fx)) + (_soft[(down * _grid.Width) + right] * fx);
        return (top * (1 - fy)) + (bottom * fy);
    }

    private float Cover(int pixel, int cell, float soft)
    {
        var shape = Ramp(soft, 0.3f, 0.7f);
        if (!_inside.Has(cell) || !_outside.Has(cell))
        {
            return shape;
        }

        var (along, length) = (0f, 0f);
        for (var channel = 0; channel < 3; channel++)
        {
            var step = _inside.Mean(cell, channel) - _outside.Mean(cell, channel);
            along += step * (_photo.Rgba[(4 * pixel) + channel] - _outside.Mean(cell, channel));
            length += step * step;
        }

        // A pattern as strong as the step from ground to product says little about cover: there the shape decides.
        var trust = length / (length + 150 + (2 * (_inside.Variance(cell) + _outside.Variance(cell))));
        var colour = length > 0 ? Ramp(along / length, 0.04f, 0.96f) : shape;
        var mixed = (trust * colour) + ((1 - trust) * shape);
        return Math.Clamp(mixed, Ramp(soft, 0.62f, 0.95f), Ramp(soft, 0.05f, 0.38f));
    }

    private static float Ramp(float value, float from, float to) => Math.Clamp((value - from) / (to - from), 0, 1);
}
