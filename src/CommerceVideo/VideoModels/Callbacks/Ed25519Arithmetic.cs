using System.Numerics;
using System.Security.Cryptography;

namespace CommerceVideo.VideoModels.Callbacks;

/// <summary>Verification as RFC 8032, section 5.1.7, writes it down, for machines without OpenSSL; a few milliseconds each.</summary>
internal static class Ed25519Arithmetic
{
    private static readonly BigInteger Prime = BigInteger.Pow(2, 255) - 19;

    private static readonly BigInteger Order =
        BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493");

    private static readonly BigInteger Curve = Reduce(-121665 * Inverse(121666));

    private static readonly BigInteger RootOfMinusOne = BigInteger.ModPow(2, (Prime - 1) / 4, Prime);

    private static readonly Point Base = Point.FromY(Reduce(4 * Inverse(5)), odd: false)!.Value;

    public static bool Verify(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (Point.Read(key) is not { } publicKey || Point.Read(signature[..32]) is not { } commitment)
        {
            return false;
        }

        var scalar = new BigInteger(signature[32..], isUnsigned: true);
        if (scalar >= Order)
        {
            return false;
        }

        var hash = new BigInteger(SHA512.HashData([.. signature[..32], .. key, .. message]), isUnsigned: true) % Order;
        return (scalar * Base).IsSameAs(commitment + (hash * publicKey));
    }

    private static BigInteger Reduce(BigInteger value)
    {
        var rest = value % Prime;
        return rest.Sign < 0 ? rest + Prime : rest;
    }

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(Reduce(value), Prime - 2, Prime);

    /// <summary>In extended coordinates: x = X/Z, y = Y/Z, xy = T/Z.</summary>
    private readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T)
    {
        private static readonly Point Neutral = new(0, 1, 1, 0);

        public static Point operator +(Point one, Point other)
        {
            var a = Reduce((one.Y - one.X) * (other.Y - other.X));
            var b = Reduce((one.Y + one.X) * (other.Y + other.X));
            var c = Reduce(2 * one.T * other.T * Curve);
            var d = Reduce(2 * one.Z * other.Z);
            var (e, f, g, h) = (b - a, d - c, d + c, b + a);
            return new Point(Reduce(e * f), Reduce(g * h), Reduce(f * g), Reduce(e * h));
        }

        public static Point operator *(BigInteger times, Point point)
        {
            var sum = Neutral;
            for (var doubled = point; times > 0; times >>= 1, doubled += doubled)
            {
                sum = times.IsEven ? sum : sum + doubled;
            }

            return sum;
        }

        public bool IsSameAs(Point other) =>
            Reduce((X * other.Z) - (other.X * Z)).IsZero && Reduce((Y * other.Z) - (other.Y * Z)).IsZero;

        /// <returns>Null when the bytes are no point of the curve.</returns>
        public static Point? Read(ReadOnlySpan<byte> bytes)
        {
            byte[] y = [.. bytes];
            var odd = (y[31] & 0x80) != 0;
            y[31] &= 0x7f;
            return FromY(new BigInteger(y, isUnsigned: true), odd);
        }

        public static Point? FromY(BigInteger y, bool odd)
        {
            if (y >= Prime)
            {
                return null;
            }

            var square = Reduce(((y * y) - 1) * Inverse((Curve * y * y) + 1));
            var x = BigInteger.ModPow(square, (Prime + 3) / 8, Prime);
            if (!Reduce((x * x) - square).IsZero)
            {
                x = Reduce(x * RootOfMinusOne);
            }

            if (!Reduce((x * x) - square).IsZero || (x.IsZero && odd))
            {
                return null;
            }

            var right = x.IsEven == odd ? Prime - x : x;
            return new Point(right, y, 1, Reduce(right * y));
        }
    }
}
