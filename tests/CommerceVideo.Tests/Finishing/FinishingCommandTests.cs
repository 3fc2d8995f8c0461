using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Colour;
using CommerceVideo.Media;
using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Video;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing;

public sealed class FinishingCommandTests
{
    private const string Encode =
        "-c:v libx264 -preset faster -profile:v high -level:v 4.0 -pix_fmt yuv420p -crf 18 "
        + "-g 60 -keyint_min 60 -sc_threshold 0 -x264-params open-gop=0:rc-lookahead=10:sync-lookahead=0 -threads 2 "
        + "-color_range tv -colorspace bt709 -color_trc bt709 -color_primaries bt709 -flags:v +bitexact "
        + "-c:a aac -b:a 192k -ar 48000 -ac 2 -flags:a +bitexact "
        + "-map_metadata -1 -map_chapters -1 -movflags +faststart -fflags +bitexact -f mp4";

    private const string Still =
        "-frames:v 1 -c:v mjpeg -q:v 2 -flags:v +bitexact -fflags +bitexact -f image2 -update 1";

    private const string Jpeg =
        "scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc:flags=bicubic+accurate_rnd,format=yuvj420p";

    [Fact]
    public void A_page_clip_is_decoded_once_for_its_video_and_its_poster()
    {
        var plan = FinishingPlanner.Plan(
            [TakeBuilder.Take(width: 1080, height: 1440)],
            [new Film(new AspectRatio(3, 4), [0])],
            [Placements.Get("shopify.product")],
            PosterChoice.FirstFrame
        );

        Assert.Equal(
            "-filter_complex_threads 1 -protocol_whitelist file,pipe -threads 1 -i file:a.mp4 "
                + "-f lavfi -i anullsrc=channel_layout=stereo:sample_rate=48000 "
                + $"-filter_complex '[0:v]null[t0r0c0];[t0r0c0]split=2[v0][s0];[s0]trim=start_frame=0:end_frame=1,{Jpeg}[p0]' -xerror "
                + $"-map '[v0]' -map 1:a -t 6 {Encode.Replace("faster", "medium", StringComparison.Ordinal)} file:out/3x4-1080x1440-6000ms.mp4 "
                + $"-map '[p0]' {Still} file:out/3x4-1080x1440-6000ms.jpg",
            FinishingCommand.Build(plan, "out").ToString()
        );
    }

    [Fact]
    public void A_social_cut_makes_two_files_for_three_placements_from_one_decode_of_each_take()
    {
        var plan = FinishingPlanner.Plan(
            [
                TakeBuilder.Take("a.mp4", frames: 180, focus: new FrameShare(0.1, 0.3, 0.8, 0.6)),
                TakeBuilder.Take("b.mp4", frames: 210),
            ],
            [new Film(new AspectRatio(9, 16), [0, 1])],
            [Placements.Get("meta.feed"), Placements.Get("meta.reels"), Placements.Get("tiktok.feed")],
            new PosterChoice(1, 1)
        );

        Assert.Equal(["meta.feed"], plan.Renditions[0].Placements);
        Assert.Equal(["meta.reels", "tiktok.feed"], plan.Renditions[1].Placements);
        Assert.Equal(
            "-filter_complex_threads 1 -protocol_whitelist file,pipe -threads 1 -i file:a.mp4 "
                + "-protocol_whitelist file,pipe -threads 1 -i file:b.mp4 "
                + "-f lavfi -i anullsrc=channel_layout=stereo:sample_rate=48000 "
                + "-filter_complex '[0:v]split=2[t0r0c0][t0r1c0];[1:v]split=2[t1r0c1][t1r1c1];"
                + "[t0r0c0]crop=1080:1350:0:476[r0c0];[t1r0c1]crop=1080:1350:0:284[r0c1];"
                + "[r0c0][r0c1]concat=n=2:v=1:a=0,split=2[v0][s0];"
                + $"[s0]trim=start_frame=389:end_frame=390,{Jpeg}[p0];"
                + "[t0r1c0][t1r1c1]concat=n=2:v=1:a=0,split=2[v1][s1];"
                + $"[s1]trim=start_frame=389:end_frame=390,{Jpeg}[p1]' -xerror "
                + $"-map '[v0]' -map 2:a -t 13 {Encode} file:out/4x5-1080x1350-13000ms.mp4 "
                + $"-map '[p0]' {Still} file:out/4x5-1080x1350-13000ms.jpg "
                + $"-map '[v1]' -map 2:a -t 13 {Encode} file:out/9x16-1080x1920-13000ms.mp4 "
                + $"-map '[p1]' {Still} file:out/9x16-1080x1920-13000ms.jpg",
            FinishingCommand.Build(plan, "out").ToString()
        );
    }

    [Fact]
    public void A_take_that_two_films_share_is_decoded_once_and_shown_whole_where_a_crop_would_cut_its_product()
    {
        var plan = FinishingPlanner.Plan(
            [
                TakeBuilder.Take("bought.mp4", focus: new FrameShare(0.1, 0.05, 0.8, 0.9)),
                TakeBuilder.Take("b.mp4"),
                TakeBuilder.Take("b-4x5.mp4", height: 1350),
            ],
            [new Film(new AspectRatio(9, 16), [0, 1]), new Film(new AspectRatio(4, 5), [0, 2])],
            [Placements.Get("meta.feed"), Placements.Get("meta.reels")],
            PosterChoice.FirstFrame
        );

        Assert.Contains(
            "[0:v]split=2[t0r0c0][t0r1c0];[1:v]null[t1r1c1];[2:v]null[t2r0c1];"
                + "[t0r0c0]split=2[r0c0f][r0c0g];"
                + "[r0c0g]scale=94:168:flags=area,pad=134:168:20:0,fillborders=left=20:right=20:top=0:bottom=0:mode=smear,"
                + "avgblur=sizeX=1:sizeY=9,scale=1080:1350:flags=bicubic[r0c0b];"
                + "[r0c0f]scale=760:1350:flags=bicubic+accurate_rnd+full_chroma_int[r0c0i];"
                + "[r0c0b][r0c0i]overlay=160:0:format=yuv420,setsar=1[r0c0];"
                + "[r0c0][t2r0c1]concat=n=2:v=1:a=0,split=2[v0][s0];",
            FinishingCommand.Build(plan, "out").ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_take_that_is_corrected_is_decoded_once_for_its_files_and_for_what_is_measured_of_it()
    {
        var take = TakeBuilder.Take(fps: 24, frames: 144) with
        {
            Colour = new ColourTransform(1.1, -4, 1, default, new ChromaShift(2, 0)),
        };

        var command = FinishingCommand
            .Build(
                FinishingPlanner.Plan(
                    [take, TakeBuilder.Take("b.mp4")],
                    TakeBuilder.Film([take, take]),
                    [Placements.Get("meta.reels")],
                    PosterChoice.FirstFrame
                ),
                "out"
            )
            .ToString();

        Assert.Contains(
            "[0:v]lutyuv=y=clip(val*1.1+-3.5\\,16\\,235),"
                + "colorcorrect=bl=0.001961:bh=0.001961:rl=0.009804:rh=0.009804:saturation=1,split=2[c0][k0];"
                + "[k0]scale=54:96:flags=area:out_color_matrix=bt709:out_range=tv,format=yuv444p[m0];"
                + "[c0]fps=30[t0r0c0];[1:v]null[t1r0c1];",
            command,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "-map '[m0]' -fps_mode passthrough -f rawvideo file:out/measured-0.yuv",
            command,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_take_of_another_pace_and_colour_is_made_steady_and_bt709()
    {
        var take = TakeBuilder.Take(fps: 29.4, constant: false, colour: new ColourTags("tv", "smpte170m", "", ""));

        var plan = FinishingPlanner.Plan(
            [take],
            TakeBuilder.Film([take]),
            [Placements.Get("meta.reels")],
            PosterChoice.FirstFrame
        );

        Assert.Contains(
            "[0:v]fps=30,scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd,format=yuv420p[t0r0c0]",
            FinishingCommand.Build(plan, "out").ToString(),
            StringComparison.Ordinal
        );
    }
}
