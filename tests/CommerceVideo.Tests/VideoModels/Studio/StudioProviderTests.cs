using System.Diagnostics;
using System.Security.Cryptography;
using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Prompts;
using CommerceVideo.VideoModels.Register;
using CommerceVideo.VideoModels.Studio;

namespace CommerceVideo.Tests.VideoModels.Studio;

public sealed class StudioProviderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("studio");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_push_in_becomes_a_file_with_the_facts_it_states()
    {
        var model = Model(Drawn.Study(480, 640));
        var request = Request(ShotMove.PushIn, seconds: 1.5);

        var clip = await CollectAsync(model, request, "clip.mp4");

        Assert.Equal("h264,540,720,yuv420p,tv,bt709,bt709,bt709,30/1,45", await ProbeAsync(clip.File));
        Assert.Equal((540, 720, 30.0, 1.5), (clip.Width, clip.Height, clip.Fps, clip.Seconds));
        Assert.Empty(clip.Warnings);
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public async Task The_same_request_gives_the_same_bytes_and_replaces_what_stood_there()
    {
        var model = Model(Drawn.Study());
        var request = Request(ShotMove.PanLeft, seconds: 0.5);
        var target = Path.Combine(_folder.FullName, "again.mp4");
        await File.WriteAllTextAsync(target, "left over");

        var first = await HashAsync((await CollectAsync(model, request, "once.mp4")).File);
        var second = await HashAsync((await CollectAsync(model, request, "again.mp4")).File);

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData(ShotMove.Walk)]
    [InlineData(ShotMove.Scene)]
    public async Task What_a_picture_alone_cannot_show_is_refused_with_a_reason(ShotMove move)
    {
        var outcome = await Model(Drawn.Study()).SubmitAsync(Request(move, 5), default);

        var failed = Assert.IsType<SubmitOutcome.Failed>(outcome);
        Assert.Equal(FailureKind.InvalidInput, failed.Kind);
        Assert.Contains("photo", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ticket_depends_on_the_request_alone()
    {
        var model = Model(Drawn.Study());

        var first = Assert.IsType<SubmitOutcome.Accepted>(
            await model.SubmitAsync(Request(ShotMove.PushIn, 5), default)
        );
        var again = Assert.IsType<SubmitOutcome.Accepted>(
            await model.SubmitAsync(Request(ShotMove.PushIn, 5), default)
        );
        var other = Assert.IsType<SubmitOutcome.Accepted>(
            await model.SubmitAsync(Request(ShotMove.PushIn, 6), default)
        );

        Assert.Equal(first.Ticket, again.Ticket);
        Assert.NotEqual(first.Ticket, other.Ticket);
        Assert.IsType<CheckOutcome.Finished>(
            await model.CheckAsync(new SentGeneration(Request(ShotMove.PushIn, 5), first.Ticket, default), default)
        );
    }

    [Fact]
    public async Task A_picture_that_cannot_be_read_is_a_bad_asset()
    {
        var refused = new StudyOutcome.Refused(new PhotoReading.Refused("damaged", "This picture is damaged."));
        var model = new StudioProvider((_, _) => Task.FromResult<StudyOutcome>(refused), new FfmpegRunner());

        var outcome = await model.CollectAsync(Sent(Request(ShotMove.PushIn, 1)), Target("none.mp4"), default);

        var failed = Assert.IsType<CollectOutcome.Failed>(outcome);
        Assert.Equal((FailureKind.BadAsset, "This picture is damaged."), (failed.Kind, failed.Reason));
        Assert.Empty(_folder.GetFiles());
    }

    private static StudioProvider Model(PhotoStudy study) =>
        new((_, _) => Task.FromResult<StudyOutcome>(new StudyOutcome.Studied(study)), new FfmpegRunner());

    private static GenerationRequest Request(ShotMove move, double seconds) =>
        Of(new Shot("open", ShotStart.Picture, move, seconds, new AspectRatio(3, 4), false, "Come closer."));

    private static GenerationRequest Of(Shot shot) =>
        new(
            Guid.Empty,
            Ordering.For(StudioCard.Model, shot)!,
            shot,
            PhotoFile.At("photo.jpg", "hash"),
            new PictureFacts(1, 1, GroundKind.Plain, MaskKind.None, 0, 0, default, null),
            PromptWords.None
        );

    private static SentGeneration Sent(GenerationRequest request) => new(request, "t", default);

    private async Task<Clip> CollectAsync(StudioProvider model, GenerationRequest request, string name) =>
        Assert.IsType<CollectOutcome.Collected>(await model.CollectAsync(Sent(request), Target(name), default)).Clip;

    private string Target(string name) => Path.Combine(_folder.FullName, name);

    private static async Task<string> HashAsync(string file) =>
        Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file)));

    private static async Task<string> ProbeAsync(string file)
    {
        const string Entries =
            "stream=codec_name,width,height,pix_fmt,color_range,color_space,color_transfer,color_primaries,r_frame_rate,nb_frames";
        using var probe = Process.Start(
            new ProcessStartInfo("ffprobe", ["-v", "error", "-show_entries", Entries, "-of", "csv=p=0", file])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var said = await probe.StandardOutput.ReadToEndAsync();
        await probe.WaitForExitAsync();
        return said.Trim();
    }
}
