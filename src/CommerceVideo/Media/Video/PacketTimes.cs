namespace CommerceVideo.Media.Video;

/// <summary>One coded frame: when it is shown, for how long, and how large it is.</summary>
internal readonly record struct Packet(double Shown, double Lasts, int Bytes, bool Key);

/// <summary>What the table of coded frames tells: pace, rate and where one may enter.</summary>
internal static class PacketTimes
{
    /// <summary>Containers round times to their own clock: a frame may stand this much longer or shorter than its mean.</summary>
    private const double Rounding = 0.002;

    private const double PeakSeconds = 2;

    /// <param name="packets">In the order they are stored, which is the order they are decoded.</param>
    public static FrameTiming Read(IReadOnlyList<Packet> packets)
    {
        var shown = packets.Select(static packet => packet.Shown).Order().ToList();
        var last = packets.MaxBy(static packet => packet.Shown).Lasts;
        var steps = shown.Zip(shown.Skip(1), static (one, next) => next - one).ToList();
        var step = steps.Count > 0 ? steps.Average() : last;
        var seconds = shown[^1] - shown[0] + (last > 0 ? last : step);
        return new FrameTiming(
            step > 0 ? Math.Round(1 / step, 3) : 0,
            steps.TrueForAll(one => Math.Abs(one - step) <= Rounding),
            packets.Count,
            Math.Round(seconds, 3),
            seconds > 0 ? (long)(packets.Sum(static packet => (long)packet.Bytes) * 8 / seconds) : 0,
            Peak(packets, seconds),
            Closed(packets),
            Math.Round(LongestGop(packets, shown[^1] + step), 3)
        );
    }

    private static long Peak(IReadOnlyList<Packet> packets, double seconds)
    {
        var window = Math.Min(PeakSeconds, seconds);
        var ordered = packets.OrderBy(static packet => packet.Shown).ToList();
        var (bits, most, first) = (0L, 0L, 0);
        foreach (var packet in ordered)
        {
            bits += packet.Bytes * 8L;
            for (; packet.Shown - ordered[first].Shown >= window - Rounding; first++)
            {
                bits -= ordered[first].Bytes * 8L;
            }

            most = Math.Max(most, bits);
        }

        return window > 0 ? (long)(most / window) : 0;
    }

    /// <summary>Open when a frame decoded after a keyframe is shown before it: it may lean on the group before.</summary>
    private static bool Closed(IReadOnlyList<Packet> packets)
    {
        var key = double.NegativeInfinity;
        foreach (var packet in packets)
        {
            if (packet.Key)
            {
                key = packet.Shown;
            }
            else if (packet.Shown < key)
            {
                return false;
            }
        }

        return packets[0].Key;
    }

    private static double LongestGop(IReadOnlyList<Packet> packets, double end)
    {
        var keys = packets
            .Where(static packet => packet.Key)
            .Select(static packet => packet.Shown)
            .Append(end)
            .ToList();
        return keys.Zip(keys.Skip(1), static (one, next) => next - one).DefaultIfEmpty(0).Max();
    }
}
