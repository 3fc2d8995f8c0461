namespace CommerceVideo.Quality.Measuring;

/// <summary>Least squares: solves a symmetric positive system by Cholesky's way.</summary>
internal static class NormalEquations
{
    private const double Damping = 1e-4;

    /// <param name="matrix">Lower triangle, row by row; used up.</param>
    /// <param name="vector">The right side; the answer afterwards.</param>
    /// <returns>False where the system has no single answer.</returns>
    public static bool Solve(double[] matrix, double[] vector, int size)
    {
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var sum = matrix[(row * size) + column];
                sum = row == column ? (sum * (1 + Damping)) + 1e-6 : sum;
                for (var k = 0; k < column; k++)
                {
                    sum -= matrix[(row * size) + k] * matrix[(column * size) + k];
                }

                if (row == column && sum <= 0)
                {
                    return false;
                }

                matrix[(row * size) + column] = row == column ? Math.Sqrt(sum) : sum / matrix[(column * size) + column];
            }
        }

        for (var row = 0; row < size; row++)
        {
            for (var k = 0; k < row; k++)
            {
                vector[row] -= matrix[(row * size) + k] * vector[k];
            }

            vector[row] /= matrix[(row * size) + row];
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < size; k++)
            {
                vector[row] -= matrix[(k * size) + row] * vector[k];
            }

            vector[row] /= matrix[(row * size) + row];
        }

        return true;
    }
}
