using CommerceVideo.VideoModels.Studio;
using CommerceVideo.VideoModels.Studio.Frames;

namespace CommerceVideo.Tests.VideoModels.Studio;

public sealed class ClipEncodingTests
{
    [Fact]
    public void Frames_become_a_closed_group_bt709_file_with_pinned_threads() =>
        Assert.Equal(
            "-protocol_whitelist file,pipe -f rawvideo -pix_fmt yuv420p -s 810x1440 -r 30 -i pipe:0 -an -c:v libx264 "
                + "-preset veryfast -crf 13 -tune fastdecode -threads 2 -g 60 -sc_threshold 0 -x264-params sync-lookahead=0 "
                + "-color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv -chroma_sample_location left -fflags +bitexact "
                + "-flags:v +bitexact+cgop -movflags +faststart -f mp4 file:/clips/a.mp4",
            ClipEncoding.Intermediate.Command(new FrameShape(810, 1440), "/clips/a.mp4").ToString()
        );
}
