using CommerceVideo.Media.Video;

namespace CommerceVideo.Tests.Media.Video;

public sealed class PacketTimesTests
{
    [Fact]
    public void The_peak_is_the_busiest_two_seconds()
    {
        // Ten frames a second of 1000 bytes, and for the third second of 5000.
        var packets = Enumerable
            .Range(0, 60)
            .Select(static index => new Packet(
                index / 10.0,
                0.1,
                index is >= 20 and < 30 ? 5000 : 1000,
                index % 20 == 0
            ))
            .ToList();

        var timing = PacketTimes.Read(packets);

        Assert.Equal((10 * 5000 + 10 * 1000) * 8 / 2, timing.PeakBitrate);
        Assert.Equal((10 * 5000 + 50 * 1000) * 8 / 6, timing.Bitrate);
        Assert.Equal((10, 6, 2), (timing.Fps, timing.Seconds, timing.LongestGopSeconds));
    }
}
