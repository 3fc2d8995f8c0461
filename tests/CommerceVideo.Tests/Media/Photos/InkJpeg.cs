namespace CommerceVideo.Tests.Media.Photos;

/// <summary>A baseline JPEG of four components and one flat value each, which ffmpeg cannot write.</summary>
internal static class InkJpeg
{
    /// <param name="adobe">Adobe's transform number, or null for a file without Adobe's marker.</param>
    public static byte[] Of(int side, byte[] values, byte? adobe)
    {
        byte[] application = adobe is { } transform
            ? [0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, transform]
            : [];
        byte[] quantizer = [0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)1, 64)];
        byte[] frame = [0xFF, 0xC0, 0, 20, 8, (byte)(side >> 8), (byte)side, (byte)(side >> 8), (byte)side, 4];
        byte[] scan = [0xFF, 0xDA, 0, 14, 4];
        for (byte id = 1; id <= 4; id++)
        {
            frame = [.. frame, id, 0x11, 0];
            scan = [.. scan, id, 0];
        }

        // Twelve codes of four bits, one for each size of a DC difference; one code of one bit for "no AC".
        byte[] direct =
        [
            0xFF,
            0xC4,
            0,
            31,
            0,
            0,
            0,
            0,
            12,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
        ];
        byte[] alternating = [0xFF, 0xC4, 0, 20, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        return
        [
            0xFF,
            0xD8,
            .. application,
            .. quantizer,
            .. frame,
            .. direct,
            .. alternating,
            .. scan,
            0,
            63,
            0,
            .. Blocks(side, values),
            0xFF,
            0xD9,
        ];
    }

    private static List<byte> Blocks(int side, byte[] values)
    {
        var bits = new Bits();
        var blocks = (side + 7) / 8 * ((side + 7) / 8);
        for (var block = 0; block < blocks; block++)
        {
            foreach (var value in values)
            {
                bits.Difference(block == 0 ? (value - 128) * 8 : 0);
            }
        }

        return bits.Ended();
    }

    private sealed class Bits
    {
        private readonly List<byte> _bytes = [];
        private int _held;
        private int _count;

        public void Difference(int value)
        {
            var size = value == 0 ? 0 : 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)Math.Abs(value));
            Put(size, 4);
            Put(value < 0 ? value + (1 << size) - 1 : value, size);
            Put(0, 1);
        }

        public List<byte> Ended()
        {
            Put(0x7F, 7);
            return _bytes;
        }

        private void Put(int value, int length)
        {
            for (var bit = length - 1; bit >= 0; bit--)
            {
                _held = (_held << 1) | ((value >> bit) & 1);
                if (++_count == 8)
                {
                    _bytes.Add((byte)_held);
                    if ((byte)_held == 0xFF)
                    {
                        _bytes.Add(0);
                    }

                    (_held, _count) = (0, 0);
                }
            }
        }
    }
}
