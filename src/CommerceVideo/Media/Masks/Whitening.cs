namespace CommerceVideo.Media.Masks;

/// <summary>The inverse of a covariance's Cholesky factor: what turns a Gaussian's distance into a plain one.</summary>
internal static class Whitening
{
    /// <param name="covariance">Lower triangle of a positive definite matrix, row by row; used up.</param>
    public static float[] Of(float[] covariance, int size, out float logDeterminant)
    {
        logDeterminant = 0;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var sum = covariance[(row * size) + column];
                for (var k = 0; k < column; k++)
                {
                    sum -= covariance[(row * size) + k] * covariance[(column * size) + k];
                }

                covariance[(row * size) + column] =
                    row == column ? MathF.Sqrt(Math.Max(sum, 1e-4f)) : sum / covariance[(column * size) + column];
            }

            logDeterminant += 2 * MathF.Log(covariance[(row * size) + row]);
        }

        return Inverse(covariance, size);
    }

    private static float[] Inverse(float[] factor, int size)
    {
        var inverse = new float[size * size];
        for (var column = 0; column < size; column++)
        {
            inverse[(column * size) + column] = 1 / factor[(column * size) + column];
            for (var row = column + 1; row < size; row++)
            {
                var sum = 0f;
                for (var k = column; k < row; k++)
                {
                    sum -= factor[(row * size) + k] * inverse[(k * size) + column];
                }

                inverse[(row * size) + column] = sum / factor[(row * size) + row];
            }
        }

        return inverse;
    }
}
