using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Stages;

/// <summary>The smooth ground of a picture, also where the product and its shadow hide it.</summary>
internal static class GroundFit
{
    /// <summary>Cells this near to the product may hold its shadow or its soft edge and say nothing of the ground.</summary>
    private const int ShyCells = 3;

    private const int Smoothing = 2;

    private const int Sweeps = 24;

    public static CoarseField[] Of(YccPicture picture, Plane mask)
    {
        var product = ProductCells(mask).Spread(ShyCells);
        return [.. picture.Planes.Select(plane => Of(plane, product))];
    }

    /// <summary>1 where a cell holds any of the product.</summary>
    public static CoarseField ProductCells(Plane mask)
    {
        const int Trace = 6 * Plane.One;
        var cells = new CoarseField(mask.Width, mask.Height);
        for (var y = 0; y < mask.Height; y++)
        {
            var row = mask.Row(y);
            var at = y / CoarseField.Cell * cells.Columns;
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x] > Trace)
                {
                    cells.Values[at + (x / CoarseField.Cell)] = 1;
                }
            }
        }

        return cells;
    }

    private static CoarseField Of(Plane plane, CoarseField product)
    {
        var field = new CoarseField(plane.Width, plane.Height);
        var known = new float[field.Values.Length];
        for (var y = 0; y < plane.Height; y++)
        {
            var row = plane.Row(y);
            var at = y / CoarseField.Cell * field.Columns;
            for (var x = 0; x < row.Length; x++)
            {
                var cell = at + (x / CoarseField.Cell);
                field.Values[cell] += row[x];
                known[cell]++;
            }
        }

        for (var cell = 0; cell < known.Length; cell++)
        {
            field.Values[cell] /= known[cell];
            known[cell] = product.Values[cell] > 0 ? 0 : 1;
        }

        Fill(field.Values, known, field.Columns, field.Rows);
        return field.Blur(Smoothing);
    }

    /// <summary>Fills unknown cells from ever coarser averages of the known ones, then lets them settle smoothly.</summary>
    private static void Fill(float[] values, float[] known, int columns, int rows)
    {
        if (Array.TrueForAll(known, share => share > 0) || (columns == 1 && rows == 1))
        {
            return;
        }

        var (halfColumns, halfRows) = ((columns + 1) / 2, (rows + 1) / 2);
        var coarse = new float[halfColumns * halfRows];
        var coarseKnown = new float[coarse.Length];
        for (var at = 0; at < values.Length; at++)
        {
            var cell = (at / columns / 2 * halfColumns) + (at % columns / 2);
            coarse[cell] += values[at] * known[at];
            coarseKnown[cell] += known[at];
        }

        for (var cell = 0; cell < coarse.Length; cell++)
        {
            coarse[cell] = coarseKnown[cell] > 0 ? coarse[cell] / coarseKnown[cell] : 0;
            coarseKnown[cell] = Math.Min(coarseKnown[cell], 1);
        }

        Fill(coarse, coarseKnown, halfColumns, halfRows);
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = known[at] > 0 ? values[at] : coarse[(at / columns / 2 * halfColumns) + (at % columns / 2)];
        }

        Settle(values, known, columns, rows);
    }

    private static void Settle(float[] values, float[] known, int columns, int rows)
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var at = 0; at < values.Length; at++)
            {
                if (known[at] == 0)
                {
                    var (row, column) = Math.DivRem(at, columns);
                    values[at] =
                        (
                            values[(Math.Max(row - 1, 0) * columns) + column]
                            + values[(Math.Min(row + 1, rows - 1) * columns) + column]
                            + values[(row * columns) + Math.Max(column - 1, 0)]
                            + values[(row * columns) + Math.Min(column + 1, columns - 1)]
                        ) / 4;
                }
            }
        }
    }
}
